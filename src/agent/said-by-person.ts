import type { Call } from '../core/call.ts';
import { registry } from '../tools/registry.ts';
import { contentStems } from './corrections/sentence-frame.ts';

/**
 * Whether the person's own sentence asks for what the calls would change: it names each task and list that they touch, and is
 * no mere question. A model that keeps to the contract writes tasks and lists as they were said; one that obeys a title
 * names what nobody said. What reads or adds touches nothing that is there.
 */
export function areSaid(calls: readonly Call[], text: string): boolean {
  const said = folded(text);
  const changing = calls.filter(({ tool }) => changes(tool));
  if (changing.length > 0 && onlyAsks(said)) return false;
  return changing.every((call) => {
    const names = namedBy(call);
    return names.length > 0 ? names.every((name) => said.includes(folded(name))) : speaksOf(call, text);
  });
}

function changes(tool: string): boolean {
  const effect = registry.find(({ name }) => name === tool)?.effect;
  return effect !== undefined && effect !== 'read' && effect !== 'add';
}

/** A question about something is no wish to change it. "Could you …" and "will you …" are wishes. */
function onlyAsks(said: string): boolean {
  return /^ (?:what|which|who|whose|when|where|why|how|is|are|was|were|do|does|did|have|has|show|list|find|search) /u.test(
    said.replace(/^ (what|who|where|when|how) s /u, ' $1 is '),
  );
}

/** For what names nothing, such as undo: some telling word of its name or of its examples was said. */
function speaksOf({ tool }: Call, text: string): boolean {
  const spec = registry.find(({ name }) => name === tool);
  const words = stemsOf([tool.replaceAll('_', ' '), ...(spec?.examples ?? [])].join(' '));
  const said = new Set(stemsOf(text));
  return words.some((word) => said.has(word));
}

/**
 * Whether what the calls would add is about what the person said: at least half of each title's telling words are in the
 * sentence. A model may word a task in its own way; one that obeys a title adds what has nothing to do with the sentence.
 */
export function addsAreSaid(calls: readonly Call[], text: string): boolean {
  const said = new Set(stemsOf(text));
  return calls.flatMap(addedBy).every((title) => {
    const stems = stemsOf(title);
    return stems.length > 0 && 2 * stems.filter((stem) => said.has(stem)).length >= stems.length;
  });
}

function addedBy({ tool, args }: Call): string[] {
  const spec = registry.find(({ name }) => name === tool);
  if (spec?.effect !== 'add') return [];
  return ['title', 'name'].map((name) => args[name]).filter((value) => typeof value === 'string');
}

function stemsOf(text: string): string[] {
  return contentStems(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function namedBy({ tool, args }: Call): string[] {
  const spec = registry.find(({ name }) => name === tool);
  return (spec?.args ?? [])
    .filter(({ kind }) => kind === 'task' || kind === 'list' || kind === 'filter')
    .flatMap(({ name }) => textsOf(args[name]));
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((part) => textsOf(part)) : [];
}

/** Small words and marks are how it is said, not what is said. */
function folded(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.filter((word) => !['the', 'a', 'an', 'my'].includes(word)).join(' ')} `.replaceAll(/ {2,}/gu, ' ');
}
