import { writeAnalysis, writeAnswer } from '../contract/write.ts';
import { cosine, type Encode } from '../agent/corrections/nearest-correction.ts';
import type { SessionEngine } from '../agent/session.ts';
import type { ArgumentValue, Call } from '../core/call.ts';
import { failure, success } from '../core/outcome.ts';
import { findTool } from '../tools/registry.ts';
import { refillSpans, type Slot } from './refill-spans.ts';

/** A value of a training row: what stands in the sentence by its place, the rest as it is. */
export type ExampleValue = { spans: readonly (readonly [number, number])[] } | { fixed: ArgumentValue };
export type Example = {
  text: string;
  calls: readonly { tool: string; args: { readonly [name: string]: ExampleValue } }[];
  /** What is said instead, where there is no call. */
  final: string | null;
};

/**
 * The baseline `baseline-nearest`: the answer of the training row whose sentence vector is nearest, with the words of the new
 * sentence put where the row's stood, as the words around them line up. It exists to be measured against.
 */
export async function baselineNearest(examples: readonly Example[], encode: Encode): Promise<SessionEngine> {
  const known: { example: Example; vector: ArrayLike<number> }[] = [];
  for (const example of examples) {
    const vector = await encode(example.text);
    if (vector !== null) known.push({ example, vector });
  }
  return {
    id: 'baseline-nearest',
    confidenceThreshold: 0,
    ready: () => true,
    generate: async ({ text }) => {
      const startedAt = performance.now();
      const vector = await encode(text);
      if (vector === null) return failure('not_loaded', 'The vectors’ model is not loaded.');
      const [nearest] = known
        .map(({ example, vector: other }) => ({ example, likeness: cosine(vector, other) }))
        .sort((a, b) => b.likeness - a.likeness);
      if (nearest === undefined) return failure('engine_failed', 'There are no examples.');
      const totalMs = performance.now() - startedAt;
      const timings = { sourceMs: 0, prefillMs: totalMs, decodeMs: 0, totalMs };
      const answer = answerLike(nearest.example, text);
      return success({ text: answer, confidence: nearest.likeness, tokens: 0, timings });
    },
    interrupt: () => undefined,
  };
}

function answerLike({ text: row, calls, final }: Example, text: string): string {
  if (final !== null || calls.length === 0) return writeAnswer({ kind: 'final', text: final ?? '' });
  const slots: Slot[] = calls.flatMap(({ args }, call) =>
    Object.entries(args).flatMap(([name, value]) =>
      'spans' in value ? value.spans.map((span) => ({ key: `${String(call)}.${name}`, span })) : [],
    ),
  );
  const said = refillSpans(row, slots, text);
  const filled = calls.map(({ tool, args }, call): Call => {
    const values = Object.entries(args).flatMap(([name, value]): [string, ArgumentValue][] => {
      if ('fixed' in value) return [[name, value.fixed]];
      const words = said.get(`${String(call)}.${name}`) ?? '';
      if (words !== '') return [[name, words]];
      return isRequired(tool, name) ? [[name, text]] : [];
    });
    return { tool, args: Object.fromEntries(values) };
  });
  const nouns = filled.map(({ tool }) => findTool(tool)?.noun ?? '');
  return writeAnswer({ kind: 'action', analysis: writeAnalysis(nouns), calls: filled });
}

function isRequired(tool: string, name: string): boolean {
  return findTool(tool)?.args.some((spec) => spec.name === name && spec.required) === true;
}
