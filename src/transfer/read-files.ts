import { success, type Outcome } from '../core/outcome.ts';
import type { Draft, DraftTask, ImportFormat, LineNote, ReadContext } from './draft.ts';
import type { FilePart } from './read-archive.ts';
import { readImport } from './read-import.ts';
import { maxTasks, readFailure, type ReadFailureCode } from './sentences.ts';

/**
 * What the files of an archive hold, as one draft: Todoist's backup has one for each project. Lines are told by file and
 * line. A file without a task is a note; only where none has one is the whole a failure.
 */
export function readFiles(
  files: readonly FilePart[],
  context: Omit<ReadContext, 'fileName'>,
): Outcome<Draft, ReadFailureCode> {
  const [only, ...others] = files;
  if (only === undefined) return readFailure('archive_unclear');
  if (others.length === 0) return readImport(only.text, { ...context, fileName: only.name });
  const tasks: DraftTask[] = [];
  const notes: LineNote[] = [];
  const lists = new Map<string, string>();
  let format: ImportFormat | null = null;
  for (const [place, { name, text }] of files.entries()) {
    const draft = readImport(text, { ...context, fileName: name });
    if (!draft.ok) {
      if (draft.code === 'too_many') return draft;
      notes.push({ file: name, line: 1, kind: 'skipped', code: 'file-left-out', detail: '' });
      continue;
    }
    format ??= draft.value.format;
    // Rows of two files may have the same name for themselves.
    const own = (id: string | null) => (id === null ? null : `${String(place)} ${id}`);
    for (const task of draft.value.tasks) {
      tasks.push({ ...task, file: name, id: own(task.id), parentId: own(task.parentId) });
    }
    for (const note of draft.value.notes) notes.push({ ...note, file: name });
    for (const list of draft.value.lists) if (!lists.has(list.toLowerCase())) lists.set(list.toLowerCase(), list);
    if (tasks.length > maxTasks) return readFailure('too_many');
  }
  if (format === null) return readFailure('archive_unclear');
  return success({ format, tasks, lists: [...lists.values()], notes });
}
