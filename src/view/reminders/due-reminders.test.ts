import { describe, expect, it } from 'vitest';
import { emptyState, type Task, type TaskState } from '../../core/task.ts';
import { dueReminders, hasReminderAhead, keptSeen, reminderKey } from './due-reminders.ts';
import { sampleTask } from '../../core/testing/sample-task.ts';

const task = (id: string, title: string, fields: Partial<Task>) => sampleTask(id, { title, ...fields });

const early = task('a', 'Early', { reminder: '2026-11-21T08:00' });
const late = task('b', 'Late', { reminder: '2026-11-21T09:00' });
const ahead = task('c', 'Ahead', { reminder: '2026-11-21T09:01' });
const done = task('d', 'Done', { reminder: '2026-11-21T08:00', done: true });
const state: TaskState = { ...emptyState, tasks: new Map([early, late, ahead, done].map((each) => [each.id, each])) };
const now = '2026-11-21T09:00';

describe('reminders', () => {
  it('are due from their minute on, the latest first, and never for what is done', () => {
    expect(dueReminders(state, now, new Set()).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('ring again once they are moved', () => {
    const seen = new Set([reminderKey(late)]);
    expect(dueReminders(state, now, seen)).toEqual([early]);
    const moved = new Map(state.tasks).set('b', { ...late, reminder: '2026-11-21T08:59' });
    expect(dueReminders({ ...state, tasks: moved }, now, seen).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('are worth asking for notifications only while one is to come', () => {
    expect(hasReminderAhead(state, now)).toBe(true);
    expect(hasReminderAhead(state, '2026-11-21T09:01')).toBe(false);
  });

  it('forget what was seen of reminders that are gone, and take nothing that is malformed', () => {
    expect([...keptSeen([reminderKey(early), '2020-01-01T00:00 a', 7], state)]).toEqual([reminderKey(early)]);
    expect(keptSeen('x', state).size).toBe(0);
  });
});
