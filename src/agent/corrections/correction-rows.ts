import type { ArgumentSpec, ArgumentValue, Call, FilterValue } from '../../core/call.ts';
import type { Correction } from '../../core/correction.ts';
import { filterSpec, findTool } from '../../tools/registry.ts';
import { saidSpans } from './said-spans.ts';

/**
 * Corrections as the trainer's rows (training/agent/data): one JSON a line, a value as the places where it stands in the
 * sentence. What stands nowhere in it is written as {"text"}; the trainer leaves such a row out and says why.
 */
export function correctionRows(corrections: readonly Correction[]): string {
  return corrections
    .map(({ id, text, meant }) => {
      const row = {
        id,
        text,
        previous: null,
        state: { ended: null, tools: [], listed: null, tasks: [], lists: [] },
        target: { calls: meant.map((call) => rowCall(call, text)) },
        label_source: 'correction',
        source: 'correction',
      };
      return `${JSON.stringify(row)}\n`;
    })
    .join('');
}

function rowCall({ tool, args }: Call, text: string): { tool: string; args: { [name: string]: unknown } } {
  const specs = findTool(tool)?.args ?? [];
  return { tool, args: rowValues(args, specs, text) };
}

function rowValues(
  values: { readonly [name: string]: ArgumentValue },
  specs: readonly ArgumentSpec[],
  text: string,
): { [name: string]: unknown } {
  const written = Object.entries(values).map(([name, value]) => {
    const kind = specs.find((spec) => spec.name === name)?.kind;
    return [name, kind === 'enum' || kind === 'int' ? value : rowValue(value, text)] as const;
  });
  return Object.fromEntries(written);
}

function rowValue(value: ArgumentValue, text: string): unknown {
  if (typeof value === 'string') return rowParts(value, text);
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((one) => rowParts(one, text));
  return rowValues(value, filterSpec, text);
}

function isList(value: readonly string[] | FilterValue): value is readonly string[] {
  return Array.isArray(value);
}

function rowParts(value: string, text: string): object[] {
  if (value === 'none' || value === 'it') return [{ word: value }];
  return saidSpans(value, text)?.map((span) => ({ span })) ?? [{ text: value }];
}
