import type { Clock } from '../core/clock.ts';
import { formatDue } from '../core/format-due.ts';
import { unreachable } from '../core/outcome.ts';
import type { CallResult, FieldNote } from '../core/plan.ts';
import { inboxId, type TaskState } from '../core/task.ts';
import type { Strings } from '../core/strings/en.ts';

/** The sentence a run ends with, composed from what was done, so that it cannot claim anything else. */
export function composeFinal(results: readonly CallResult[], after: TaskState, clock: Clock, strings: Strings): string {
  return results.map((result) => sentenceOf(result, after, clock, strings)).join(' ');
}

function sentenceOf(result: CallResult, after: TaskState, clock: Clock, strings: Strings): string {
  const due = (value: string | null): string | null => (value === null ? null : formatDue(value, clock));
  switch (result.kind) {
    case 'added':
      return sentenceOfAdded(result, clock, strings);
    case 'changed':
      return strings.changed(
        result.title,
        result.fields.map((field) => readableField(field, clock)),
      );
    case 'completed':
      return result.nextDue === null
        ? strings.completed(result.title)
        : strings.completedRepeating(result.title, formatDue(result.nextDue, clock));
    case 'completed-several':
      return strings.completedSeveral(result.titles.length);
    case 'skipped':
      return strings.skipped(result.title, formatDue(result.nextDue, clock));
    case 'added-several':
      return strings.addedSeveral(result.titles.length);
    case 'changed-several':
      return strings.changedSeveral(
        result.titles.length,
        result.fields.map((field) => readableField(field, clock)),
      );
    case 'restored':
      return strings.restored(result.titles);
    case 'arranged':
      return strings.arranged(result.titles);
    case 'reopened':
      return strings.reopened(result.title);
    case 'deleted':
      return result.cleared ? strings.cleared(result.titles.length) : strings.deleted(result.titles);
    case 'postponed':
      return strings.postponed(result.titles, due(result.due));
    case 'reminder-set':
      return strings.reminderSet(result.title, due(result.at));
    case 'listing':
      return strings.listing(result.taskIds.length);
    case 'found':
      return sentenceOfFound(result, after, clock, strings);
    case 'summary':
      return strings.summary(result.open, result.done, result.overdue, result.dueToday);
    case 'suggestion':
      return strings.suggestion[result.reason](result.title ?? '');
    case 'list-created':
      return strings.listCreated(result.name);
    case 'list-renamed':
      return strings.listRenamed(result.from, result.to);
    case 'list-deleted':
      return strings.listDeleted(result.name, result.taskCount);
    case 'undone':
      return strings.undone(result.runs, result.texts);
    case 'redone':
      return strings.redone(result.text);
    case 'exported':
      return strings.exported(result.taskCount, result.fileName);
    case 'imported':
      return strings.imported(result.taskCount, result.listCount, result.fileName);
    case 'help':
      return strings.help();
    default:
      return unreachable(result);
  }
}

function sentenceOfAdded(result: Extract<CallResult, { kind: 'added' }>, clock: Clock, strings: Strings): string {
  if (result.parentTitle !== null) return strings.addedUnder(result.title, result.parentTitle);
  const details: string[] = [];
  if (result.due !== null) details.push(strings.dueOn(formatDue(result.due, clock)));
  if (result.repeat !== null) details.push(strings.repeats(result.repeat));
  if (result.list !== null && result.list.id !== inboxId)
    details.push(strings.inList(result.list.name, result.list.created));
  return strings.added(result.title, details);
}

/** A question about one thing is answered with its date; several are shown as a listing. */
function sentenceOfFound(
  result: Extract<CallResult, { kind: 'found' }>,
  after: TaskState,
  clock: Clock,
  strings: Strings,
): string {
  const [first, ...others] = result.taskIds;
  const task = first === undefined ? undefined : after.tasks.get(first);
  if (task === undefined || others.length > 0) return strings.found(result.taskIds.length, result.text);
  return strings.foundOne(task.title, task.due === null ? null : formatDue(task.due, clock));
}

/** Dates inside a field's note are ISO; people read them by locale. */
export function readableField(note: FieldNote, clock: Clock): FieldNote {
  const isMoment = (note.field === 'due' || note.field === 'reminder' || note.field === 'start') && note.value !== null;
  return isMoment && note.value !== null ? { ...note, value: formatDue(note.value, clock) } : note;
}
