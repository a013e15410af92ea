import { failure, type Failure } from '../core/outcome.ts';

/** Every word that this room puts on the screen, in English; in German: `sentences.de.ts`. */

export type NoteCode =
  | 'no-title'
  | 'cut-off'
  | 'not-a-task'
  | 'not-readable'
  | 'already-here'
  | 'shortened'
  | 'bad-date'
  | 'date-in-notes'
  | 'bad-repeat'
  | 'no-parent'
  | 'short-row'
  | 'not-kept'
  | 'file-left-out';

const noteSentences: { readonly [Code in NoteCode]: (detail: string) => string } = {
  'no-title': () => 'It has no title, so it is left out.',
  'cut-off': () => 'The file ends in the middle of it, so it is left out.',
  'not-a-task': (what) => `It is not a task (${what}), so it is left out.`,
  'not-readable': (what) => `It cannot be read${what === '' ? '' : ` (${what})`}, so it is left out.`,
  'already-here': (title) => `“${title}” is here already, so it is left out.`,
  shortened: () => 'It is longer than a task can be, so its end is left out.',
  'bad-date': (date) => `“${date}” is not a date, so it comes without one.`,
  'date-in-notes': (date) => `“${date}” could not be read as a date; it is kept in the notes.`,
  'bad-repeat': (rule) => `“${rule}” could not be read as a repetition, so it comes without one.`,
  'no-parent': () => 'The task that it is a step of is not in the file, so it stands by itself.',
  'short-row': () => 'It has fewer cells than the first row; the file may be cut off here.',
  'not-kept': (what) => `Not kept: ${what}.`,
  'file-left-out': () => 'No task in this file could be read, so it is left out.',
};

export type ReadFailureCode =
  | 'empty_file'
  | 'too_large'
  | 'too_many'
  | 'not_text'
  | 'not_recognised'
  | 'cut_off'
  | 'no_tasks'
  | 'newer_version'
  | 'archive_unclear';

/** The largest file that is read, and the most tasks that one import adds. */
export const maxFileBytes = 100 * 1024 * 1024;
export const maxTasks = 20_000;

const failureSentences: { readonly [Code in ReadFailureCode]: string } = {
  empty_file: 'The file is empty. Nothing was changed.',
  too_large: `The file is larger than ${String(maxFileBytes / 1024 / 1024)} MB. Nothing was changed.`,
  too_many: `The file holds more than ${maxTasks.toLocaleString('en')} tasks, which is the most that one import adds. Split it and try again. Nothing was changed.`,
  not_text: 'The file is not text: it looks like a picture or a document. Nothing was changed.',
  not_recognised:
    'This is no format that can be read here: JSON of this app, Super Productivity or Vikunja, CSV of this app, Todoist or TickTick, iCalendar, or a Markdown checklist. Nothing was changed.',
  cut_off: 'The file is cut off or damaged: its end is missing. Nothing was changed.',
  no_tasks: 'There is no task in this file. Nothing was changed.',
  archive_unclear:
    'This archive holds no file that can be read here, or several that do not go together. Unpack it and pick the file you want. Nothing was changed.',
  newer_version: 'This file comes from a newer version of the app. Update this one first. Nothing was changed.',
};

export const en = { notes: noteSentences, failures: failureSentences };
export type TransferSentences = typeof en;

/** The message is English; the screen says the code in its own language. */
export function readFailure<Code extends ReadFailureCode>(code: Code): Failure<Code> {
  return failure(code, failureSentences[code]);
}
