import type { Clock } from '../../core/clock.ts';
import type { TaskDraft } from '../../core/resolved-call.ts';
import { strings } from '../strings.ts';
import { addDays } from '../tasks/due-words.ts';

/** A few tasks that show what there is: something left over, today, later, repeating, lists, tags and a note. */
export function sampleTasks(clock: Clock): TaskDraft[] {
  const words = strings.command.samples;
  const day = (days: number) => addDays(clock.now.slice(0, 10), days);
  const list = (name: string) => ({ kind: 'new' as const, name });
  return [
    { title: words.bill, due: day(-1), priority: 'high', list: list(words.house) },
    { title: words.plants, due: day(0), repeat: 'FREQ=WEEKLY', list: list(words.house) },
    { title: words.report, due: `${day(1)}T17:00`, priority: 'medium', tags: ['work'], notes: words.reportNotes },
    { title: words.dentist, due: day(4) },
    { title: words.milk, list: list(words.groceries) },
    { title: words.bread, list: list(words.groceries) },
    { title: words.trip, due: day(12), tags: ['travel'] },
  ];
}
