import { inLanguage } from '../language.ts';
import { detailWordsDe, viewingWordsDe } from './strings.de.ts';

const detailWordsEn = {
  label: 'Task',
  title: 'Title',
  due: 'Due',
  time: 'Time',
  start: 'Hidden until',
  reminder: 'Reminder',
  priority: 'Priority',
  list: 'List',
  repeat: 'Repeats',
  never: 'Never',
  ownRule: 'Another rule…',
  rule: 'Rule (RRULE, RFC 5545)',
  fromCompletion: 'Count from the day it is done, not from its due date',
  skip: 'Skip this time',
  tags: 'Tags',
  tagsHint: 'home, errands',
  parent: 'Part of',
  own: 'Nothing: a task of its own',
  notes: 'Notes',
  links: 'Notes with their links',
  subtasks: 'Subtasks',
  addSubtask: 'Add a subtask',
  complete: 'Complete',
  reopen: 'Reopen',
  duplicate: 'Duplicate',
  remove: 'Delete',
};

const viewingWordsEn = {
  label: 'View',
  remove: 'Delete filter',
  sort: 'Sort by',
  group: 'Group by',
  due: 'Due',
  priority: 'Priority',
  tag: 'Tag',
  any: 'Any',
  showHidden: (count: number) => (count === 0 ? 'Show hidden ones' : `Show ${count} hidden until later`),
  filterName: 'Name of the filter',
  save: 'Save as filter',
  sorts: { own: 'As usual here', due: 'Due', priority: 'Priority', title: 'Title', created: 'Newest first' },
  groups: {
    own: 'As usual here',
    none: 'Nothing',
    list: 'List',
    day: 'Day',
    priority: 'Priority',
    tag: 'Tag',
  },
  dues: {
    any: 'Any time',
    today: 'Today or before',
    week: 'Within a week',
    overdue: 'Overdue',
    none: 'Without a date',
  },
};

export type DetailWords = typeof detailWordsEn;
export type ViewingWords = typeof viewingWordsEn;

/** The panel of one task. */
export const detailWords: DetailWords = inLanguage({ en: detailWordsEn, de: detailWordsDe });
/** How a place is looked at. */
export const viewingWords: ViewingWords = inLanguage({ en: viewingWordsEn, de: viewingWordsDe });
