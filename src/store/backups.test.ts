import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { openBackups } from './backups.ts';

it('keeps the last ten days, one a day, and gives each back as it was', async () => {
  const backups = await openBackups('ten-days');
  for (let day = 1; day <= 14; day += 1) {
    const date = `2026-11-${String(day).padStart(2, '0')}`;
    await backups.add('daily', `${date}T08:00`, day, `state of day ${String(day)} é`);
  }
  const kept = await backups.list();
  expect(kept.map(({ id }) => id.slice(-2))).toEqual(['14', '13', '12', '11', '10', '09', '08', '07', '06', '05']);
  expect(await backups.read('2026-11-07')).toBe('state of day 7 é');
  expect(await backups.read('2026-11-01')).toBeNull();
  backups.close();
});

it('keeps those made before something was replaced apart from the days', async () => {
  const backups = await openBackups('others');
  await backups.add('daily', '2026-11-01T08:00', 1, 'a');
  for (let minute = 10; minute < 25; minute += 1)
    await backups.add('before-replacing', `2026-11-02T08:${String(minute)}`, 1, 'b');
  const kept = await backups.list();
  expect(kept).toHaveLength(11);
  expect(kept.at(-1)).toMatchObject({ kind: 'daily', id: '2026-11-01' });
  backups.close();
});
