import type { Clock } from './core/clock.ts';
import { formatDue } from './core/format-due.ts';
import type { ListTarget } from './core/resolved-call.ts';
import { liveLists, type TaskState } from './core/task.ts';
import { isOneNewTask } from './resolve/one-new-task.ts';
import { parseQuickAdd, type QuickAdd } from './resolve/quick-add.ts';
import type { QuickReading } from './view/app.ts';

/** What the rules make of a sentence while it is being written. Nothing happens by it unless the person asks for it. */
export function readQuickly(
  text: string,
  leftAlone: readonly string[],
  state: TaskState,
  clock: Clock,
): QuickReading | null {
  if (!isOneNewTask(text)) return null;
  const read = parseQuickAdd(text, clock, leftAlone);
  const { title, due, repeat, priority, tags, list } = read;
  return {
    title,
    parts: read.spans.map(({ kind, start, text: words }) => ({
      kind,
      start,
      text: words,
      meaning: meaningOf(kind, read, clock, words),
    })),
    call: {
      tool: 'add_task',
      args: {
        title,
        ...(due === undefined ? {} : { due }),
        ...(repeat === undefined ? {} : { repeat: { rule: repeat, firstDue: due ?? null } }),
        ...(priority === undefined ? {} : { priority }),
        ...(tags.length === 0 ? {} : { tags }),
        ...(list === undefined ? {} : { list: targetOf(list, state) }),
      },
    },
  };
}

function targetOf(name: string, state: TaskState): ListTarget {
  const known = liveLists(state).find((list) => list.name.toLowerCase() === name.toLowerCase());
  return known === undefined ? { kind: 'new', name } : { kind: 'existing', id: known.id };
}

function meaningOf(kind: QuickReading['parts'][number]['kind'], read: QuickAdd, clock: Clock, words: string): string {
  if (kind === 'due' && read.due !== undefined) return formatDue(read.due, clock);
  if (kind === 'list') return read.list ?? words;
  return kind === 'priority' ? (read.priority ?? words) : words;
}
