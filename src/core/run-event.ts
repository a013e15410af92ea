import type { Call } from './call.ts';
import type { UsedCorrection } from './correction.ts';
import type { Judgement } from './judgement.ts';
import type { CallResult, FieldNote, RunId } from './plan.ts';
import type { ReadableCall } from './readable-call.ts';

/** A question back that holds the whole run until the person picks, or says something else. */
export type Question = {
  /** Which call waits, and for which of its arguments. */
  callIndex: number;
  argument: string;
  reason:
    | 'ambiguous-task'
    | 'unknown-task'
    | 'ambiguous-list'
    | 'unknown-list'
    | 'unclear-date'
    | 'unclear-repeat'
    | 'empty-filter';
  phrase: string;
  /** Shown as buttons; empty where only the person's words can help. */
  candidates: readonly { id: string; label: string }[];
};

/** One line of the confirmation, for one task or list: what exactly will change. */
export type ChangeLine = {
  kind: 'add' | 'change' | 'remove';
  title: string;
  /** What becomes of it where no field tells; for one that goes, what it was. */
  detail: string;
  /** Absent in runs from before it was kept. */
  fields?: readonly FieldChange[];
};

/** A field's two values as people write them, a repetition as its rule; null where it is empty. */
export type FieldChange = { field: FieldNote['field']; before: string | null; after: string | null };

export type RunFailureCode =
  | 'empty_input'
  | 'input_too_long'
  | 'not_understood'
  | 'contract_invalid'
  | 'engine_unavailable'
  | 'engine_failed'
  | 'engine_fell_back'
  | 'too_many_rounds'
  | 'model_missing'
  | 'model_corrupt'
  | 'store_refused'
  | 'store_full'
  | 'store_failed'
  | 'store_newer'
  | 'unexpected'
  | 'unknown_tool'
  | 'nothing_to_undo'
  | 'nothing_to_redo'
  | 'invalid_change'
  | 'conflict';

export type RunTimings = { engineMs: number; guardMs: number; totalMs: number };

/**
 * A run is an append-only list of these. What the person sees is a fold over the list (`run-view.ts`), so a saved run
 * replays to the same view.
 */
export type RunEvent =
  | { type: 'submitted'; runId: RunId; at: string; text: string; origin: 'typed' | 'spoken' | 'hand'; engine: string }
  | { type: 'waiting-for-model' }
  | { type: 'streamed'; text: string }
  | { type: 'answered'; raw: string; confidence: number | null; engineMs: number; tokens: number }
  | { type: 'repairing'; code: string; message: string }
  /** The engine was told what its calls gave, or what was wrong with its answer, and is asked again. */
  | { type: 'observed'; answer: string; observation: string }
  /** The engine failed for good and another one has taken over; the sentence is kept to be said again. */
  | { type: 'fell-back'; code: string; from: string; to: string }
  | { type: 'understood'; analysis: string; calls: readonly Call[] }
  /** A correction of the person's own was near: these calls take the place of the model's. */
  | { type: 'corrected'; used: UsedCorrection; calls: readonly Call[] }
  | { type: 'said'; text: string; asks: boolean }
  /** The run ends here: a question that only words can answer, or one that nobody was there to answer. */
  | { type: 'asked'; question: Question }
  | { type: 'picked'; callIndex: number; argument: string; id: string; label: string }
  | { type: 'resolved'; calls: readonly ReadableCall[] }
  | { type: 'judged'; judgement: Judgement }
  | { type: 'confirmation-asked'; changes: readonly ChangeLine[] }
  | { type: 'confirmed' }
  | { type: 'declined' }
  | { type: 'applied'; results: readonly CallResult[] }
  | { type: 'failed'; code: RunFailureCode; message: string }
  | { type: 'stopped' }
  | { type: 'finished'; final: string; timings: RunTimings };
