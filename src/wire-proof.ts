import type { SessionEngine } from './agent/session.ts';
import { parseAskRow, type AskTurn } from './automation/ask-row.ts';
import { baselineRules } from './automation/baseline-rules.ts';
import { seedOperations } from './automation/plain-tasks.ts';
import { runRow } from './automation/run-row.ts';
import type { Clock } from './core/clock.ts';
import { applyOperations } from './core/operation.ts';
import { failure, success, type Outcome } from './core/outcome.ts';
import { emptyState, liveTasks } from './core/task.ts';
import { connectEngine } from './engine/engine-client.ts';
import { findManifest } from './engine/manifests.ts';
import { decideText } from './guard/decide-text.ts';
import { endlessPatience } from './guard/guard-client.ts';
import { fixedClock } from './person-clock.ts';
import { actualLines, expectedLines } from './proof/describe-turn.ts';
import { figuresSchema } from './proof/figures.ts';
import { modelFile, type ModelFacts } from './proof/model-facts.ts';
import {
  agentRowsSchema,
  guardRowsSchema,
  parseProofFile,
  type AgentProofRow,
  type AgentProofRows,
} from './proof/proof-rows.ts';
import { drawSample, percentile } from './proof/sample.ts';
import { scoreRow, summarizeScores, type TurnScore } from './proof/score-agent.ts';
import { isWrong, scoreGuard, type JudgedRow } from './proof/score-guard.ts';
import { actorId } from './sandbox/agents/actor-client.ts';
import { ScratchStore } from './store/scratch-store.ts';
import type {
  AgentFailure,
  AgentMeasurement,
  GuardMeasurement,
  MeasuredEngine,
  Measurement,
  OnStep,
  ProofDoor,
  SampleOrder,
  SpeedMeasurement,
  Times,
} from './view/proof/proof-door.ts';
import { defaultEngineId, wireEngine } from './wire-engine.ts';
import { guardId, type WiredGuard } from './wire-guard.ts';

/** Turns before the clock counts: the first ones compile and allocate what the next ones use. */
const warmUps = 3;

/** The measurements of the Proof page: the app's own engines, run loop and policy, on stores that nothing outlives. */
export function wireProof(guard: WiredGuard | null): ProofDoor {
  const models = {
    agent: factsOf(defaultEngineId),
    guard: guard === null ? null : factsOf(guardId),
    actor: factsOf(actorId),
  };
  return {
    figures: async () => {
      const json = await fetchData('figures.json');
      return json.ok ? parseProofFile(figuresSchema, json.value, 'The file of figures') : json;
    },
    models,
    measureAgent: (order, onStep) => {
      const scores: TurnScore[] = [];
      const failures: AgentFailure[] = [];
      return sayRows<AgentMeasurement>(order, onStep, {
        resultOf: (facts) => ({ ...facts, score: summarizeScores(scores), failures: [...failures] }),
        takeRow: (row, turns) => {
          const scored = scoreRow(row, { id: row.id, turns: turns.map(asOutput) });
          scores.push(...scored);
          failures.push(...scored.flatMap((score) => (score.exact ? [] : [failureOf(row, score, turns)])));
        },
      });
    },
    measureGuard: async ({ size, seed }, onStep) => {
      const json = await fetchData('proof-guard.json');
      const file = json.ok ? parseProofFile(guardRowsSchema, json.value, 'The file of the guard’s rows') : json;
      if (!file.ok) return file;
      if (guard === null || models.guard === null) return noGuard;
      const rows = drawSample(file.value.rows, size, seed);
      const facts = { model: models.guard, seed, device: 'wasm', threads: 1, at: new Date().toISOString() };
      const judged: JudgedRow[] = [];
      const { cuts } = guard;
      const resultOf = (): GuardMeasurement => {
        const counts = { done: judged.length, of: rows.length };
        return { ...facts, ...counts, score: scoreGuard(judged, cuts), failures: judged.filter(isWrong) };
      };
      for (const row of rows) {
        if (!onStep(resultOf())) break;
        const answer = await guard.client.judge(row.text, endlessPatience).answer();
        if (!answer.ok) return answer;
        const { heads } = answer.value;
        const { verdict } = await decideText(row.text, { heads, cuts });
        judged.push({ row, heads, verdict });
      }
      const result = resultOf();
      onStep(result);
      return success(result);
    },
    // The rooms' own code comes when it is asked for.
    measureSandbox: async (...order) => {
      const { measureSandbox } = await import('./wire-proof-sandbox.ts');
      return measureSandbox(guard, models.actor)(...order);
    },
    measureLab: async (...order) => {
      const { measureLab } = await import('./wire-proof-lab.ts');
      return measureLab(...order);
    },
    measureSpeed: ({ size, seed }, onStep) => {
      const turnMs: number[] = [];
      const judgeMs: number[] = [];
      return sayRows<SpeedMeasurement>({ engine: defaultEngineId, size: size + warmUps, seed }, onStep, {
        resultOf: (facts, loadMs) => ({
          ...facts,
          loadMs,
          turn: timesOf(turnMs),
          judgement: guard === null || facts.done === 0 ? null : timesOf(judgeMs),
        }),
        takeRow: async (row, turns, place) => {
          const judged = guard === null ? [] : await timeJudgements(guard, row.turns);
          if (place < warmUps) return;
          turnMs.push(...turns.map(({ ms }) => ms.total));
          judgeMs.push(...judged);
        },
      });
    },
  };
}

const noGuard = failure('no_guard', 'There is no guard here: its files could not be fetched.');

