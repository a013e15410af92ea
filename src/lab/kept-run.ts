import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LabJob } from './lab-session.ts';
import type { TableProgress } from './rounds.ts';
import type { TagProgress } from './text/run-tag.ts';

/** What a run has tried, and what it goes on from after a reload. */
export type Progress = TableProgress | TagProgress;
export type KeptRun = { job: LabJob; progress: Progress; version: number };

interface KeptSchema extends DBSchema {
  runs: { key: string; value: KeptRun };
}

/** Raised where a change makes what an older version kept useless. */
const version = 1;
const key = 'current';

/** Where a run that has not ended lies, so that it can go on after a reload. */
export type RunKeeper = {
  /** The run that was broken off, if one was. */
  load(): Promise<KeptRun | null>;
  save(job: LabJob, progress: Progress): Promise<void>;
  clear(): Promise<void>;
};

/**
 * A database of its own beside the tasks'. A browser that keeps nothing, or a full disk, costs the going on after a reload
 * and nothing else, so no failure leaves this file.
 */
export function keepRuns(name = 'errand-lab'): RunKeeper {
  const open = (): Promise<IDBPDatabase<KeptSchema>> =>
    openDB<KeptSchema>(name, 1, { upgrade: (upgrading) => void upgrading.createObjectStore('runs') });
  const quietly = async <Value>(
    work: (database: IDBPDatabase<KeptSchema>) => Promise<Value>,
    otherwise: Value,
  ): Promise<Value> => {
    try {
      const database = await open();
      try {
        return await work(database);
      } finally {
        database.close();
      }
    } catch {
      return otherwise;
    }
  };
  return {
    load: () =>
      quietly(async (database) => {
        const kept = await database.get('runs', key);
        return kept?.version === version ? kept : null;
      }, null),
    save: (job, progress) =>
      quietly(async (database) => {
        await database.put('runs', { job, progress, version }, key);
      }, undefined),
    clear: () => quietly((database) => database.delete('runs', key), undefined),
  };
}

export const keepsNothing: RunKeeper = {
  load: () => Promise.resolve(null),
  save: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};
