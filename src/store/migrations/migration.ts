/**
 * One step of the database from a version to the next. It runs inside the versionchange transaction, so it may await
 * nothing but that transaction's own requests. It knows no type of the newest schema: it must go on working when that
 * has changed.
 */
export type Migration = {
  version: number;
  upgrade: (database: IDBDatabase, transaction: IDBTransaction) => void;
};