function factsOf(id: string): ModelFacts | null {
  const manifest = findManifest(id);
  return manifest.ok ? modelFile(manifest.value) : null;
}

async function fetchData(name: string): Promise<Outcome<unknown, 'not_fetched'>> {
  try {
    const response = await fetch(new URL(`data/${name}`, document.baseURI));
    if (!response.ok) return failure('not_fetched', `“${name}” could not be fetched (${String(response.status)}).`);
    return success((await response.json()) as unknown);
  } catch {
    return failure('not_fetched', `“${name}” could not be fetched. Check the connection and try again.`);
  }
}

async function fetchAgentRows(): Promise<Outcome<AgentProofRows, 'not_fetched' | 'damaged'>> {
  const json = await fetchData('proof-agent.json');
  return json.ok ? parseProofFile(agentRowsSchema, json.value, 'The file of the agent’s rows') : json;
}

function clockOf({ now, zone, locale }: AgentProofRows): Clock {
  return fixedClock(now, zone, locale);
}

type OpenEngine = {
  session: SessionEngine;
  facts: { model: ModelFacts; device: string; threads: number };
  loadMs: number;
  close: () => void;
};

/** An engine in a worker of its own, so that the person's goes on as it was. */
async function openEngine(id: MeasuredEngine, clock: () => Clock): Promise<Outcome<OpenEngine, string>> {
  if (id === 'baseline-rules') {
    const model = { id, version: null, sha256: null };
    const facts = { model, device: 'wasm', threads: 1 };
    return success({ session: baselineRules(clock), facts, loadMs: 0, close: () => undefined });
  }
  const client = connectEngine();
  const engine = wireEngine(
    id,
    () => undefined,
    () => client,
  );
  const model = factsOf(id);
  if (!engine.ok || model === null) {
    client.close();
    return engine.ok ? failure('engine_unavailable', `There is no model “${id}”.`) : engine;
  }
  const loaded = await engine.value.load('auto');
  if (!loaded.ok) {
    client.close();
    return loaded;
  }
  const { device, threads, loadMs } = loaded.value;
  const close = () => {
    client.close();
  };
  return success({ session: engine.value.session, facts: { model, device, threads }, loadMs, close });
}

/** What a measurement makes of the turns that an engine has said. */
type Tally<Result> = {
  takeRow: (row: AgentProofRow, turns: readonly AskTurn[], place: number) => void | Promise<void>;
  resultOf: (facts: Measurement, loadMs: number) => Result;
};

/** A sample of the agent's rows, said one after the other to an engine of their own. */
async function sayRows<Result>(
  { engine, size, seed }: SampleOrder & { engine: MeasuredEngine },
  onStep: OnStep<Result>,
  { takeRow, resultOf }: Tally<Result>,
): Promise<Outcome<Result, string>> {
  const file = await fetchAgentRows();
  if (!file.ok) return file;
  const clock = () => clockOf(file.value);
  const opened = await openEngine(engine, clock);
  if (!opened.ok) return opened;
  const { session, facts, loadMs, close } = opened.value;
  try {
    const rows = drawSample(file.value.rows, size, seed);
    const at = new Date().toISOString();
    const resultAfter = (done: number) => resultOf({ ...facts, seed, at, done, of: rows.length }, loadMs);
    let result = resultAfter(0);
    for (const [place, row] of rows.entries()) {
      if (!onStep(result)) break;
      const turns = await sayRow(row, session, clock);
      if (!turns.ok) return turns;
      await takeRow(row, turns.value, place);
      result = resultAfter(place + 1);
    }
    onStep(result);
    return success(result);
  } finally {
    close();
  }
}

/** One row on a store of its own, judged by effect only, as the committed figures are. */
async function sayRow(
  row: AgentProofRow,
  engine: SessionEngine,
  clock: () => Clock,
): Promise<Outcome<readonly AskTurn[], string>> {
  const parsed = parseAskRow(JSON.stringify(row));
  if (!parsed.ok) return failure(parsed.code, `${row.id}: ${parsed.message}`);
  const newId = () => crypto.randomUUID();
  const state = applyOperations(emptyState, seedOperations(parsed.value, clock(), newId));
  const lastListing = liveTasks(state).map((task) => task.id);
  const store = new ScratchStore(state);
  return success(
    await runRow(parsed.value, { store, lastListing, engine, judge: null, corrections: null, clock, newId }),
  );
}

type Output = Parameters<typeof actualLines>[0] & object;

/** Scoring reads plain lists. */
function asOutput(turn: AskTurn): Output {
  return JSON.parse(JSON.stringify(turn)) as Output;
}

function failureOf(row: AgentProofRow, score: TurnScore, turns: readonly AskTurn[]): AgentFailure {
  const output = turns[score.turn];
  const expected = row.expect[score.turn];
  return {
    id: score.id,
    turns: row.turns.slice(0, score.turn + 1),
    expected: expected === undefined ? { kind: 'nothing' } : expectedLines(expected),
    got: actualLines(output === undefined ? undefined : asOutput(output)),
    confidence: score.confidence,
  };
}

async function timeJudgements({ client }: WiredGuard, texts: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const startedAt = performance.now();
    const judged = await client.judge(text, endlessPatience).answer();
    if (judged.ok) times.push(performance.now() - startedAt);
  }
  return times;
}

function timesOf(values: readonly number[]): Times {
  return { n: values.length, p50: percentile(values, 0.5), p95: percentile(values, 0.95) };
}
