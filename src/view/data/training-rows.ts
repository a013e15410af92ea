import * as v from 'valibot';
import { failure, success, type Outcome } from '../../core/outcome.ts';
import { yesNoHeads, type YesNoHead } from '../../core/judgement.ts';

/** `L`, `M`, `H` and their mixes: the levels that a label lets stand. */
export type RiskLetters = string;

/** What a row says of each head; null where its source says nothing. */
export type Label = { risk: RiskLetters; heads: { [Head in YesNoHead]: boolean | null } };

export type DataRow = {
  text: string;
  source: string;
  category: string;
  /** Where the label comes from: written act, rule, gold span or person. */
  labelSource: string;
  /** Null for the agent's rows, which carry tool calls instead. */
  label: Label | null;
};

export type TrainingRows = {
  licence: string;
  sources: { [name: string]: { licence: string; credit: string } };
  guard: readonly DataRow[];
  agent: readonly DataRow[];
};

const rowEntries = { text: v.string(), source: v.string(), category: v.string(), labelSource: v.string() };
const fileSchema = v.object({
  licence: v.string(),
  sources: v.record(v.string(), v.object({ licence: v.string(), credit: v.string() })),
  guard: v.array(
    v.object({
      ...rowEntries,
      risk: v.pipe(v.string(), v.regex(/^L?M?H?$/)),
      heads: v.pipe(v.string(), v.regex(/^[yn?]{5}$/)),
    }),
  ),
  agent: v.array(v.object(rowEntries)),
});

const fileUrl = 'data/training-rows.json';

/** The sample that came with the app; made by `python -m training.guard.sample`. Fetched when the page is opened. */
export async function fetchTrainingRows(): Promise<Outcome<TrainingRows, 'not_fetched' | 'damaged'>> {
  let json: unknown;
  try {
    const response = await fetch(fileUrl);
    if (!response.ok) return failure('not_fetched', `The sample of rows could not be fetched (${response.status}).`);
    json = await response.json();
  } catch {
    return failure('not_fetched', 'The sample of rows could not be fetched. Check the connection and try again.');
  }
  return parseTrainingRows(json);
}

export function parseTrainingRows(json: unknown): Outcome<TrainingRows, 'damaged'> {
  const read = v.safeParse(fileSchema, json);
  if (!read.success) return failure('damaged', 'The sample of rows is damaged. Reload the page to fetch it again.');
  const { licence, sources, guard, agent } = read.output;
  return success({
    licence,
    sources,
    guard: guard.map(({ risk, heads, ...row }) => ({ ...row, label: { risk, heads: headsOf(heads) } })),
    agent: agent.map((row) => ({ ...row, label: null })),
  });
}

function headsOf(signs: string): Label['heads'] {
  const answer = (place: number): boolean | null => (signs[place] === '?' ? null : signs[place] === 'y');
  const named = yesNoHeads.map((head, place) => [head, answer(place)] as const);
  return Object.fromEntries(named) as Label['heads'];
}
