import type { Clock } from '../core/clock.ts';
import { neverUnattended, type CareLevel } from '../core/judgement.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import type { Approved, CallResult, HistoryEntry, Plan, PlannedCall, RunId } from '../core/plan.ts';
import type { ResolvedCall } from '../core/resolved-call.ts';
import type { RunEvent, RunFailureCode } from '../core/run-event.ts';
import { applyEvent, viewRun, type RunView } from '../core/run-view.ts';
import type { Strings } from '../core/strings/en.ts';
import type { TaskState } from '../core/task.ts';
import { execute, type RunWrite } from '../executor/execute.ts';
import type { EngineFailureCode, GenerateRequest, Generation } from '../protocol/engine.ts';
import type { ToolContext } from '../tools/define-tool.ts';
import type { CorrectionBook } from './corrections/correction-book.ts';
import { continueConversation, conversationMinutes, newConversation, type Conversation } from './conversation.ts';
import { planByHand, planOfOne, type RunPlan, type RunWorld } from './plan-run.ts';
import { runByHand } from './run-by-hand.ts';
import { runSentence, type Judge, type RunPorts } from './run-loop.ts';

/** What a session needs of the store: to read, to write one run whole, and to keep the trace of one that wrote nothing. */
export type SessionStore = {
  readState: () => Promise<Outcome<TaskState, RunFailureCode>>;
  readHistory: () => Promise<Outcome<readonly HistoryEntry[], RunFailureCode>>;
  commitRun: (write: RunWrite & { record: RunRecord }) => Promise<Outcome<null, RunFailureCode>>;
  saveEvents: (record: RunRecord) => Promise<Outcome<null, RunFailureCode>>;
};

export type RunOrigin = 'typed' | 'spoken' | 'hand';
export type RunRecord = { runId: RunId; at: string; text: string; origin: RunOrigin; events: readonly RunEvent[] };

export type SessionEngine = {
  id: string;
  confidenceThreshold: number;
  ready: () => boolean;
  usesObservations?: boolean;
  standIn?: RunPorts['standIn'];
  generate: (
    request: GenerateRequest,
    onText: (textSoFar: string) => void,
  ) => Promise<Outcome<Generation, EngineFailureCode>>;
  interrupt: (runId: RunId) => void;
};

export type SessionOptions = {
  store: SessionStore;
  engine: SessionEngine;
  judge: Judge | null;
  care: () => CareLevel;
  /** The person's own corrections, looked up before an answer is acted on. */
  corrections?: CorrectionBook | null;
  clock: () => Clock;
  newId: () => string;
  strings: Strings;
  /** Called with the run as it stands after each of its events. */
  onRun: (run: RunView) => void;
  /** Nobody is there: questions end the run, confirmations count as given (commands.md, `npm run ask`). */
  unattended?: boolean;
};

type Waiting =
  | { kind: 'pick'; answer: (choice: { id: string; label: string } | null) => void }
  | { kind: 'confirm'; answer: (yes: boolean) => void };

