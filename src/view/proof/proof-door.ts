import type { HeadScores, Verdict } from '../../core/judgement.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { TurnLines } from '../../proof/describe-turn.ts';
import type { Figures } from '../../proof/figures.ts';
import type { ModelFacts } from '../../proof/model-facts.ts';
import type { GuardProofRow } from '../../proof/proof-rows.ts';
import type { AgentScore } from '../../proof/score-agent.ts';
import type { GuardScore } from '../../proof/score-guard.ts';

/** Which rows, and in which order, follow from the seed and the size. */
export type SampleOrder = { size: number; seed: number };

/** What every result says of itself, finished or not. `done` and `of` count rows. */
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

export const measuredEngines = ['errand-agent', 'baseline-rules'] as const;
export type MeasuredEngine = (typeof measuredEngines)[number];

/** Hears how far it is after each row; false stops it, with what is done. */
export type OnStep<Result> = (soFar: Result) => boolean;

/** What the page "Proof" may do. Nothing of it touches the person's tasks: each row has a scratch store of its own. */
export type ProofDoor = {
  figures(): Promise<Outcome<Figures, string>>;
  /** The files that this app ships; null where it has no such model. */
  models: { agent: ModelFacts | null; guard: ModelFacts | null };
  measureAgent(
    order: SampleOrder & { engine: MeasuredEngine },
    onStep: OnStep<AgentMeasurement>,
  ): Promise<Outcome<AgentMeasurement, string>>;
  measureGuard(order: SampleOrder, onStep: OnStep<GuardMeasurement>): Promise<Outcome<GuardMeasurement, string>>;
  measureSpeed(order: SampleOrder, onStep: OnStep<SpeedMeasurement>): Promise<Outcome<SpeedMeasurement, string>>;
};
