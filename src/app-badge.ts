import { dateOf, today } from './core/local-time.ts';
import { isOpen, type TaskState } from './core/task.ts';
import type { Clock } from './core/clock.ts';
import type { App } from './view/app.ts';

/** What is due today or was due before: the number on the app's icon. */
export function dueCount({ tasks }: TaskState, clock: Clock): number {
  const day = today(clock);
  return [...tasks.values()].filter((task) => isOpen(task) && task.due !== null && dateOf(task.due) <= day).length;
}

const dayCheckMs = 60_000;

/** Keeps the number on the icon of the installed app right, also when a day begins. */
export function followBadge(app: Pick<App, 'snapshot' | 'subscribe' | 'clock'>): void {
  if (!('setAppBadge' in navigator)) return;
  let shown = -1;
  let counted: { tasks: TaskState; day: string } | null = null;
  const show = () => {
    const { tasks } = app.snapshot();
    const clock = app.clock();
    // A run tells of itself many times, and changes the tasks once.
    if (counted?.tasks === tasks && counted.day === today(clock)) return;
    counted = { tasks, day: today(clock) };
    const count = dueCount(tasks, clock);
    if (count === shown) return;
    shown = count;
    // A browser that has not installed the app may refuse.
    void navigator.setAppBadge(count).catch(() => undefined);
  };
  app.subscribe(show);
  setInterval(show, dayCheckMs);
  show();
}
