import type { Operation } from '../../core/operation.ts';
import { failure, success } from '../../core/outcome.ts';
import type { ListTarget, TaskDraft } from '../../core/resolved-call.ts';
import { inboxId, type ListId, type Task } from '../../core/task.ts';
import { defineTool, type ToolContext } from '../define-tool.ts';
import { newList, openList } from '../list-operations.ts';
import { checkNotes, checkTitle, normaliseTags } from '../task-fields.ts';
import { nextPosition } from '../task-operations.ts';
import { drafts } from './hand-field.ts';

export const addTasks = defineTool({
  name: 'add_tasks',
  effect: 'add',
  summary: 'Adds several tasks at once.',
  noun: 'several new tasks',
  examples: [],
  args: { tasks: drafts },
  run: ({ tasks: { drafts: wanted } }, context) => {
    if (wanted.length === 0) return failure('invalid_change', 'There is nothing to add.');
    const lists = new OpenedLists(context);
    const first = nextPosition(context.state);
    const values: Task[] = [];
    for (const [index, draft] of wanted.entries()) {
      const list = lists.open(draft.list);
      const value = list.ok ? taskOf(draft, list.value, first + index, context) : list;
      if (!value.ok) return failure('invalid_change', `Line ${index + 1}: ${value.message}`);
      values.push(value.value);
    }
    const created = values.map((value): Operation => ({ kind: 'create', entity: 'task', value }));
    return success({
      operations: [...lists.operations, ...created],
      result: { kind: 'added-several', taskIds: values.map(({ id }) => id), titles: values.map(({ title }) => title) },
    });
  },
});

function taskOf(draft: TaskDraft, listId: ListId, position: number, context: ToolContext) {
  const title = checkTitle(draft.title);
  if (!title.ok) return title;
  const notes = checkNotes(draft.notes ?? '');
  if (!notes.ok) return notes;
  const value: Task = {
    id: context.newId(),
    title: title.value,
    notes: notes.value,
    done: false,
    doneAt: null,
    due: draft.due ?? null,
    priority: draft.priority ?? 'none',
    tags: normaliseTags(draft.tags ?? []),
    listId,
    repeat: draft.repeat ?? null,
    reminder: null,
    parentId: null,
    deletedAt: null,
    createdAt: context.clock.now,
    position,
  };
  return success(value);
}

/** Each list that is named and not there yet is made once, however many of the tasks name it. */
class OpenedLists {
  readonly operations: Operation[] = [];
  readonly #context: ToolContext;
  readonly #made = new Map<string, ListId>();

  constructor(context: ToolContext) {
    this.#context = context;
  }

  open(target: ListTarget | undefined) {
    if (target === undefined) return success(inboxId);
    const key = target.kind === 'new' ? target.name.trim().toLowerCase() : null;
    const made = key === null ? undefined : this.#made.get(key);
    if (made !== undefined) return success(made);
    const opened = openList(target, this.#context);
    if (!opened.ok) return opened;
    if (!opened.value.created || key === null) return success(opened.value.id);
    const value = newList(opened.value.name, this.#context);
    this.operations.push({
      kind: 'create',
      entity: 'list',
      value: { ...value, position: value.position + this.#made.size },
    });
    this.#made.set(key, value.id);
    return success(value.id);
  }
}
