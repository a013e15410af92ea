import type { ExpectedChange, Scenario } from '../scenarios/scenario.ts';
import type { Change } from '../world/diff.ts';
import type { World } from '../world/world.ts';

/** Whether the end state is right: all that was asked for, and nothing else. */
export type CheckResult = {
  pass: boolean;
  completed: boolean;
  answerRight: boolean;
  missing: readonly ExpectedChange[];
  collateral: readonly Change[];
  diff: readonly Change[];
};

export function checkScenario(scenario: Scenario, world: World): CheckResult {
  const diff = world.diff();
  const { completion } = world.state;
  const missing: ExpectedChange[] = [];
  const unexplained = new Set(diff);
  for (const expected of scenario.check.state) {
    const found = [...unexplained].find((change) => explains(expected, change));
    if (found === undefined) missing.push(expected);
    else unexplained.delete(found);
  }
  const collateral = [...unexplained];
  const answerRight = isAnswerRight(scenario.check.answer, completion?.answer ?? null);
  const completed = completion !== null;
  const pass = completed && answerRight && missing.length === 0 && collateral.length === 0;
  return { pass, completed, answerRight, missing, collateral, diff };
}

function explains(expected: ExpectedChange, change: Change): boolean {
  if (expected.kind !== change.kind || expected.entity !== change.entity) return false;
  if (expected.id !== undefined && expected.id !== change.id) return false;
  const wanted = Object.entries(expected.fields);
  if (change.kind === 'changed') {
    // Of a row that is only to change here, nothing else may change.
    const changed = Object.entries(change.fields);
    return changed.length === wanted.length && wanted.every(([name, value]) => change.fields[name]?.[1] === value);
  }
  const { row } = change;
  const note = typeof row['note'] === 'string' ? row['note'].toLowerCase() : '';
  return (
    wanted.every(([name, value]) => row[name] === value) &&
    (expected.noteHas === undefined || note.includes(bare(expected.noteHas)))
  );
}

/** Without an article, which nobody misses in a note. */
function bare(words: string): string {
  return words.toLowerCase().replace(/^(the|a|an) /, '');
}

function isAnswerRight(wanted: string | number | undefined, given: string | number | null): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'number') return given !== null && Math.abs(Number(given) - wanted) < 0.005;
  return typeof given === 'string' && given.trim().toLowerCase() === wanted.trim().toLowerCase();
}
