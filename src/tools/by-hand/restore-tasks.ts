import { failure, success } from '../../core/outcome.ts';
import { inboxId, type Task, type TaskState } from '../../core/task.ts';
import { defineTool, filter, required } from '../define-tool.ts';
import { changeTask } from '../task-operations.ts';

export const restoreTasks = defineTool({
  name: 'restore_tasks',
  effect: 'change',
  summary: 'Brings tasks back from the trash.',
  noun: 'tasks to bring back',
  examples: [],
  args: { tasks: required(filter) },
  run: ({ tasks: { taskIds } }, { state }) => {
    const tasks = [...new Set(taskIds)].flatMap((id) => {
      const task = state.tasks.get(id);
      return task === undefined || task.deletedAt === null ? [] : [task];
    });
    if (tasks.length === 0) return failure('invalid_change', 'Those tasks are not in the trash.');
    const coming = new Set(tasks.map(({ id }) => id));
    return success({
      operations: tasks.flatMap((task) => changeTask(task, { deletedAt: null, ...placeFor(task, coming, state) })),
      result: { kind: 'restored', taskIds: [...coming], titles: tasks.map(({ title }) => title) },
    });
  },
});

/** What its list or its parent was may be gone for good, or in the trash itself. */
function placeFor(
  task: Task,
  coming: ReadonlySet<string>,
  state: TaskState,
): Partial<Pick<Task, 'listId' | 'parentId'>> {
  const parent = task.parentId === null ? undefined : state.tasks.get(task.parentId);
  const hasParent = parent !== undefined && (parent.deletedAt === null || coming.has(parent.id));
  const hasList = task.listId === inboxId || state.lists.get(task.listId)?.deletedAt === null;
  return {
    ...(task.parentId === null || hasParent ? {} : { parentId: null }),
    ...(hasList ? {} : { listId: inboxId }),
  };
}
