import type { Outcome } from '../../core/outcome.ts';

/** What this browser says of the machine it runs on. */
export type MachineReport = {
  /** The graphics card as WebGPU names it; null where there is none to use. */
  adapter: {
    name: string;
    isSoftware: boolean;
    maxBufferBytes: number;
    maxBindingBytes: number;
    hasF16: boolean;
  } | null;
  /** Rounded down, and never above 8; null where the browser does not say it. */
  memoryGb: number | null;
  cores: number;
  /** Whether the page may use threads. */
  hasThreads: boolean;
  usedBytes: number | null;
  quotaBytes: number | null;
  persisted: boolean | null;
  ownModel: 'no' | 'fetchable' | 'ready';
};

/** How far a download is. */
export type ProgressView = {
  phase: 'listing' | 'downloading' | 'reconnecting' | 'checking';
  loadedBytes: number;
  totalBytes: number;
  bytesPerSecond: number | null;
  secondsLeft: number | null;
};

export type EngineCard = {
  id: string;
  name: string;
  summary: string;
  licence: string;
  /** Quantization and context, as far as they are known. */
  facts: readonly string[];
  kind: 'embedded' | 'fetched' | 'browser' | 'server';
  /** The person's own, which can be taken off the list. */
  isOwn: boolean;
  /** Why it cannot run here, or null. */
  obstacle: string | null;
  /** What may go wrong here, or null. */
  caution: string | null;
  /** Where its files come from; empty where nothing is fetched. */
  hosts: readonly string[];
  /** Whether the page may connect there, needs to be loaded anew first, or has to be allowed. */
  reach: 'open' | 'after-reload' | 'closed';
  /** Its memory need in bytes where only that is known, to say something before the size is asked for. */
  atMostBytes: number | null;
  here: 'absent' | 'partial' | 'stored';
  doing: 'listing' | 'downloading' | 'checking' | null;
  totalBytes: number | null;
  storedBytes: number;
  progress: ProgressView | null;
  problem: string | null;
  mended: number | null;
  /** The choice names this one. */
  isChosen: boolean;
  /** It answers now. */
  isInUse: boolean;
  /** Measured after it was loaded, this time. */
  tokensPerSecond: number | null;
};

export type StoredPlace = {
  what: 'tasks' | 'app' | 'embedded' | 'models' | 'unfinished';
  where: string;
  bytes: number | null;
};

export type Comparison = {
  id: string;
  name: string;
  answer: string | null;
  problem: string | null;
  loadMs: number | null;
  turnMs: number | null;
  tokens: number | null;
};

export type ModelsView = {
  machine: MachineReport | null;
  cards: readonly EngineCard[];
  choice: string;
  fallback: { name: string; code: string; message: string } | null;
  measurement: { at: string; processorMs: number | null; graphicsMs: number | null; reason: string | null } | null;
  /** Why the two are not measured by themselves here; null where they are, or it is not known yet. */
  notByItself: 'no-adapter' | 'software' | 'offline' | 'saves-data' | 'no-locks' | null;
  /** The engine that `auto` stands for. */
  automatic: string;
  isMeasuring: boolean;
  compared: readonly Comparison[];
  isComparing: boolean;
  server: { address: string; model: string } | null;
  needsReload: boolean;
};

/** What the page "Models" may do. */
export type ModelsDoor = {
  view(): ModelsView;
  subscribe(onChange: (view: ModelsView) => void): () => void;
  /** Reads the machine and the storage anew. */
  refresh(): Promise<void>;
  /** An engine's id, or `auto`. */
  choose(id: string): Promise<void>;
  /** Loads the chosen one again after another had to take its place. */
  tryAgain(): void;
  /** Lets the page connect to a model's hosts; it has to be loaded again then. */
  allow(id: string): Promise<Outcome<null, string>>;
  ask(id: string): void;
  download(id: string): void;
  pause(id: string): void;
  /** Stops, and deletes what has come; also deletes a whole model. */
  remove(id: string): Promise<void>;
  mend(id: string): void;
  /** Takes a model of the person's own off the list, with its files. */
  forget(id: string): Promise<void>;
  measure(): Promise<void>;
  compare(ids: readonly [string, string], sentence: string): Promise<void>;
  addAddress(model: { name: string; model: string; library: string }): Promise<Outcome<null, string>>;
  addFolder(name: string, files: readonly File[]): Promise<Outcome<null, string>>;
  /** Null switches it off. */
  useServer(server: { address: string; model: string } | null): Promise<Outcome<null, string>>;
  storedPlaces(): Promise<readonly StoredPlace[]>;
  reload(): void;
};