/** One person's sequence of runs: what is running, what it waits for, and what "it" means next. */
export class Session {
  readonly #options: SessionOptions;
  #conversation: Conversation = newConversation;
  #current: { runId: RunId; done: Promise<RunView> } | null = null;
  #waiting: Waiting | null = null;
  #stopRequested = false;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  get busy(): boolean {
    return this.#current !== null;
  }

  get lastListing(): Conversation['lastListing'] {
    return this.#conversation.lastListing;
  }

  /** Starts a conversation that knows the given tasks as the last listing. */
  begin(conversation: Partial<Conversation>): void {
    this.#conversation = { ...newConversation, ...conversation };
  }

  /**
   * Runs a sentence to its end. One that holds a question or a confirmation is left unanswered by a new sentence; one
   * that still thinks goes on, and the new sentence is not taken (null).
   */
  async submit(text: string, origin: 'typed' | 'spoken' = 'typed'): Promise<RunView | null> {
    if (this.#current !== null) {
      if (this.#waiting === null) return null;
      this.#leaveUnanswered();
      await this.#current.done;
    }
    return this.#start((runId, append) =>
      runSentence({ runId, text, origin, conversation: this.#fresh() }, this.#ports(append, runId)),
    );
  }

  /** An edit by hand: judged by effect only, in the same log, with the same undo. */
  act(
    calls: readonly ResolvedCall[],
    confirmed: boolean,
  ): Promise<Outcome<RunView, RunFailureCode | 'needs-confirmation'>> {
    return this.#byHand((world) => planByHand(calls, world), confirmed);
  }

  /** The same for what is no tool of the agent's, such as an import: planned by the caller, judged and written alike. */
  carryOut(
    plan: (context: ToolContext) => PlannedCall,
  ): Promise<Outcome<RunView, RunFailureCode | 'needs-confirmation'>> {
    return this.#byHand((world) => planOfOne(plan(world), world), true);
  }

  async #byHand(
    plan: (world: RunWorld) => RunPlan,
    confirmed: boolean,
  ): Promise<Outcome<RunView, RunFailureCode | 'needs-confirmation'>> {
    if (this.#current !== null) {
      this.#leaveUnanswered();
      await this.#current.done;
    }
    let needsConfirmation = false;
    const view = await this.#start(async (runId, append) => {
      const ended = await runByHand(
        { runId, plan, confirmed, conversation: this.#fresh() },
        this.#ports(append, runId),
      );
      needsConfirmation = ended === 'needs-confirmation';
    });
    if (needsConfirmation) return failure('needs-confirmation', view.final ?? '');
    return view.failure === null ? success(view) : failure(view.failure.code, view.failure.message);
  }

  stop(): void {
    if (this.#current === null) return;
    this.#stopRequested = true;
    this.#options.engine.interrupt(this.#current.runId);
    this.#leaveUnanswered();
  }

  pick(choice: { id: string; label: string }): void {
    if (this.#waiting?.kind === 'pick') this.#waiting.answer(choice);
  }

  confirm(yes: boolean): void {
    if (this.#waiting?.kind === 'confirm') this.#waiting.answer(yes);
  }

  #leaveUnanswered(): void {
    if (this.#waiting?.kind === 'pick') this.#waiting.answer(null);
    else if (this.#waiting?.kind === 'confirm') this.#waiting.answer(false);
  }

  /** What was said too long ago is another conversation. */
  #fresh(): Conversation {
    const { last } = this.#conversation;
    if (last === null) return this.#conversation;
    // A clock that was set back since is as far away as one that went on.
    const minutes = Math.abs(Date.parse(`${this.#options.clock().now}Z`) - Date.parse(`${last.at}Z`)) / 60_000;
    return minutes > conversationMinutes ? newConversation : this.#conversation;
  }

  async #start(run: (runId: RunId, append: (event: RunEvent) => void) => Promise<void>): Promise<RunView> {
    const runId = this.#options.newId();
    const events: RunEvent[] = [];
    let view = viewRun([]);
    const append = (event: RunEvent) => {
      // The streamed text is in the answer's event as a whole; keeping every step would only swell the log.
      if (event.type !== 'streamed') events.push(event);
      view = applyEvent(view, event);
      this.#options.onRun(view);
    };
    this.#stopRequested = false;
    this.#events = events;
    const done = run(runId, append).then(() => view);
    this.#current = { runId, done };
    try {
      await done;
    } finally {
      this.#current = null;
    }
    this.#conversation = continueConversation(this.#conversation, view);
    if (!this.#isHand(view) || view.results.length > 0) await this.#options.store.saveEvents(recordOf(view, events));
    this.#options.onRun(view);
    return view;
  }
  #events: readonly RunEvent[] = [];

  #isHand(view: RunView): boolean {
    return view.origin === 'hand';
  }

  #ports(append: (event: RunEvent) => void, runId: RunId): RunPorts {
    const { store, engine, judge, care, corrections, clock, newId, strings, unattended } = this.#options;
    return {
      engineId: engine.id,
      confidenceThreshold: engine.confidenceThreshold,
      generate: engine.generate,
      engineReady: engine.ready,
      usesObservations: engine.usesObservations ?? false,
      standIn: engine.standIn ?? (() => null),
      judge,
      care,
      corrections: corrections ?? null,
      readWorld: async () => {
        const [state, history] = await Promise.all([store.readState(), store.readHistory()]);
        if (!state.ok) return state;
        return history.ok ? success({ state: state.value, history: history.value }) : history;
      },
      clock,
      newId,
      strings,
      append,
      commit: (approved) => this.#commit(approved, runId),
      pick: () =>
        unattended === true ? Promise.resolve(null) : this.#wait<{ id: string; label: string } | null>('pick'),
      // An answer that is the model's own guess is shown, never acted on, where nobody can say yes to it.
      confirm: (_changes, { reason }) =>
        unattended === true ? Promise.resolve(!neverUnattended.includes(reason)) : this.#wait<boolean>('confirm'),
      stopped: () => this.#stopRequested,
    };
  }

  #commit(approved: Approved<Plan>, runId: RunId): Promise<Outcome<readonly CallResult[], RunFailureCode>> {
    const record = recordOf({ ...viewRun(this.#events), runId }, this.#events);
    return execute(approved, (write) => this.#options.store.commitRun({ ...write, record }));
  }

  #wait<Answer>(kind: Waiting['kind']): Promise<Answer> {
    return new Promise<Answer>((resolve) => {
      const answer = (value: Answer) => {
        this.#waiting = null;
        resolve(value);
      };
      // `kind` fixes which answer it takes; the two branches of the union differ in nothing else.
      this.#waiting = { kind, answer } as Waiting;
    });
  }
}

function recordOf(view: RunView, events: readonly RunEvent[]): RunRecord {
  return { runId: view.runId, at: view.at, text: view.text, origin: view.origin, events: [...events] };
}
