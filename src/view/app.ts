import type { Effect } from '../core/call.ts';
import type { Clock } from '../core/clock.ts';
import type { EngineStatus, GuardStatus } from '../core/engine-status.ts';
import type { CareLevel } from '../core/judgement.ts';
import type { Outcome } from '../core/outcome.ts';
import type { RunId } from '../core/plan.ts';
import type { ResolvedCall } from '../core/resolved-call.ts';
import type { RunEvent, RunFailureCode } from '../core/run-event.ts';
import type { RunView } from '../core/run-view.ts';
import type { TaskState } from '../core/task.ts';
import type { FreeModel } from '../core/free-model.ts';
import type { StoreCode } from '../store/store-failure.ts';
import type { GuardDoor } from './guard/guard-door.ts';
import type { CorrectionsDoor } from './settings/corrections-door.ts';
import type { PackagesDoor } from './lab/packages-door.ts';
import type { ModelsDoor } from './models/models-door.ts';
import type { ProofDoor } from './proof/proof-door.ts';
import type { TrialDoor } from './share/trial-door.ts';
import type { SyncDoor } from './transfer/sync-door.ts';
import type { Ringer } from './reminders/ringer.ts';
import type { TransferDoor } from './transfer/transfer-door.ts';

/** A run of the log, as History lists it; its events fold to the view it had when it was live. */
export type SavedRun = {
  runId: RunId;
  at: string;
  text: string;
  events: readonly RunEvent[];
  undoable: boolean;
  undone: boolean;
};

/** What the screen sees. Replaced as a whole whenever something in it changes. */
export type AppSnapshot = {
  tasks: TaskState;
  /** The run in progress, or the last one that ended. */
  run: RunView | null;
  /** True from submit until the run has ended, questions and confirmations included. */
  busy: boolean;
  engine: EngineStatus;
  /** Set where the chosen engine could not be used and the embedded agent answers instead. */
  engineFallback: { name: string; code: string; message: string } | null;
  guard: GuardStatus;
  /** How careful the person wants it. */
  care: CareLevel;
  canUndo: boolean;
  canRedo: boolean;
  /** Set where the store cannot be used at all: nothing would be kept. */
  storeProblem: StoreCode | null;
  /** Tasks of the last listing the agent showed, in order, or null. */
  listing: readonly string[] | null;
  /** What the person has just put right, by saying `runId` or editing: kept as a correction of `text`. */
  learnt: { id: string; runId: RunId; text: string } | null;
};

/** One tool as the help shows it; the sentences are what a person could say. */
export type HelpTopic = { tool: string; effect: Effect; summary: string; examples: readonly string[] };

/** How the rules read one sentence as a task. The model may read it another way. */
export type QuickReading = {
  /** What would be added. */
  call: ResolvedCall;
  title: string;
  /** What was taken out of the sentence, as written, from `start` on. */
  parts: readonly {
    kind: 'due' | 'repeat' | 'priority' | 'tag' | 'list';
    start: number;
    text: string;
    meaning: string;
  }[];
};

/** The one door between the screen and the rest. main.ts makes it; the view holds nothing that writes. */
export type App = {
  snapshot(): AppSnapshot;
  /** Calls back at each change; returns how to stop that. */
  subscribe(onChange: (snapshot: AppSnapshot) => void): () => void;
  clock(): Clock;
  /** Derived from the registry of tools. */
  help(): readonly HelpTopic[];
  /** Of the screen's own settings, such as saved filters. Undefined where there is none. */
  readSetting(key: string): Promise<unknown>;
  keepSetting(key: string, value: unknown): Promise<void>;
  /** Null where the sentence is not plainly one new task. Words in `leftAlone` stay in the title. */
  readQuickly(text: string, leftAlone: readonly string[]): QuickReading | null;
  /** Null where reminders only show on the page. */
  readonly ringer: Ringer | null;
  submit(text: string): void;
  stop(): void;
  /** Answers the open question with one of its candidates. */
  pick(candidateId: string): void;
  confirm(): void;
  decline(): void;
  undo(): void;
  redo(): void;
  /** An edit by hand: judged by effect only, in the same log, with the same undo. `confirmed` says that the person was asked. */
  act(
    calls: readonly ResolvedCall[],
    options?: { confirmed: boolean },
  ): Promise<Outcome<RunView, RunFailureCode | 'needs-confirmation'>>;
  /** The last run was not what was meant: takes it back, and what is said next counts as what was. */
  notMeant(): void;
  /** What the settings may do with the person's corrections; null where nothing can be kept. */
  openCorrections(): Promise<CorrectionsDoor | null>;
  /** Tasks, lists, log and settings; has no inverse, so the screen asks first. */
  eraseEverything(): Promise<Outcome<void, StoreCode>>;
  /** What is in the trash goes for good; has no inverse, so the screen asks first. */
  emptyTrash(): Promise<Outcome<void, StoreCode>>;
  setCare(care: CareLevel): void;
  /** The log, the newest first. */
  savedRuns(): Promise<readonly SavedRun[]>;
  /** What the page "In and out" may do; its code comes with the first call. Null where nothing can be kept. */
  openTransfer(): Promise<TransferDoor | null>;
  /** What "Other devices" may do; null where nothing can be kept. */
  openSync(): Promise<SyncDoor | null>;
  /** What the pages about the guard may ask of it; null where there is no guard at all. */
  openGuard(): Promise<GuardDoor | null>;
  /** What the page "Models" may do; its code comes with the first call. */
  openModels(): Promise<ModelsDoor>;
  /** What the Lab's page may do about Python packages; null where their list or a place to keep them is missing. */
  openPackages(): Promise<PackagesDoor | null>;
  /** The engine in use, to be asked freely by the Lab's and the Sandbox's roles; null where it answers in calls alone. */
  openModel(): Promise<FreeModel | null>;
  /** What the page "Proof" may do; its code comes with the first call. */
  openProof(): Promise<ProofDoor>;
  /** A store of its own to try somebody else's sentence in. */
  openTrial(): Promise<TrialDoor>;
  /** Loads again what could not be loaded: the chosen engine, the guard. */
  reloadEngine(): void;
};
