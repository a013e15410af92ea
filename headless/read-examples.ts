import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { Example, ExampleValue } from '../src/automation/baseline-nearest.ts';
import type { ArgumentValue } from '../src/core/call.ts';

const folder = new URL('../training/agent/data/', import.meta.url);
/** What the baseline has for neighbours unless files are named: the public rows. */
const publicFiles = ['public.jsonl.gz', 'public-sharealike.jsonl.gz'].map((name) => new URL(name, folder));

const partsSchema = v.array(
  v.union([v.object({ span: v.tuple([v.number(), v.number()]) }), v.object({ word: v.string() })]),
);
const rowSchema = v.object({
  text: v.string(),
  previous: v.nullable(v.string()),
  split: v.optional(v.string(), 'train'),
  target: v.union([
    v.object({ calls: v.array(v.object({ tool: v.string(), args: v.record(v.string(), v.unknown()) })) }),
    v.object({ final: v.union([v.string(), v.array(v.string())]) }),
  ]),
});

/** Rows of the trainer's format (training/agent/target.py) that stand alone and are not kept for measuring. */
export function readExamples(files: readonly string[]): Example[] {
  const sources = files.length === 0 ? publicFiles : files;
  return sources.flatMap((file) =>
    readText(file)
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line): Example[] => {
        const row = v.parse(rowSchema, JSON.parse(line));
        if (row.previous !== null || row.split !== 'train') return [];
        if ('final' in row.target) return [{ text: row.text, calls: [], final: phrases(row.target.final) }];
        const calls = row.target.calls.map(({ tool, args }) => ({
          tool,
          args: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, exampleValue(value, row.text)])),
        }));
        return [{ text: row.text, calls, final: null }];
      }),
  );
}

function readText(file: string | URL): string {
  const bytes = readFileSync(file);
  return (String(file).endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Several texts and filters are kept as they stood: only plain values are filled in again. */
function exampleValue(value: unknown, text: string): ExampleValue {
  const parts = v.safeParse(partsSchema, value);
  if (!parts.success) return { fixed: asSaid(value, text) };
  const spans = parts.output.flatMap((part) => ('span' in part ? [part.span] : []));
  return spans.length > 0 ? { spans } : { fixed: asSaid(value, text) };
}

function asSaid(value: unknown, text: string): ArgumentValue {
  const parts = v.safeParse(partsSchema, value);
  if (parts.success)
    return parts.output.map((part) => ('span' in part ? text.slice(...part.span) : part.word)).join(' ');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map((one: unknown) => String(asSaid(one, text)));
  const entries = Object.entries(v.parse(v.record(v.string(), v.unknown()), value));
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const said = asSaid(inner, text);
      return [key, Array.isArray(said) ? (said as readonly string[]) : String(said)];
    }),
  );
}

const tokens = v.parse(
  v.object({ tokens: v.array(v.object({ token: v.string(), text: v.string() })) }),
  JSON.parse(readFileSync(new URL('../public/models/errand-agent/contract-tokens.json', import.meta.url), 'utf8')),
).tokens;

/** A phrase is named in a row, and said in the contract. */
function phrases(names: string | readonly string[]): string {
  return [names]
    .flat()
    .map((name) => tokens.find(({ token }) => token === `<final:${name.replaceAll('_', '-')}>`)?.text ?? name)
    .join(' ');
}
