import type { CareLevel, Verdict, VerdictReason, Risk } from '../core/judgement.ts';
import type { ExportFormat } from '../core/plan.ts';
import type { RunPhase } from '../core/run-view.ts';
import type { Priority } from '../core/task.ts';
import { inLanguage } from './language.ts';
import { de, formatNamesDe } from './strings.de.ts';

/** Every visible word of the screen in English. Sentences that the agent composes of results are in `src/core/strings/`. */
const en = {
  appName: 'Errand',
  skipToTasks: 'Skip to the tasks',
  close: 'Close',

  engine: {
    label: 'Model',
    loading: 'Loading the model',
    starting: 'Starting the model',
    progress: (loaded: string, total: string, percent: string) => `${loaded} of ${total}, ${percent}`,
    ready: 'Ready',
    device: (device: 'wasm' | 'webgpu' | 'browser' | 'server', threads: number) =>
      device === 'wasm'
        ? threads === 1
          ? 'CPU, 1 thread'
          : `CPU, ${threads} threads`
        : { webgpu: 'GPU', browser: 'the browser’s own', server: 'a server here' }[device],
    readyTitle: (modelId: string, loadTime: string) => `${modelId}, loaded in ${loadTime}`,
    tryAgain: 'Try again',
    guardLoading: 'Guard starting',
    guardFailed: 'No guard',
    fellBack: (name: string) => `${name} could not be used, so the embedded agent answers.`,
    toModels: 'Models',
  },

  theme: {
    label: 'Colours',
    options: { system: 'Auto', light: 'Light', dark: 'Dark' },
  },

  language: {
    label: 'Language',
    about: 'What you say to the model has to be English: that is all it understands.',
    browser: 'As the browser',
    onlyEnglish: '',
  },

  command: {
    label: 'What needs doing?',
    placeholder: 'Call mum tomorrow at 6pm and add milk to my shopping list',
    send: 'Do it now',
    stop: 'Stop',
    hint: 'Enter sends, Shift+Enter adds a line, ↑ recalls what you said',
    busy: 'One thing at a time: press Esc to stop this one first.',
    suggestions: 'You can say',
    severalLines: (count: number) => `Add each of the ${count} lines as a task`,
    quick: {
      label: 'Read by simple rules',
      whileTyping: 'Simple rules read:',
      beforeModel: 'The model is not ready yet. Enter adds what simple rules read:',
      leave: (words: string) => `Leave “${words}” in the title`,
      edit: (words: string) => `Change “${words}”`,
      editing: 'Say it another way',
      add: 'Add exactly this (Ctrl+Enter)',
      addFirst: 'Add exactly this (Enter)',
    },
    examplesTitle: 'Try one of these',
    trySamples: 'Try with sample tasks; one Undo takes them away',
    samples: {
      house: 'House',
      groceries: 'Groceries',
      bill: 'Pay the electricity bill',
      plants: 'Water the plants',
      report: 'Send the quarterly report',
      reportNotes: 'The figures are at https://example.org/figures',
      dentist: 'Book a dentist appointment',
      milk: 'Milk',
      bread: 'Bread',
      trip: 'Plan the weekend in Porto',
    },
    examples: [
      "call mum tomorrow at 6pm and add milk to my shopping list, then show what's due this week",
      'water the plants every friday at 8am',
      'remind me to send the report on the 3rd, high priority',
    ],
  },

  phase: {
    waiting: 'Waiting for the model to finish loading. This will run as soon as it is ready.',
    thinking: 'Reading what you said…',
    asking: 'One question first.',
    confirming: 'Check this first. Nothing has changed yet.',
    applying: 'Writing it down…',
    done: 'Done.',
    declined: 'Left as it was. Nothing changed.',
    stopped: 'Stopped. Nothing changed.',
    failed: 'That did not work.',
  } satisfies { [Phase in RunPhase]: string },

  run: {
    label: 'What was done',
    streamLabel: 'The model’s answer as it comes',
    undo: 'Undo',
    undoLast: 'Undo the last change',
    redo: 'Redo',
    trace: 'How it got there',
    repaired: 'The first answer was malformed; it was asked once more.',
    addInstead: 'Add it as a task',
    again: 'Say it again',
    leave: 'Leave it',
    confirm: 'Do it',
    changes: 'What will change',
    guess: 'This is my best guess at what you meant. Is it right?',
    candidates: 'Possible answers',
    changeKinds: { add: 'Add', change: 'Change', remove: 'Remove' },
    download: (fileName: string) => `Download ${fileName}`,
    downloadCount: (count: number, format: ExportFormat) => `${tasks(count)} as ${formatNames[format]}`,
    showAll: (count: number) => `Show all ${count}`,
    changeCount: ({ add, change, remove }: { add: number; change: number; remove: number }) =>
      [add > 0 && `${add} to add`, change > 0 && `${change} to change`, remove > 0 && `${remove} to remove`]
        .filter(Boolean)
        .join(', '),
    was: 'was',
    becomes: 'becomes',
    nothing: 'nothing',
    gone: (count: number) => (count === 1 ? '1 task is no longer there.' : `${count} tasks are no longer there.`),
    nothingListed: 'Nothing here.',
    summary: { open: 'Open', done: 'Done', overdue: 'Overdue', dueToday: 'Due today' },
    helpTry: (example: string) => `Use “${example}”`,
  },

  questionByWords: 'Say it another way in the field above.',

  verdict: {
    label: 'The guard',
    names: {
      allow: 'Allowed',
      confirm: 'Asked first',
      refuse: 'Refused',
      suggest: 'Not a tool’s job',
    } satisfies { [Name in Verdict]: string },
    reason: (reason: VerdictReason, verdict: Verdict): string => {
      const sentences: { [Name in VerdictReason]: string } = {
        'not-legal': 'It was judged to be against the law, so it was not done.',
        'not-ethical':
          verdict === 'refuse'
            ? 'It was judged to do harm to somebody, so it was not done.'
            : 'It may do harm to somebody, so it asks first.',
        'beyond-tools': 'No tool here can do this. It can be kept as a task.',
        'only-reads': 'It only looks, so nothing changes.',
        'no-inverse': 'It cannot be undone, so it asks first.',
        bulk: 'It touches many tasks at once, so it asks first.',
        everything: 'It is about everything you have, so it asks first.',
        money: 'Money would move, so it asks first.',
        'high-risk': 'It was judged to be of high risk, so it asks first.',
        'not-reversible': 'It was judged hard to take back, so it asks first.',
        careful: 'You asked it to be careful, so it asks first.',
        unsure: 'The model was not sure that it read this right, so it asks first.',
        unprompted: 'You did not name this: the model came to it by itself, so it asks first.',
        'guard-unavailable': 'The guard did not answer, so it asks before anything changes.',
        'other-language': 'This does not look like English, which the model reads best, so it asks first.',
        harmless: 'It can be undone, so it was done at once.',
      };
      return sentences[reason];
    },
    noHeads: 'No probabilities: this was judged by what it would do.',
    heads: {
      feasible: 'Feasible',
      legal: 'Legal',
      ethical: 'Ethical',
      reversible: 'Reversible',
      limited: 'Beyond a boundary',
    },
    risk: 'Risk',
    risks: { Low: 'Low', Medium: 'Medium', High: 'High' } satisfies { [Level in Risk]: string },
  },

  history: {
    open: 'History',
    title: 'History',
    empty: 'Nothing yet. Each thing you say is kept here, with how it was done.',
    loading: 'Reading the log…',
    undone: 'Undone',
    undoTo: 'Undo to here…',
    undoNow: (steps: number) => (steps === 1 ? 'Yes, undo this' : `Yes, undo this and ${steps - 1} after it`),
    back: 'All of History',
    byHand: 'By hand',
    showMore: (count: number) => `Show ${count} more`,
  },

  trace: {
    title: 'How it got there',
    said: 'You said',
    raw: 'What the model wrote',
    noRaw: 'The model wrote nothing: this was done by hand.',
    measured: (tokens: number, confidence: string | null) =>
      confidence === null ? `${tokens} tokens` : `${tokens} tokens, confidence ${confidence}`,
    round: (number: number) => `Round ${number}`,
    observed: 'It was told:',
    fellBack: 'Another model took over',
    fellBackTo: (from: string, to: string) => `${from} failed; ${to} answers instead.`,
    analysis: 'Its reading',
    repaired: 'Repair',
    corrected: 'Your correction',
    calls: 'Calls, as written',
    resolved: 'What they resolved to',
    picked: (argument: string, label: string) => `${argument}: you picked “${label}”`,
    verdict: 'The guard',
    changes: 'What it asked about',
    outcome: 'Outcome',
    timings: 'Time taken',
    timing: { engineMs: 'Model', guardMs: 'Guard', totalMs: 'Altogether' },
    events: (count: number) => (count === 1 ? '1 event' : `${count} events`),
    none: 'None.',
  },

  pages: {
    label: 'Rooms',
    lab: 'Lab',
    models: 'Models',
    sandbox: 'Sandbox',
    guard: 'Guard',
    data: 'Data',
    proof: 'Proof',
    settings: 'Settings',
    transfer: 'In and out',
    opening: 'Opening…',
    notOpened: 'This page could not be fetched. Check the connection and try again; your tasks are safe.',
    tryAgain: 'Try again',
  },

  corrections: {
    title: 'What you put right',
    about:
      'Take something back and say it another way, or mend a title that was just added, and the pair is kept here, in this browser only. Sentences like it are then read your way.',
    none: 'Nothing yet.',
    meant: (calls: string) => `means ${calls}`,
    notMeant: 'Not what I meant',
    learnt: (text: string) => `Noted: this is what “${text}” means.`,
    used: (text: string, likeness: string) => `Read like “${text}”, which you put right before (${likeness} alike).`,
    forget: 'Forget',
    forgetOne: (text: string) => `Forget “${text}”`,
    forgetAll: 'Forget all',
    forgetAllNow: (count: number) => (count === 1 ? 'Yes, forget it' : `Yes, forget all ${count}`),
    save: 'Save as a file',
  },

  settings: {
    care: 'How careful',
    careAbout:
      'When it asks before it acts on what you said. What cannot be undone, and what touches many tasks, always asks; what is unlawful or harmful is always refused.',
    careLevels: {
      light: 'Light: asks only at high risk',
      middle: 'Middle: asks where the guard has doubts',
      strict: 'Strict: asks before each change or removal',
    } satisfies { [Level in CareLevel]: string },
    coloursAbout: 'Auto follows the system.',
    erase: 'Erase everything',
    eraseAbout: 'Removes all tasks, lists, history and settings from this browser. This cannot be undone.',
    eraseNow: 'Yes, erase everything',
    keep: 'Keep it',
    erased: 'Everything is erased.',
  },

  places: {
    label: 'Tasks',
    lists: 'Lists',
    today: 'Today',
    upcoming: 'Upcoming',
    overdue: 'Overdue',
    search: 'Search',
    narrow: 'Filters, priorities, tags',
    ofPriority: (level: string) => `Priority: ${level}`,
    rename: 'Rename',
    deleteList: 'Delete list',
    inbox: 'Inbox',
    all: 'All',
    done: 'Done',
    trash: 'Trash',
    newList: 'New list',
    newListName: 'Name of the new list',
    create: 'Create',
    count: (count: number) => `${count} open`,
  },

  tasks: {
    sections: { overdue: 'Left from before', today: 'Today', noDay: 'Without a date', noTag: 'Without a tag' },
    toToday: 'Move all to today',
    restore: 'Restore',
    restoreLabel: (title: string) => `Restore “${title}”`,
    details: (title: string) => `Details of “${title}”`,
    hidden: (count: number) =>
      `${tasks(count)} ${count === 1 ? 'is' : 'are'} hidden until a later day. “View” can show them.`,
    priorities: { high: 'High', medium: 'Medium', low: 'Low', none: 'No priority' } satisfies {
      [Name in Priority]: string;
    },
    showMoreSections: 'Show more',
    complete: (title: string) => `Complete “${title}”`,
    reopen: (title: string) => `Reopen “${title}”`,
    edit: (title: string) => `Edit the title “${title}”`,
    editing: 'Title',
    remove: (title: string) => `Delete “${title}”`,
    priority: { high: 'High', medium: 'Medium', low: 'Low', none: '' } satisfies { [Name in Priority]: string },
    priorityLabel: 'Priority: ',
    dueLabel: 'Due: ',
    repeatLabel: 'Repeats: ',
    reminderLabel: 'Reminder: ',
    listLabel: 'List: ',
    partOf: (title: string) => `Part of ${title}`,
    notesLabel: 'Notes: ',
    addLabel: (place: string) => `Add to ${place}`,
    addPlaceholder: 'Add a task by hand',
    addDue: 'Due',
    add: 'Add',
    showMore: (count: number) => `Show ${count} more`,
    empty: {
      upcoming: 'Nothing is due on these days. Say “send the report on Friday” and it shows up here.',
      overdue: 'Nothing is overdue.',
      tag: 'No open task has this tag. Say “tag the report #work”.',
      priority: 'No open task has this priority. Say “make the report high priority”.',
      filter: 'This filter is gone.',
      search: '',
      narrowed: 'No task here fits what “View” is set to.',
      today: 'Nothing is due today. Say “call mum at 6pm” and it shows up here.',
      inbox: 'The Inbox is empty. What you add without naming a list lands here.',
      list: 'This list is empty. Say “add milk to” and its name.',
      all: 'No tasks yet. Say what you need to get done, in your own words.',
      done: 'Nothing is done yet. Tick a task, or say “the gas bill is paid”.',
      trash: 'The trash is empty. What you delete is kept here, and Undo brings it back.',
    },
    trashNote: 'What you delete stays here until you empty the trash.',
  },

  repeat: {
    every: { DAILY: 'Every day', WEEKLY: 'Every week', MONTHLY: 'Every month', YEARLY: 'Every year' },
    everyN: {
      DAILY: (count: number) => `Every ${count} days`,
      WEEKLY: (count: number) => `Every ${count} weeks`,
      MONTHLY: (count: number) => `Every ${count} months`,
      YEARLY: (count: number) => `Every ${count} years`,
    },
    weekdays: 'Every weekday',
    on: (rule: string, days: string) => `${rule} on ${days}`,
    ordinals: { '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth', '-1': 'last' },
    nth: (ordinal: string, day: string) => `the ${ordinal} ${day}`,
    monthDay: (day: number) => (day === -1 ? 'the last day' : `day ${day}`),
    until: (rule: string, date: string) => `${rule} until ${date}`,
    times: (rule: string, count: number) => (count === 1 ? `${rule}, once` : `${rule}, ${count} times`),
    other: 'Repeats',
  },

  trash: {
    empty: 'Empty the trash',
    asks: (count: number) => `${tasks(count)} will be gone for good, and History before it can no longer be undone.`,
    emptyNow: 'Yes, empty it',
    emptied: 'The trash is empty.',
  },

  search: {
    label: 'Search titles, notes and tags',
    placeholder: 'Part of a title or a note',
    hint: 'Done tasks are found too. A slip of the pen is forgiven.',
    count: (count: number) => (count === 0 ? 'Nothing found.' : `${tasks(count)} found.`),
  },

  calendar: {
    label: 'Calendar',
    before: 'The month before',
    after: 'The next month',
  },

  bulk: {
    label: 'What to do with the selected tasks',
    begin: 'Select',
    select: (title: string) => `Select “${title}”`,
    asks: 'This changes many tasks, or cannot be undone. Do it?',
    count: (count: number) => `${count} selected`,
    complete: 'Complete',
    due: 'Due…',
    today: 'Today',
    tomorrow: 'Tomorrow',
    nextWeek: 'In a week',
    noDate: 'No date',
    priority: 'Priority…',
    list: 'Move to…',
    tag: 'Add tags',
    remove: 'Delete',
    cancel: 'Cancel',
  },

  keys: 'Keys',

  update: {
    text: 'A new version is ready.',
    apply: 'Use it now',
  },

  notice: {
    label: 'Message',
    dismiss: 'Dismiss',
  },
  storeProblem: (problem: string) => `${problem} Nothing you do here will be kept.`,
};

export type Words = typeof en;
export const strings: Words = inLanguage({ en, de });

const formatNamesEn = { json: 'JSON', csv: 'CSV', ics: 'a calendar file', md: 'Markdown' } satisfies {
  [Name in ExportFormat]: string;
};
export const formatNames = inLanguage({ en: formatNamesEn, de: formatNamesDe });

function tasks(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`;
}
