import type { Call } from './call.ts';
import type { UsedCorrection } from './correction.ts';
import type { Judgement } from './judgement.ts';
import { unreachable } from './outcome.ts';
import type { CallResult, RunId } from './plan.ts';
import type { ReadableCall } from './readable-call.ts';
import type { ChangeLine, Question, RunEvent, RunFailureCode, RunTimings } from './run-event.ts';

export type RunPhase =
  'waiting' | 'thinking' | 'asking' | 'confirming' | 'applying' | 'done' | 'declined' | 'stopped' | 'failed';

/** What the person sees of one run. */
export type RunView = {
  runId: RunId;
  at: string;
  text: string;
  origin: 'typed' | 'spoken' | 'hand';
  engine: string;
  phase: RunPhase;
  /** The engine's text, as far as it has come. */
  raw: string;
  confidence: number | null;
  tokens: number | null;
  repaired: { code: string; message: string } | null;
  /** Of engines that are told what their calls gave, oldest first. */
  rounds: readonly { answer: string; observation: string }[];
  /** The engine that failed for good, why, and which one has taken over. */
  fellBack: { code: string; from: string; to: string } | null;
  analysis: string | null;
  calls: readonly Call[];
  resolved: readonly ReadableCall[];
  /** The person's own correction that the calls follow. */
  corrected: UsedCorrection | null;
  question: Question | null;
  picks: readonly { callIndex: number; argument: string; id: string; label: string }[];
  judgement: Judgement | null;
  changes: readonly ChangeLine[];
  results: readonly CallResult[];
  /** The engine's own sentence, where it made no call. */
  said: { text: string; asks: boolean } | null;
  failure: { code: RunFailureCode; message: string } | null;
  final: string | null;
  timings: RunTimings | null;
};

const blank: RunView = {
  runId: '',
  at: '',
  text: '',
  origin: 'typed',
  engine: '',
  phase: 'thinking',
  raw: '',
  confidence: null,
  tokens: null,
  repaired: null,
  rounds: [],
  fellBack: null,
  analysis: null,
  calls: [],
  resolved: [],
  corrected: null,
  question: null,
  picks: [],
  judgement: null,
  changes: [],
  results: [],
  said: null,
  failure: null,
  final: null,
  timings: null,
};

/** Folds a run's events into what is shown. The same for a live run and a saved one. */
export function viewRun(events: readonly RunEvent[]): RunView {
  return events.reduce(applyEvent, blank);
}

/** One step of the fold, so that a live run need not be folded from its start at each token. */
export function applyEvent(view: RunView, event: RunEvent): RunView {
  switch (event.type) {
    case 'submitted': {
      const { runId, at, text, origin, engine } = event;
      return { ...blank, runId, at, text, origin, engine };
    }
    case 'waiting-for-model':
      return { ...view, phase: 'waiting' };
    case 'streamed':
      return { ...view, phase: 'thinking', raw: event.text };
    case 'answered': {
      const { raw, confidence, tokens } = event;
      return { ...view, phase: 'thinking', raw, confidence, tokens };
    }
    case 'repairing':
      return { ...view, repaired: { code: event.code, message: event.message } };
    case 'observed': {
      const { answer, observation } = event;
      return { ...view, phase: 'thinking', rounds: [...view.rounds, { answer, observation }] };
    }
    case 'fell-back': {
      const { code, from, to } = event;
      return { ...view, fellBack: { code, from, to } };
    }
    case 'understood':
      return { ...view, analysis: event.analysis, calls: event.calls };
    case 'corrected':
      return { ...view, corrected: event.used, calls: event.calls, said: null };
    case 'said':
      return { ...view, said: { text: event.text, asks: event.asks } };
    case 'asked':
      return { ...view, phase: 'asking', question: event.question };
    case 'picked': {
      const { callIndex, argument, id, label } = event;
      return { ...view, phase: 'thinking', question: null, picks: [...view.picks, { callIndex, argument, id, label }] };
    }
    case 'resolved':
      return { ...view, resolved: event.calls };
    case 'judged':
      return { ...view, judgement: event.judgement };
    case 'confirmation-asked':
      return { ...view, phase: 'confirming', changes: event.changes };
    case 'confirmed':
      return { ...view, phase: 'applying' };
    case 'declined':
      return { ...view, phase: 'declined' };
    case 'applied':
      return { ...view, phase: 'applying', results: event.results };
    case 'failed':
      return { ...view, phase: 'failed', failure: { code: event.code, message: event.message } };
    case 'stopped':
      return { ...view, phase: 'stopped' };
    case 'finished':
      return { ...view, phase: ended(view.phase), final: event.final, timings: event.timings };
    default:
      return unreachable(event);
  }
}

/** A run that was declined, refused to run or left with a question keeps saying so after its last sentence. */
function ended(phase: RunPhase): RunPhase {
  return phase === 'declined' || phase === 'failed' || phase === 'stopped' || phase === 'asking' ? phase : 'done';
}
