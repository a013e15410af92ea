import type { Outcome } from '../../core/outcome.ts';

export type SyncView = {
  kind: 'none' | 'server' | 'folder';
  /** The server's address or the folder's name. */
  place: string;
  /** `elsewhere`: another tab of this browser does it. */
  state: 'off' | 'elsewhere' | 'connecting' | 'on' | 'waiting' | 'asleep';
  /** Messages that were not written with this passphrase. */
  leftAside: number;
  /** Tasks that were deleted here and changed on another device. */
  questions: readonly { taskId: string; title: string }[];
};

/** What the part "Other devices" of the page may do. */
export type SyncDoor = {
  view(): SyncView;
  subscribe(onChange: (view: SyncView) => void): () => void;
  /** The page may have to be loaded again before it can reach the server. */
  useServer(address: string, passphrase: string): Promise<Outcome<{ needsReload: boolean }, string>>;
  useFolder(passphrase: string): Promise<Outcome<{ needsReload: boolean }, string>>;
  /** Asks the browser for the folder again; the state says what came of it. */
  wakeFolder(): Promise<void>;
  stop(): Promise<void>;
  bringBack(taskId: string): Promise<void>;
  leaveDeleted(taskId: string): void;
};
