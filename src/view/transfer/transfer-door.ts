import type { Outcome } from '../../core/outcome.ts';
import type { ExportFormat } from '../../core/plan.ts';
import type { Backup } from '../../store/backups.ts';
import type { ImportFormat, LineNote } from '../../transfer/draft.ts';

export type OutFile = { name: string; mediaType: string; content: string; taskCount: number };

/** What a file would do, before anything is done. */
export type ImportPreview =
  | {
      kind: 'tasks';
      fileName: string;
      format: ImportFormat;
      taskCount: number;
      newLists: readonly string[];
      /** The first of them, as they would be. */
      sample: readonly { title: string; list: string | null; due: string | null; done: boolean }[];
      notes: readonly LineNote[];
      skipPresent: boolean;
    }
  | { kind: 'state'; fileName: string; writtenAt: string; taskCount: number; listCount: number; runCount: number };

export type ImportProgress = 'reading' | 'checking' | 'writing';

export type LiveFile =
  | { state: 'unsupported' }
  | { state: 'off' }
  /** The browser asks again before a page may write to a file it was given earlier. */
  | { state: 'asleep'; name: string }
  | { state: 'on'; name: string; writtenAt: string | null }
  | { state: 'failed'; name: string };

export type StorageUse = { usedBytes: number | null; quotaBytes: number | null; persisted: boolean | null };

type Done = Promise<Outcome<string, string>>;

/** What the page "In and out" may do. */
export type TransferDoor = {
  exportFile(format: ExportFormat): Promise<Outcome<OutFile, string>>;
  /** Everything, with history and settings: the one file for another computer. */
  stateFile(): Promise<Outcome<OutFile, string>>;
  /** Reads a file and says what it would do. Nothing is changed. */
  read(file: File, onProgress: (at: ImportProgress) => void): Promise<Outcome<ImportPreview, string>>;
  /** The same file again with the other choice. */
  choose(skipPresent: boolean): ImportPreview | null;
  /** Does what the last preview says; gives the sentence to show. */
  accept(onProgress: (at: ImportProgress) => void): Done;
  /** Forgets the file that was read. */
  leave(): void;
  backups(): Promise<readonly Backup[]>;
  backUpNow(): Done;
  /** Puts a backup in the place of everything; the state before is backed up first. */
  restore(id: string): Done;
  backupFile(id: string): Promise<Outcome<OutFile, string>>;
  liveFile(): Promise<LiveFile>;
  /** Asks for a file and keeps it up to date from now on. */
  startLiveFile(): Promise<LiveFile>;
  wakeLiveFile(): Promise<LiveFile>;
  stopLiveFile(): Promise<LiveFile>;
  storage(): Promise<StorageUse>;
  /** Asks the browser not to throw the data away when room gets short. */
  persist(): Promise<StorageUse>;
};
