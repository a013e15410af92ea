import type { Operation } from '../../core/operation.ts';
import { failure, success } from '../../core/outcome.ts';
import type { Task } from '../../core/task.ts';
import { defineTool, filter, required } from '../define-tool.ts';
import { changeTask, findTasks } from '../task-operations.ts';
import { parent } from './hand-field.ts';

export const arrangeTasks = defineTool({
  name: 'arrange_tasks',
  effect: 'change',
  summary: 'Puts tasks before another one of the list, or at the end.',
  noun: 'an order by hand',
  examples: [],
  bulk: true,
  args: { tasks: required(filter), before: parent },
  run: ({ tasks: { taskIds }, before = null }, { state }) => {
    const moving = findTasks(taskIds, state);
    const [first] = moving;
    if (first === undefined) return failure('invalid_change', 'Those tasks are no longer there.');
    const ids = new Set(moving.map(({ id }) => id));
    const others = [...state.tasks.values()]
      .filter((task) => task.listId === first.listId && task.deletedAt === null && !ids.has(task.id))
      .sort((a, b) => a.position - b.position);
    const at = before === null ? others.length : others.findIndex(({ id }) => id === before);
    if (at < 0) return failure('invalid_change', 'That place is no longer there.');
    const operations = placed(moving, others, at);
    if (operations.length === 0) return failure('invalid_change', 'It is in that place already.');
    return success({
      operations,
      touched: moving.length,
      result: { kind: 'arranged', taskIds: [...ids], titles: moving.map(({ title }) => title) },
    });
  },
});

/** Halves between the neighbours leave everything else as it is; where there is no room left, the list is numbered anew. */
function placed(moving: readonly Task[], others: readonly Task[], at: number): Operation[] {
  const low = others[at - 1]?.position ?? (others[at]?.position ?? 1) - moving.length - 1;
  const high = others[at]?.position ?? low + moving.length + 1;
  const step = (high - low) / (moving.length + 1);
  if (step > 1e-6) return moving.flatMap((task, index) => changeTask(task, { position: low + step * (index + 1) }));
  const start = others[0]?.position ?? 0;
  return [...others.slice(0, at), ...moving, ...others.slice(at)].flatMap((task, index) =>
    changeTask(task, { position: start + index }),
  );
}
