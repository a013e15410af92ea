import type { BackupKind } from '../../store/backups.ts';
import type { ImportFormat } from '../../transfer/draft.ts';
import { inLanguage } from '../language.ts';
import { de } from './strings.de.ts';

const tasks = (count: number): string => (count === 1 ? '1 task' : `${count.toLocaleString('en')} tasks`);
const lists = (count: number): string => (count === 1 ? '1 list' : `${count.toLocaleString('en')} lists`);

const en = {
  out: {
    title: 'Take your tasks with you',
    about: 'A file of all tasks and lists that are not in the trash. It is made here; nothing is sent anywhere.',
    formats: {
      json: 'JSON',
      csv: 'CSV, for spreadsheets',
      ics: 'Calendar (iCalendar)',
      md: 'Markdown checklist',
    },
  },
  move: {
    title: 'Move to another computer',
    about:
      'One file with everything: tasks, lists, trash, history with its undo, and settings. Open it there under “Bring tasks in”.',
    make: 'Make the file',
  },
  import: {
    title: 'Bring tasks in',
    about:
      'From Todoist (CSV), TickTick (CSV), Super Productivity (JSON), Vikunja (JSON or its zip), any calendar (iCalendar), a Markdown checklist, or a file of this app. You see what would be added before anything is.',
    choose: 'Choose a file…',
    drop: 'or drop it here',
    progress: {
      reading: 'Reading the file…',
      checking: 'Looking through it…',
      writing: 'Writing it down…',
    },
    formats: {
      'errand-json': 'Errand or plain JSON',
      'errand-csv': 'a table (CSV)',
      markdown: 'a Markdown checklist',
      icalendar: 'a calendar (iCalendar)',
      todoist: 'Todoist',
      ticktick: 'TickTick',
      'super-productivity': 'Super Productivity',
      vikunja: 'Vikunja',
    } satisfies { [Format in ImportFormat]: string },
    found: (file: string, format: string, count: number) => `${file} is ${format}: ${tasks(count)} would be added.`,
    newLists: (names: readonly string[]) =>
      `New ${names.length === 1 ? 'list' : 'lists'}: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${String(names.length - 6)} more` : ''}.`,
    sample: 'The first of them',
    due: (due: string) => `due ${due.replace('T', ' ')}`,
    done: 'done',
    more: (count: number) => `and ${count.toLocaleString('en')} more`,
    report: (count: number) =>
      count === 1 ? 'One line needs a word' : `${count.toLocaleString('en')} lines need a word`,
    line: (line: number) => `Line ${line.toLocaleString('en')}:`,
    lineIn: (file: string, line: number) => `${file}, line ${line.toLocaleString('en')}:`,
    moreNotes: (count: number) => `${count.toLocaleString('en')} more like these.`,
    skipPresent: 'Leave out what is here already',
    accept: (count: number) => `Add ${tasks(count)}`,
    nothing: 'There is nothing to add.',
    leave: 'Leave it',
    undo: 'Undo',
    state: (file: string, at: string, count: number, listCount: number, runs: number) =>
      `${file} is everything of another browser, written ${at}: ${tasks(count)}, ${lists(listCount)}, ${runs.toLocaleString('en')} entries of history.`,
    stateAbout: (count: number) =>
      `It takes the place of everything that is here now (${tasks(count)}). A backup of that is kept below.`,
    replace: 'Put it in the place of everything',
    gone: 'Choose the file again.',
  },
  replaced: (count: number) =>
    `Everything was replaced: ${tasks(count)} now. What was here before is among the backups.`,
  backups: {
    title: 'Backups in this browser',
    about: 'One for each of the last 10 days on which the app was open, made by itself, with history and settings.',
    none: 'No backup yet. The first is made by itself once there are tasks.',
    kinds: { daily: 'of the day', 'before-replacing': 'before it was replaced', 'by-hand': 'by hand' } satisfies {
      [Kind in BackupKind]: string;
    },
    line: (at: string, kind: string, count: number) => `${at}, ${kind}: ${tasks(count)}`,
    make: 'Back up now',
    made: 'Backed up.',
    failed: 'The browser had no room for a backup, so nothing was changed. Free some space and try again.',
    gone: 'That backup is no longer there.',
    restore: 'Restore',
    restoreNow: 'Yes, put it in the place of everything',
    keep: 'Leave it',
    download: 'Download',
    named: (verb: string, at: string) => `${verb}: ${at}`,
  },
  live: {
    title: 'A file that follows along',
    about:
      'Pick a file on this computer, in a folder that is backed up or synced if you like. It is rewritten after each change, with everything in it.',
    unsupported: 'This browser cannot write to a file that you pick. Chrome and Edge on a computer can.',
    start: 'Pick a file…',
    stop: 'Stop',
    wake: 'Allow it again',
    on: (name: string, at: string) => `${name} is up to date, written ${at}.`,
    asleep: (name: string) => `The browser asks again before it writes to ${name}.`,
    failed: (name: string) => `${name} could not be written. Is it still there?`,
  },
  sync: {
    title: 'Other devices',
    about:
      'Off unless you choose it. Your devices meet on a y-websocket server of your own, or in a folder that something else keeps alike on both. What leaves this device is sealed with your passphrase; use the same one on each.',
    passphrase: 'Passphrase, at least 10 characters; it cannot be recovered',
    address: 'Address of your server',
    useServer: 'Use the server',
    useFolder: 'Use a folder…',
    stop: 'Stop syncing',
    wake: 'Allow it again',
    reload: 'Load the page again',
    needsReload: 'This page may reach the server once it is loaded again.',
    short: (least: number) => `The passphrase needs at least ${String(least)} characters.`,
    noFolder: 'No folder was picked, or this browser has no way to pick one.',
    problems: {
      'not-an-address': 'The address must look like wss://sync.example.org.',
      'not-secure': 'Only wss:// is allowed, save for a server on this computer.',
      'no-worker': 'This page is not ready for that yet. Load it again and repeat.',
    },
    states: {
      off: () => '',
      elsewhere: (place: string) => `${place}: another tab of this browser takes care of it.`,
      connecting: (place: string) => `Looking for ${place}…`,
      on: (place: string) => `In touch with ${place}.`,
      waiting: (place: string) =>
        `${place} cannot be reached. Everything stays here, and is sent as soon as it can be.`,
      asleep: (place: string) => `The browser asks again before it opens the folder ${place}.`,
    },
    leftAside: (count: number) =>
      `${count === 1 ? 'One message' : `${String(count)} messages`} could not be opened with this passphrase and had no effect.`,
    question: (title: string) => `“${title}” was deleted here, and changed on another device since.`,
    bringBack: 'Bring it back',
    leaveDeleted: 'Leave it deleted',
  },
  storage: {
    title: 'Room in this browser',
    about:
      'A browser that runs short of room may throw away what a page has kept. Ask it to keep yours; it may say no until you have installed the app or used it for a while.',
    used: (used: string, quota: string, share: string) => `${used} of ${quota} used, ${share}.`,
    unknown: 'This browser does not say how much room there is.',
    nearlyFull: 'It is nearly full. Make the file above for safety, then free some space.',
    persisted: 'Your data is kept until you remove it yourself.',
    notPersisted: 'Your data may be removed when room gets short.',
    ask: 'Ask the browser to keep it',
  },
};

export type TransferStrings = typeof en;
/** Every word of the page "In and out". */
export const transferStrings: TransferStrings = inLanguage({ en, de });
