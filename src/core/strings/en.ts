import type { ChangeLine, Question, RunFailureCode } from '../run-event.ts';
import type { FieldNote } from '../plan.ts';
import type { VerdictReason } from '../judgement.ts';

const plural = (count: number, one: string, many = `${one}s`): string => `${String(count)} ${count === 1 ? one : many}`;
const quoted = (title: string): string => `“${title.length > 80 ? `${title.slice(0, 79)}…` : title}”`;

const fieldNames: { [Field in FieldNote['field']]: string } = {
  title: 'title',
  due: 'due',
  priority: 'priority',
  tags: 'tags',
  list: 'list',
  repeat: 'repeats',
  notes: 'notes',
  reminder: 'reminder',
  start: 'hidden until',
  'repeat-from': 'repeats from',
  parent: 'part of',
};

const changes = (fields: readonly FieldNote[]): string =>
  fields
    .map(({ field, value }) =>
      field === 'parent' && value === null ? 'a task of its own' : `${fieldNames[field]} ${value ?? 'cleared'}`,
    )
    .join(', ');

/** Every sentence the agent composes, in one place. Another language is another file of the same shape. */
export const en = {
  added: (title: string, details: readonly string[]) => `Added ${[quoted(title), ...details].join(', ')}.`,
  addedUnder: (title: string, parent: string) => `Added ${quoted(title)} under ${quoted(parent)}.`,
  inList: (name: string, created: boolean) => (created ? `in a new list, ${name}` : `in ${name}`),
  dueOn: (due: string) => `due ${due}`,
  repeats: (rule: string) => `repeating ${rule}`,
  changed: (title: string, fields: readonly FieldNote[]) => `Changed ${quoted(title)}: ${changes(fields)}.`,
  fieldNames,
  priorities: { high: 'high', medium: 'medium', low: 'low' },
  inbox: 'Inbox',
  completed: (title: string) => `Done: ${quoted(title)}.`,
  completedRepeating: (title: string, next: string) => `Done: ${quoted(title)}. Next: ${next}.`,
  completedSeveral: (count: number) => `Done: ${plural(count, 'task')}.`,
  skipped: (title: string, next: string) => `Skipped ${quoted(title)} once. Next: ${next}.`,
  addedSeveral: (count: number) => `Added ${plural(count, 'task')}.`,
  changedSeveral: (count: number, fields: readonly FieldNote[]) =>
    `Changed ${plural(count, 'task')}: ${changes(fields)}.`,
  restored: (titles: readonly string[]) =>
    `${titles.length === 1 ? quoted(titles[0] ?? '') : plural(titles.length, 'task')} ${titles.length === 1 ? 'is' : 'are'} back.`,
  arranged: (titles: readonly string[]) =>
    `Moved ${titles.length === 1 ? quoted(titles[0] ?? '') : plural(titles.length, 'task')} to another place.`,
  fromCompletion: 'the day it is done',
  fromDue: 'its due date',
  reopened: (title: string) => `${quoted(title)} is open again.`,
  deleted: (titles: readonly string[]) =>
    titles.length === 1
      ? `Deleted ${quoted(titles[0] ?? '')}.`
      : `Deleted ${plural(titles.length, 'task')}: ${titles.slice(0, 5).map(quoted).join(', ')}${titles.length > 5 ? ' …' : ''}.`,
  cleared: (count: number) =>
    count === 0 ? 'There was no completed task to clear.' : `Cleared ${plural(count, 'completed task')}.`,
  postponed: (titles: readonly string[], due: string | null) =>
    `Moved ${titles.length === 1 ? quoted(titles[0] ?? '') : plural(titles.length, 'task')} to ${due ?? 'no date'}.`,
  reminderSet: (title: string, at: string | null) =>
    at === null ? `The reminder for ${quoted(title)} is off.` : `I will remind you of ${quoted(title)} ${at}.`,
  listing: (count: number) =>
    count === 0 ? 'Nothing matches.' : `Here ${count === 1 ? 'is 1 task' : `are ${String(count)} tasks`}.`,
  found: (count: number, text: string) =>
    count === 0 ? `I found nothing about ${quoted(text)}.` : `Found ${plural(count, 'task')} about ${quoted(text)}.`,
  foundOne: (title: string, due: string | null) =>
    `${quoted(title)}${due === null ? ' has no date' : ` is due ${due}`}.`,
  summary: (open: number, done: number, overdue: number, dueToday: number) =>
    `${plural(open, 'task')} open, ${String(done)} done, ${String(overdue)} overdue, ${String(dueToday)} due today.`,
  suggestion: {
    overdue: (title: string) => `Start with ${quoted(title)}: it is overdue.`,
    due: (title: string) => `Start with ${quoted(title)}: it is due today.`,
    priority: (title: string) => `Start with ${quoted(title)}: it matters most.`,
    oldest: (title: string) => `Start with ${quoted(title)}: it has waited longest.`,
    none: () => 'Nothing is open. Enjoy it.',
  },
  listCreated: (name: string) => `Created the list ${name}.`,
  listRenamed: (from: string, to: string) => `${from} is now called ${to}.`,
  listDeleted: (name: string, count: number) =>
    `Deleted the list ${name}${count === 0 ? '' : ` and its ${plural(count, 'task')}`}.`,
  undone: (runs: number, texts: readonly string[]) =>
    runs === 1 ? `Took back: ${quoted(texts[0] ?? '')}.` : `Took back the last ${String(runs)} runs.`,
  redone: (text: string) => `Done again: ${quoted(text)}.`,
  exported: (count: number, file: string) => `${plural(count, 'task')} ready as ${file}.`,
  imported: (count: number, lists: number, file: string) =>
    `Added ${plural(count, 'task')}${lists === 0 ? '' : ` and ${plural(lists, 'list')}`} from ${quoted(file)}.`,
  help: () => 'Here is what you can say.',

  question: {
    'ambiguous-task': (phrase) => `Which one do you mean by ${quoted(phrase)}?`,
    'unknown-task': (phrase) => `I found no task that fits ${quoted(phrase)}. Which one do you mean?`,
    'ambiguous-list': (phrase) => `Which list do you mean by ${quoted(phrase)}?`,
    'unknown-list': (phrase) => `There is no list called ${quoted(phrase)}. Which one do you mean?`,
    'unclear-date': (phrase) => `I can’t read ${quoted(phrase)} as a time. When should it be?`,
    'unclear-repeat': (phrase) => `I can’t read ${quoted(phrase)} as a repetition. How often should it be?`,
    'empty-filter': (phrase) =>
      phrase === '' ? 'Which tasks do you mean?' : `No task fits ${quoted(phrase)}. Which ones do you mean?`,
  } satisfies { [Reason in Question['reason']]: (phrase: string) => string },

  refused: {
    'not-legal': 'I won’t help with this: it looks unlawful.',
    'not-ethical': 'I won’t help with this: it looks harmful to somebody.',
  } satisfies Partial<{ [Reason in VerdictReason]: string }>,
  suggest: (text: string) => `I can keep ${quoted(text)} as a task.`,
  /** What an engine says of its own trouble, by code; it says it in English, and nearer than a sentence by code can. */
  engineTrouble: (_code: string, message: string) => message,
  fellBack: (reason: string) =>
    `${reason} The embedded agent has taken over. Nothing was changed, and your sentence is kept.`,
  declined: 'Left as it was.',
  stopped: 'Stopped. Nothing was changed.',
  change: {
    add: 'new',
    change: 'changed',
    remove: 'removed',
  } satisfies { [Kind in ChangeLine['kind']]: string },
  moveToTrash: 'goes to the trash',
  eraseForGood: 'is erased for good',
  completes: 'is done',
  reopens: 'is open again',

  failure: {
    empty_input: 'Type what you want to get done.',
    input_too_long: 'That is too long for one go. Please split it into shorter sentences.',
    not_understood: 'I could not make sense of that. Nothing was changed; please say it another way.',
    contract_invalid: 'The model’s answer was malformed, so nothing was done. Please say it another way.',
    engine_unavailable:
      'The model could not be loaded, so I can’t read sentences now. You can still edit tasks by hand.',
    engine_failed: 'The model stopped working. Your sentence is kept; please try again.',
    engine_fell_back: 'The model stopped working and another one has taken over. Your sentence is kept.',
    too_many_rounds: 'The model went on asking without coming to an end. Nothing was changed.',
    model_missing: 'The model’s file is missing. Check the connection, then try again.',
    model_corrupt: 'The model’s file is damaged (its checksum is wrong). Try again to fetch it afresh.',
    store_refused: 'This browser does not let the page keep data (a private window?). Nothing can be saved here.',
    store_full: 'The browser’s storage is full. Nothing was changed; free some space and try again.',
    store_failed: 'Your tasks could not be read or saved. Nothing was changed; please reload the page.',
    store_newer: 'A newer version of this app is open in another tab. Reload this tab to go on.',
    unknown_tool: 'The model asked for something this app cannot do. Nothing was changed.',
    nothing_to_undo: 'There is nothing to undo.',
    nothing_to_redo: 'There is nothing to redo.',
    unexpected: 'Something went wrong in the app itself. Your words are kept; please try again.',
    invalid_change: 'That change is not possible.',
    conflict: 'Another tab changed the same task at the same moment. Nothing was changed here; please try again.',
  } satisfies { [Code in RunFailureCode]: string },
};

export type Strings = typeof en;
