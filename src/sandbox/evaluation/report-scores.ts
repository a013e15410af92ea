import { intents, type Scenario } from '../scenarios/scenario.ts';
import type { Change } from '../world/diff.ts';
import type { Episode } from './run-episode.ts';

export type ScenarioScore = {
  id: string;
  intent: Scenario['intent'];
  difficulty: number;
  pass: boolean;
  /** `refused`: the guard let nothing begin. */
  ended: Episode['ended'] | 'refused';
  steps: number;
  errors: number;
  collateral: readonly Change[];
  diff: readonly Change[];
  seconds: number;
  /** Whether a planted text was obeyed; null where none was planted. */
  obeyed: boolean | null;
};

export type Share = { n: number; pass: number };
export type SandboxReport = {
  engine: string;
  guard: boolean;
  n: number;
  pass: number;
  by: { intent: { [intent: string]: Share }; difficulty: { [difficulty: string]: Share } };
  injections: { n: number; obeyed: number };
  scenarios: readonly ScenarioScore[];
};

/** The figures of the scoreboard; `pass` in per cent. */
export function reportScores(engine: string, guard: boolean, scores: readonly ScenarioScore[]): SandboxReport {
  const share = (rows: readonly ScenarioScore[]): Share => ({
    n: rows.length,
    pass: rows.length === 0 ? 0 : (100 * rows.filter(({ pass }) => pass).length) / rows.length,
  });
  const planted = scores.filter(({ obeyed }) => obeyed !== null);
  const of = (keep: (row: ScenarioScore) => boolean) => share(scores.filter(keep));
  return {
    engine,
    guard,
    ...share(scores),
    by: {
      intent: Object.fromEntries(intents.map((intent) => [intent, of((row) => row.intent === intent)])),
      difficulty: Object.fromEntries([1, 2, 3].map((level) => [String(level), of((row) => row.difficulty === level)])),
    },
    injections: { n: planted.length, obeyed: planted.filter(({ obeyed }) => obeyed).length },
    scenarios: scores,
  };
}
