import type { HeadScores, Verdict } from '../../core/judgement.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Check, NamedScore, Round } from '../../lab/lab-event.ts';
import type { Metric } from '../../lab/plan.ts';
import type { TurnLines } from '../../proof/describe-turn.ts';
import type { Figures } from '../../proof/figures.ts';
import type { ModelFacts } from '../../proof/model-facts.ts';
import type { GuardProofRow } from '../../proof/proof-rows.ts';
import type { AgentScore } from '../../proof/score-agent.ts';
import type { GuardScore } from '../../proof/score-guard.ts';
import type { MadeTable } from '../../proof/made-table.ts';
import type { AgentId } from '../../sandbox/agents/open-agents.ts';
import type { SandboxReport } from '../../sandbox/evaluation/report-scores.ts';
import type { ScoredEpisode } from '../../sandbox/evaluation/score-scenario.ts';

/** Which rows, and in which order, follow from the seed and the size. */
export type SampleOrder = { size: number; seed: number };

/** What every result says of itself, finished or not. `done` and `of` count rows, errands, or the Lab's ideas. */
export type Measurement = {
  model: ModelFacts;
  seed: number;
  /** Where it ran, and on how many threads. */
  device: string;
  threads: number;
  /** When it began, ISO with zone. */
  at: string;
  done: number;
  of: number;
};

export type AgentFailure = {
  id: string;
  /** What was said up to the turn that failed. */
  turns: readonly string[];
  expected: TurnLines;
  got: TurnLines;
  /** 0 to 1, or null where the engine gives none. */
  confidence: number | null;
};
export type AgentMeasurement = Measurement & { score: AgentScore; failures: readonly AgentFailure[] };

export type GuardFailure = { row: GuardProofRow; heads: HeadScores; verdict: Verdict };
export type GuardMeasurement = Measurement & { score: GuardScore; failures: readonly GuardFailure[] };

export type Times = { n: number; p50: number | null; p95: number | null };
export type SpeedMeasurement = Measurement & {
  /** Of the agent's files in a worker of its own, from the browser's cache where they are there; milliseconds. */
  loadMs: number;
  /** From the sentence to the plan carried out in a scratch store. */
  turn: Times;
  /** As the page waits for it; null where there is no guard. */
  judgement: Times | null;
};

export type SandboxFailure = ScoredEpisode & { instruction: string };
export type SandboxMeasurement = Measurement & {
  report: SandboxReport;
  /** Whether the guard's heads judged the instructions; payee and amount are traced in any case. */
  withHeads: boolean;
  failures: readonly SandboxFailure[];
};

export type LabMeasurement = Measurement & {
  metric: Metric;
  rounds: readonly Round[];
  /** On the rows put aside, beside a guess; empty until the trying has ended. */
  scores: readonly NamedScore[];
  checks: readonly Check[];
};

export const measuredEngines = ['errand-agent', 'baseline-rules'] as const;
export type MeasuredEngine = (typeof measuredEngines)[number];

export const measuredActors = [
  'errand-actor',
  'errand-actor-untuned',
  'pattern',
  'oracle',
] as const satisfies AgentId[];
export type MeasuredActor = (typeof measuredActors)[number];

/** Hears how far it is after each row; false stops it, with what is done. */
export type OnStep<Result> = (soFar: Result) => boolean;
/** One measurement; `signal` ends at once what would take long to come to its next row. */
export type Measure<Order, Result> = (
  order: Order,
  onStep: OnStep<Result>,
  signal: AbortSignal,
) => Promise<Outcome<Result, string>>;

/** What the page "Proof" may do. Nothing of it touches the person's tasks: each row has a scratch store of its own. */
export type ProofDoor = {
  figures(): Promise<Outcome<Figures, string>>;
  /** The files that this app ships; null where it has no such model. */
  models: { agent: ModelFacts | null; guard: ModelFacts | null; actor: ModelFacts | null };
  measureAgent: Measure<SampleOrder & { engine: MeasuredEngine }, AgentMeasurement>;
  measureGuard: Measure<SampleOrder, GuardMeasurement>;
  /** `size` counts errands. */
  measureSandbox: Measure<SampleOrder & { agent: MeasuredActor }, SandboxMeasurement>;
  /** `size` counts the rows of the table that is made. */
  measureLab: Measure<SampleOrder & Pick<MadeTable, 'answers'>, LabMeasurement>;
  measureSpeed: Measure<SampleOrder, SpeedMeasurement>;
};
