import { failure, success } from './core/outcome.ts';
import { ideas } from './lab/ideas.ts';
import { findingOf, type LabEvent, type Round } from './lab/lab-event.ts';
import type { Metric } from './lab/plan.ts';
import { runLab } from './lab/run-lab.ts';
import { readTable } from './lab/table.ts';
import { madeTarget, makeTable } from './proof/made-table.ts';
import { connectPython } from './python/python-client.ts';
import type { LabMeasurement, ProofDoor } from './view/proof/proof-door.ts';

/** Of trying; with so few rows the ideas are through before. */
const minutes = 3;
/** Right answers are the same at any size, so rounds of different tables can be held side by side. */
const metric: Metric = 'accuracy';

/** The playbook on a table that is made on the spot, from the first round to the look at the rows put aside. */
export const measureLab: ProofDoor['measureLab'] = async ({ size, seed, answers }, onStep, signal) => {
  const csv = makeTable({ rows: size, seed, answers });
  const table = readTable(new TextEncoder().encode(csv), 'made.csv');
  if (!table.ok) return table;
  const model = { id: 'playbook', version: null, sha256: null };
  const facts = { model, seed, device: 'wasm', threads: 1, at: new Date().toISOString(), metric };
  let result: LabMeasurement = { ...facts, done: 0, of: ideas.length, rounds: [], scores: [], checks: [] };
  const rounds: Round[] = [];
  const take = (event: LabEvent): void => {
    if (event.kind === 'round_ended') rounds.push(event.round);
    const known = event.kind === 'progress' ? { done: event.done, of: event.of } : {};
    result = { ...result, ...known, rounds: [...rounds] };
    // Until the first round begins, Python is starting.
    if (event.kind.startsWith('round') || event.kind === 'progress') onStep(result);
  };
  const python = connectPython();
  try {
    const request = { goal: '', task: 'classify', target: madeTarget, time: null, horizon: null } as const;
    const run = { table: table.value, predict: null, request: { ...request, metric, seed, minutes } };
    const ran = await runLab(run, python, take, () => signal.aborted);
    if (!ran.ok) return failure(ran.code, ran.message);
    const { scores, checks, stopped } = findingOf(ran.value);
    result = { ...result, scores, checks, done: stopped ? result.done : result.of };
    onStep(result);
    return success(result);
  } finally {
    python.close();
  }
};
