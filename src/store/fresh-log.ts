import { deleteDB, openDB } from 'idb';

/**
 * Makes Chromium begin a new write log for this origin's databases.
 *
 * Chromium keeps IndexedDB in LevelDB and goes on with the log it finds. Where it was killed between the header of a record
 * and its bytes, what is written afterwards lies behind that half record, and the start after next finds "Corruption: checksum
 * mismatch" and throws everything away. A database that is deleted is compacted, which writes out what the log holds and
 * begins another; so one is made and deleted at each start, before anything else is written. Other browsers lose a few
 * milliseconds by it. `e2e/durability.spec.ts` tears a log by hand and shows both.
 *
 * Never fails: a store that cannot be opened says so itself.
 */
export async function startFreshLog(name: string): Promise<void> {
  const passing = `${name}-log`;
  try {
    const database = await openDB(passing, 1);
    database.close();
    await deleteDB(passing);
  } catch {
    // Refused, as it will be for the store.
  }
}
