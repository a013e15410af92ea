import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { allMigrations } from './migrations/all-migrations.ts';
import type { Migration } from './migrations/migration.ts';
import { openDatabase } from './open-database.ts';
import { openStore } from './repository.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const silent = { onBlocked: () => undefined, onClosed: () => undefined };
const next: Migration = {
  version: allMigrations.length + 1,
  upgrade: (database) => void database.createObjectStore('later'),
};

it('numbers the migrations without a gap', () => {
  expect(allMigrations.map(({ version }) => version)).toEqual(allMigrations.map((_, index) => index + 1));
});

it('runs only the migrations that are missing, and keeps what is there', async () => {
  const first = await openDatabase('upgrade', silent);
  if (!first.ok) throw new Error(first.message);
  await first.value.put('settings', 'kept', 'key');
  first.value.close();
  const second = await openDatabase('upgrade', silent, [...allMigrations, next]);
  if (!second.ok) throw new Error(second.message);
  expect([...second.value.objectStoreNames]).toContain('later');
  expect(await second.value.get('settings', 'key')).toBe('kept');
  second.value.close();
});

it('gives way to a newer version in another tab, and says so', async () => {
  const old = await openStore('newer');
  if (!old.ok) throw new Error(old.message);
  const heard = vi.fn();
  old.value.subscribe(heard);
  const newer = await openDatabase('newer', silent, [...allMigrations, next]);
  expect(newer.ok).toBe(true);
  expect(heard).toHaveBeenCalledWith({ kind: 'closed', code: 'store_newer' }, 'this-tab');
  expect(await old.value.readState()).toMatchObject({ ok: false, code: 'store_failed' });
  expect(await openStore('newer')).toMatchObject({
    ok: false,
    code: 'store_newer',
  });
  old.value.close();
  if (newer.ok) newer.value.close();
});

it('says that it is blocked by a tab that does not give way', async () => {
  const stubborn = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('blocked', 1);
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
  const onBlocked = vi.fn(() => {
    stubborn.close();
  });
  const opened = await openDatabase('blocked', { ...silent, onBlocked }, [...allMigrations, next]);
  expect(onBlocked).toHaveBeenCalledOnce();
  expect(opened.ok).toBe(true);
  if (opened.ok) opened.value.close();
});

it.each(['SecurityError', 'InvalidStateError'])('says plainly that the browser refuses (%s)', async (name) => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', name);
  });
  expect(await openStore('refused')).toMatchObject({
    ok: false,
    code: 'store_refused',
    message: expect.stringContaining('private') as string,
  });
});

it('says plainly that there is no room to begin with', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('no', 'QuotaExceededError');
  });
  expect(await openStore('full')).toMatchObject({ ok: false, code: 'store_full' });
});

it('says plainly that there is no database at all', async () => {
  vi.stubGlobal('indexedDB', undefined);
  expect(await openStore('none')).toMatchObject({ ok: false, code: 'store_refused' });
});
