import type { Operation } from '../core/operation.ts';
import type { PlannedCall } from '../core/plan.ts';
import { inboxId, liveTasks, type ListId, type Task, type TaskId, type TaskState } from '../core/task.ts';
import type { ToolContext } from '../tools/define-tool.ts';
import { findListByName, newList } from '../tools/list-operations.ts';
import type { Draft, DraftTask, LineNote } from './draft.ts';

export type ImportOptions = {
  fileName: string;
  /** Leave out what is here already: the same title in the same list, due at the same time, done or not as here. */
  skipPresent: boolean;
};

export type PlannedImport = {
  planned: PlannedCall;
  taskCount: number;
  /** Lists that are made because nobody has them yet. */
  newLists: readonly string[];
  /** The reader's notes and those of the plan, by file and line. */
  notes: readonly LineNote[];
};

/** One run that adds all tasks of a draft. It only adds, so that one Undo takes it back whole. */
export function planImport(draft: Draft, options: ImportOptions, context: ToolContext): PlannedImport {
  const lists = openLists(draft, context);
  const present = options.skipPresent ? presentTasks(context.state) : new Map<string, TaskId>();
  const ids = new Map<string, TaskId>();
  const added: { task: DraftTask; id: TaskId }[] = [];
  const notes: LineNote[] = [...draft.notes];
  for (const task of draft.tasks) {
    const here = present.get(sameTask(task, lists.idOf(task.list)));
    const id = here ?? freshId(task.id, ids, context);
    if (task.id !== null && !ids.has(task.id)) ids.set(task.id, id);
    if (here === undefined) added.push({ task, id });
    else notes.push({ ...placeOf(task), kind: 'skipped', code: 'already-here', detail: task.title });
  }
  const parents = findParents(added, ids, context.state, notes);
  const first = lastPosition(context.state) + 1;
  const creates = added.map(({ task, id }, index): Operation => {
    const { title, notes: text, done, doneAt, due, priority, tags, repeat, reminder } = task;
    const value: Task = {
      ...{ id, title, notes: text, done, doneAt, due, priority, tags, repeat, reminder },
      listId: lists.idOf(task.list),
      parentId: parents.get(id) ?? null,
      deletedAt: null,
      createdAt: task.createdAt ?? context.clock.now,
      position: first + index,
    };
    return { kind: 'create', entity: 'task', value };
  });
  const usedLists = lists.created.filter(
    ({ value }) => draft.lists.includes(value.name) && (draft.format === 'errand-json' || isUsed(value.id, creates)),
  );
  const { fileName } = options;
  const planned: PlannedCall = {
    call: { tool: 'import_tasks', args: { name: fileName } },
    effect: 'add',
    bulk: false,
    touched: 0,
    everything: false,
    operations: [...usedLists, ...creates],
    marks: [],
    result: { kind: 'imported', taskCount: creates.length, listCount: usedLists.length, fileName },
  };
  return {
    planned,
    taskCount: creates.length,
    newLists: usedLists.map(({ value }) => value.name),
    notes: notes.sort((a, b) => (a.file ?? '').localeCompare(b.file ?? '') || a.line - b.line),
  };
}

function placeOf({ file, line }: DraftTask): Pick<LineNote, 'file' | 'line'> {
  return file === undefined ? { line } : { file, line };
}

type CreateList = Extract<Operation, { kind: 'create'; entity: 'list' }>;

function openLists(
  draft: Draft,
  context: ToolContext,
): { idOf: (name: string | null) => ListId; created: CreateList[] } {
  const ids = new Map<string, ListId>();
  const created: CreateList[] = [];
  for (const name of draft.lists) {
    const found = findListByName(context.state, name);
    if (found !== null) ids.set(name, found.id);
    else {
      const value = newList(name, context);
      created.push({ kind: 'create', entity: 'list', value: { ...value, position: value.position + created.length } });
      ids.set(name, value.id);
    }
  }
  return { idOf: (name) => (name === null ? inboxId : (ids.get(name) ?? inboxId)), created };
}

function isUsed(id: ListId, creates: readonly Operation[]): boolean {
  return creates.some((create) => create.kind === 'create' && 'listId' in create.value && create.value.listId === id);
}

/** The file's own id where nobody has it and it is one of ours; ids of other programs mean nothing here. */
function freshId(said: string | null, taken: ReadonlyMap<string, TaskId>, context: ToolContext): TaskId {
  const isOurs = said !== null && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(said);
  return isOurs && !taken.has(said) && !context.state.tasks.has(said) ? said : context.newId();
}

function presentTasks(state: TaskState): Map<string, TaskId> {
  return new Map(liveTasks(state).map((task) => [sameTask(task, task.listId), task.id]));
}

function sameTask({ title, due, done }: Pick<Task, 'title' | 'due' | 'done'>, listId: ListId): string {
  return JSON.stringify([title.toLowerCase(), due, done, listId]);
}

/** From a step to its task. A file may name a task that it does not hold, or go round in a circle. */
function findParents(
  added: readonly { task: DraftTask; id: TaskId }[],
  ids: ReadonlyMap<string, TaskId>,
  state: TaskState,
  notes: LineNote[],
): Map<TaskId, TaskId> {
  const parents = new Map<TaskId, TaskId>();
  const isLive = (id: TaskId) => state.tasks.get(id)?.deletedAt === null;
  for (const { task, id } of added) {
    if (task.parentId === null) continue;
    const parent = ids.get(task.parentId) ?? (isLive(task.parentId) ? task.parentId : undefined);
    if (parent !== undefined && !leadsTo(parent, id, parents)) parents.set(id, parent);
    else notes.push({ ...placeOf(task), kind: 'changed', code: 'no-parent', detail: '' });
  }
  return parents;
}

function leadsTo(from: TaskId, wanted: TaskId, parents: ReadonlyMap<TaskId, TaskId>): boolean {
  for (let at: TaskId | undefined = from; at !== undefined; at = parents.get(at)) if (at === wanted) return true;
  return false;
}

function lastPosition(state: TaskState): number {
  return [...state.tasks.values()].reduce((last, task) => Math.max(last, task.position), 0);
}
