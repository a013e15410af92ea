import type { Clock, Due, LocalDateTime } from '../core/clock.ts';
import { isDue } from '../core/local-time.ts';
import type { Failure, Outcome } from '../core/outcome.ts';
import { priorities, type Priority } from '../core/task.ts';
import { checkNotes, checkTitle, normaliseTags } from '../tools/task-fields.ts';
import type { NoteCode, ReadFailureCode } from './sentences.ts';

export const importFormats = [
  'errand-json',
  'errand-csv',
  'markdown',
  'icalendar',
  'todoist',
  'ticktick',
  'super-productivity',
  'vikunja',
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A task as a file tells it: its list and its parent are still the file's own names for them. */
export type DraftTask = {
  /** Which file of an archive it stands in. */
  file?: string;
  /** Where in the file; where a file has no lines, the how-manieth task it is. */
  line: number;
  id: string | null;
  parentId: string | null;
  title: string;
  notes: string;
  done: boolean;
  doneAt: LocalDateTime | null;
  due: Due | null;
  priority: Priority;
  tags: readonly string[];
  /** Null: the Inbox. */
  list: string | null;
  repeat: string | null;
  reminder: LocalDateTime | null;
  createdAt: LocalDateTime | null;
};

/** What the report says of one line: it was left out, or something of it was. */
export type LineNote = { file?: string; line: number; kind: 'skipped' | 'changed'; code: NoteCode; detail: string };

/** What a file holds, read and checked. Nothing is written by having it. */
export type Draft = {
  format: ImportFormat;
  tasks: readonly DraftTask[];
  /** Lists that the file names, also those that are empty. */
  lists: readonly string[];
  notes: readonly LineNote[];
};

export type ReadContext = { clock: Clock; fileName: string };
export type Reader = (text: string, context: ReadContext) => Outcome<Draft, ReadFailureCode>;
export type ReadFailure = Failure<ReadFailureCode>;

export type FoundTask = Partial<Omit<DraftTask, 'file' | 'line' | 'title'>> & { line: number; title: string };

const longestTitle = 2000;
const longestNotes = 20_000;
const skippedCodes: readonly NoteCode[] = ['no-title', 'cut-off', 'not-a-task', 'not-readable', 'already-here'];

/** Collects what a reader finds; each task is checked here, so that every format keeps the same rules. */
export class DraftBuilder {
  readonly #tasks: DraftTask[] = [];
  readonly #notes: LineNote[] = [];
  readonly #lists = new Map<string, string>();

  note(line: number, code: NoteCode, detail = ''): void {
    const shown = plainText(detail).replace(/\s+/gu, ' ').slice(0, 80);
    this.#notes.push({ line, kind: skippedCodes.includes(code) ? 'skipped' : 'changed', code, detail: shown });
  }

  list(name: string): string | null {
    const clean = plainText(name).replace(/\s+/gu, ' ').trim().slice(0, 200);
    if (clean === '') return null;
    const key = clean.toLowerCase();
    const known = this.#lists.get(key);
    if (known === undefined) this.#lists.set(key, clean);
    return known ?? clean;
  }

  add(found: FoundTask): void {
    const { line } = found;
    const title = this.#title(found.title, line);
    if (title === null) return;
    const due = this.#moment(found.due ?? null, line);
    const doneAt = this.#moment(found.doneAt ?? null, line);
    this.#tasks.push({
      line,
      id: found.id ?? null,
      parentId: found.parentId ?? null,
      title,
      notes: this.#longNotes(found.notes ?? '', line),
      done: found.done ?? false,
      doneAt: found.done === true ? asMoment(doneAt) : null,
      due,
      priority: found.priority !== undefined && priorities.includes(found.priority) ? found.priority : 'none',
      tags: normaliseTags((found.tags ?? []).map(plainText)),
      list: found.list == null ? null : this.list(found.list),
      repeat: found.repeat ?? null,
      reminder: asMoment(this.#moment(found.reminder ?? null, line)),
      createdAt: asMoment(this.#moment(found.createdAt ?? null, line)),
    });
  }

  build(format: ImportFormat): Draft {
    const notes = this.#notes.toSorted((a, b) => a.line - b.line);
    return { format, tasks: this.#tasks, lists: [...this.#lists.values()], notes };
  }

  #title(said: string, line: number): string | null {
    const clean = plainText(said).replace(/\s+/gu, ' ').trim();
    if (clean === '') {
      this.note(line, 'no-title');
      return null;
    }
    const characters = Array.from(clean);
    if (characters.length > longestTitle) this.note(line, 'shortened', clean);
    const checked = checkTitle(characters.slice(0, longestTitle).join(''));
    return checked.ok ? checked.value : null;
  }

  #longNotes(said: string, line: number): string {
    const clean = plainText(said).trim();
    const characters = Array.from(clean);
    if (characters.length > longestNotes) this.note(line, 'shortened', clean);
    const checked = checkNotes(characters.slice(0, longestNotes).join(''));
    return checked.ok ? checked.value : '';
  }

  #moment(said: Due | null, line: number): Due | null {
    if (said === null || isDue(said)) return said;
    this.note(line, 'bad-date', said);
    return null;
  }
}

/** A valid instant that a task may well mean: apps write the year 1 for none, and a year has four figures here. */
export function isNear(instant: Date): boolean {
  const year = instant.getUTCFullYear();
  return year >= 1900 && year < 9999;
}

function asMoment(due: Due | null): LocalDateTime | null {
  return due === null || due.length > 10 ? due : `${due}T00:00`;
}

/** Without control characters (save line ends and tabs), half surrogates and marks that turn the reading direction. */
export function plainText(text: string): string {
  if (/^[ -~\n]*$/u.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/\r\n?/gu, '\n')
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
}
