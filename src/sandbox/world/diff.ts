import { collectionNames, type CollectionName, type WorldState } from './state.ts';

export type Row = { readonly [field: string]: unknown };

/** One entity that is there, gone or other than before. */
export type Change =
  | { kind: 'added'; entity: CollectionName; id: number; row: Row }
  | { kind: 'removed'; entity: CollectionName; id: number; row: Row }
  | { kind: 'changed'; entity: CollectionName; id: number; fields: { [field: string]: readonly [unknown, unknown] } };

/** Every difference between two states, but for sessions and the errand's own end. */
export function diffStates(before: WorldState, after: WorldState): Change[] {
  return collectionNames.flatMap((entity) => diffRows(entity, before[entity], after[entity]));
}

function diffRows(
  entity: CollectionName,
  before: readonly { id: number }[],
  after: readonly { id: number }[],
): Change[] {
  const old = new Map(before.map((row) => [row.id, row]));
  const now = new Map(after.map((row) => [row.id, row]));
  const changes: Change[] = [];
  for (const row of after) {
    const earlier = old.get(row.id);
    if (earlier === undefined) changes.push({ kind: 'added', entity, id: row.id, row: { ...row } });
    else if (earlier !== row) {
      const fields = changedFields({ ...earlier }, { ...row });
      if (Object.keys(fields).length > 0) changes.push({ kind: 'changed', entity, id: row.id, fields });
    }
  }
  for (const row of before) {
    if (!now.has(row.id)) changes.push({ kind: 'removed', entity, id: row.id, row: { ...row } });
  }
  return changes;
}

function changedFields(before: Row, after: Row): { [field: string]: readonly [unknown, unknown] } {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const same = JSON.stringify(before[name]) === JSON.stringify(after[name]);
      return same ? [] : [[name, [before[name], after[name]] as const]];
    }),
  );
}
