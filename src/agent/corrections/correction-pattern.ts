import type { ArgumentSpec, ArgumentValue, Call, FilterValue } from '../../core/call.ts';
import type { Correction } from '../../core/correction.ts';
import type { CallPattern } from '../../protocol/engine.ts';
import { findTool } from '../../tools/registry.ts';
import { saidSpans } from './said-spans.ts';

/** These a person may add to any sentence. */
const oftenBeside: readonly ArgumentSpec['kind'][] = ['when', 'repeat'];

/**
 * What a correction says about sentences like its own: the tools and arguments, with the values that do not stand in its
 * sentence kept as they are ("on the pile" means the Shopping list) and those that do left to the new sentence's words.
 * A time that the model hears in the new sentence (`heard`) may stay beside, unless it is what was wrong before. Null for a tool that is no longer there.
 */
export function correctionPattern(
  { text, understood, meant }: Correction,
  heard: readonly Call[],
): readonly CallPattern[] | null {
  const heardArguments = heard.flatMap(({ args }) => Object.keys(args));
  const patterns = meant.map((call): CallPattern | null => {
    const tool = findTool(call.tool);
    if (tool === undefined) return null;
    const specOf = (name: string): ArgumentSpec | undefined => tool.args.find((spec) => spec.name === name);
    const names = Object.keys(call.args);
    const said = names.filter((name) => isSaid(call.args[name], specOf(name), text));
    const wronglySeen = understood.flatMap(({ args }) => Object.keys(args));
    return {
      tool: call.tool,
      fixed: Object.fromEntries(Object.entries(call.args).filter(([name]) => !said.includes(name))),
      said,
      open: tool.args
        .filter(({ name, kind, required }) => !required && !names.includes(name) && oftenBeside.includes(kind))
        .map(({ name }) => name)
        .filter((name) => heardArguments.includes(name) && !wronglySeen.includes(name)),
    };
  });
  return patterns.every((pattern) => pattern !== null) ? patterns : null;
}

/**
 * Whether a value in free words stands in no sentence of the kind: "the usual" is milk and bread. Such a correction is about
 * these very words, and must not put its title on what merely sounds like it.
 */
export function hasUnsaidWords({ text, meant }: Pick<Correction, 'text' | 'meant'>): boolean {
  return meant.some(({ tool, args }) =>
    (findTool(tool)?.args ?? []).some(
      (spec) => spec.required && (spec.kind === 'text' || spec.kind === 'task') && !isSaid(args[spec.name], spec, text),
    ),
  );
}

function isSaid(value: ArgumentValue | undefined, spec: ArgumentSpec | undefined, text: string): boolean {
  if (value === undefined || spec === undefined || spec.kind === 'enum' || spec.kind === 'int') return false;
  // A list's name that is not written as the sentence has it was not copied: "waiting on Mehta" in the list Waiting.
  if (typeof value === 'string')
    return saidSpans(value, text) !== null && (spec.kind !== 'list' || text.includes(value));
  if (typeof value !== 'object') return false;
  const words = isList(value) ? value : filterWords(value);
  return words.length > 0 && words.every((one) => saidSpans(one, text) !== null);
}

function isList(value: readonly string[] | FilterValue): value is readonly string[] {
  return Array.isArray(value);
}

function filterWords(filter: FilterValue): string[] {
  return Object.entries(filter).flatMap(([key, value]) => (key === 'status' || key === 'priority' ? [] : value));
}

/** Whether two answers come to the same calls, letter case aside. */
export function sameCalls(one: readonly Call[], other: readonly Call[]): boolean {
  const written = (calls: readonly Call[]): string =>
    JSON.stringify(
      calls.map(({ tool, args }) => [tool, Object.entries(args).sort(([a], [b]) => a.localeCompare(b))]),
    ).toLowerCase();
  return written(one) === written(other);
}
