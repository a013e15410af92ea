import type { Answer, ArgumentValue, Call } from '../core/call.ts';
import { tags } from './grammar.ts';

/** The canonical text of an answer; `parseAnswer` reads it back to the same answer. */
export function writeAnswer(answer: Answer): string {
  if (answer.kind === 'final') return [tags.final[0], answer.text, tags.final[1]].join('\n');
  return [
    tags.analysis[0],
    answer.analysis,
    tags.analysis[1],
    tags.action[0],
    ...answer.calls.map(writeCall),
    tags.action[1],
  ].join('\n');
}

export function writeCall(call: Call): string {
  const args = Object.entries(call.args).map(([name, value]) => `${name}=${writeValue(value)}`);
  return `${call.tool}(${args.join(', ')})`;
}

export function writeValue(value: ArgumentValue): string {
  if (typeof value === 'string') return writeString(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return writeStrings(value as readonly string[]);
  const entries = Object.entries(value as { [key: string]: string | readonly string[] });
  const written = entries.map(
    ([key, inner]) => `${writeString(key)}: ${typeof inner === 'string' ? writeString(inner) : writeStrings(inner)}`,
  );
  return `{${written.join(', ')}}`;
}

function writeStrings(values: readonly string[]): string {
  return `[${values.map(writeString).join(', ')}]`;
}

/** JSON escapes every control character below U+0020; the grammar wants the others escaped as well. */
export function writeString(text: string): string {
  return JSON.stringify(text).replace(
    /\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The analysis of planned calls, written from the tools' nouns: "A new task, a new task and tasks to show." */
export function writeAnalysis(nouns: readonly string[]): string {
  const last = nouns.at(-1) ?? '';
  const sentence = nouns.length > 1 ? `${nouns.slice(0, -1).join(', ')} and ${last}` : last;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
