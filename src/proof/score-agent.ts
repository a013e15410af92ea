import type { AnswerRow, EvaluationRow, ExpectedCall, Expectation, TurnOutput } from './evaluation-row.ts';
import { callMatches, pairCalls, titleMatches, titleOf, valueMatches } from './match-calls.ts';

/** How one turn did. A null is "nothing to measure here". */
export type TurnScore = {
  id: string;
  turn: number;
  kind: string;
  valid: boolean;
  tools: boolean;
  exact: boolean;
  titles: { right: number; of: number };
  dues: { right: number; of: number };
  /** Something was written, rather than shown or asked. */
  acted: boolean;
  expectedNone: boolean;
  saidNone: boolean;
  confidence: number | null;
  /** The app asked back where calls were expected: nothing was done, rightly or wrongly. */
  askedBack: boolean;
};

export type AgentScore = {
  turns: number;
  formatValidity: number;
  toolSelection: number;
  titleMatch: number;
  dueMatch: number;
  exactTurn: number;
  nonePrecision: number;
  noneRecall: number;
  coverage: number;
  /** Wrong turns among those acted on. */
  wrongActs: number;
};

const readTools = new Set(['list_tasks', 'search_tasks', 'summarize_tasks', 'suggest_next', 'export_tasks', 'help']);

export function scoreRow(row: EvaluationRow, answer: AnswerRow | undefined): TurnScore[] {
  return row.expect.map((expect, index) => scoreTurn(row, index, expect, answer?.turns[index]));
}

function scoreTurn(row: EvaluationRow, turn: number, expect: Expectation, output: TurnOutput | undefined): TurnScore {
  const best = alternatives(expect)
    .map((calls) => compare(expect, calls, output))
    .reduce((a, b) => (better(b, a) ? b : a));
  const calls = output?.proposed ?? output?.resolved ?? [];
  return {
    id: row.id,
    turn,
    kind: row.kind ?? 'other',
    valid: output !== undefined && output.error?.code !== 'contract_invalid',
    ...best,
    acted: (output?.resolved ?? []).some((call) => !readTools.has(call.tool)),
    expectedNone: !Array.isArray(expect) && 'none' in expect,
    saidNone: output !== undefined && calls.length === 0 && output.asks !== true && output.error === undefined,
    confidence: output?.confidence ?? null,
    askedBack: output?.asks === true && calls.length === 0 && (Array.isArray(expect) || 'any' in expect),
  };
}

type Comparison = Pick<TurnScore, 'tools' | 'exact' | 'titles' | 'dues'>;

function better(a: Comparison, b: Comparison): boolean {
  const rank = (c: Comparison) => [Number(c.exact), Number(c.tools), c.titles.right, c.dues.right];
  const [left, right] = [rank(a), rank(b)];
  const difference = left.findIndex((value, index) => value !== right[index]);
  return difference >= 0 && (left[difference] ?? 0) > (right[difference] ?? 0);
}

/** The lists of calls that are right; a turn that should make none has the one empty list. */
function alternatives(expect: Expectation): readonly (readonly ExpectedCall[])[] {
  if (Array.isArray(expect)) return [expect];
  return 'any' in expect ? expect.any : [[]];
}

function compare(expect: Expectation, expected: readonly ExpectedCall[], output: TurnOutput | undefined): Comparison {
  const none = { titles: { right: 0, of: 0 }, dues: { right: 0, of: 0 } };
  if (output === undefined) return { tools: false, exact: false, ...none };
  const actual = output.proposed ?? output.resolved;
  if (!Array.isArray(expect) && !('any' in expect)) {
    const right = rightWithoutCalls(expect, actual, output);
    return { tools: right, exact: right, ...none };
  }
  const pairs = pairCalls(expected, actual);
  const titled = pairs.filter((pair) => titleOf(pair.expected) !== undefined);
  const dated = pairs.filter((pair) => 'due' in pair.expected.args || 'at' in pair.expected.args);
  const exact =
    actual.length === expected.length &&
    pairs.every((pair) => pair.actual !== undefined && callMatches(pair.expected, pair.actual));
  return {
    tools: sameTools(expected, actual),
    exact: exact && output.error === undefined,
    titles: { right: titled.filter((pair) => titleMatches(pair.expected, pair.actual)).length, of: titled.length },
    dues: { right: dated.filter((pair) => dueMatches(pair.expected, pair.actual)).length, of: dated.length },
  };
}

function rightWithoutCalls(
  expect: Exclude<Expectation, readonly unknown[] | { any: unknown }>,
  actual: readonly ExpectedCall[],
  output: TurnOutput,
): boolean {
  if ('refuse' in expect) return output.guard?.verdict === 'refuse';
  if ('ask' in expect) return output.asks === true && output.resolved.length === 0;
  return actual.length === 0 && output.asks !== true && output.error === undefined;
}

function sameTools(expected: readonly ExpectedCall[], actual: readonly ExpectedCall[]): boolean {
  const names = (calls: readonly ExpectedCall[]) => JSON.stringify(calls.map((call) => call.tool).sort());
  return names(expected) === names(actual);
}

function dueMatches(expected: ExpectedCall, actual: ExpectedCall | undefined): boolean {
  const name = 'due' in expected.args ? 'due' : 'at';
  const value = expected.args[name];
  return actual !== undefined && value !== undefined && valueMatches(name, value, actual.args[name]);
}

export function summarizeScores(scores: readonly TurnScore[]): AgentScore {
  const share = (right: number, of: number) => (of === 0 ? 1 : right / of);
  const count = (accepts: (score: TurnScore) => boolean) => scores.filter(accepts).length;
  const total = (pick: (score: TurnScore) => number) => scores.reduce((sum, score) => sum + pick(score), 0);
  const bothNone = count((score) => score.expectedNone && score.saidNone);
  return {
    turns: scores.length,
    formatValidity: share(
      count((score) => score.valid),
      scores.length,
    ),
    toolSelection: share(
      count((score) => score.tools),
      scores.length,
    ),
    titleMatch: share(
      total((score) => score.titles.right),
      total((score) => score.titles.of),
    ),
    dueMatch: share(
      total((score) => score.dues.right),
      total((score) => score.dues.of),
    ),
    exactTurn: share(
      count((score) => score.exact),
      scores.length,
    ),
    nonePrecision: share(
      bothNone,
      count((score) => score.saidNone),
    ),
    noneRecall: share(
      bothNone,
      count((score) => score.expectedNone),
    ),
    coverage: share(
      count((score) => score.acted),
      count((score) => !score.expectedNone),
    ),
    wrongActs: share(
      count((score) => score.acted && !score.exact),
      Math.max(
        1,
        count((score) => score.acted),
      ),
    ),
  };
}
