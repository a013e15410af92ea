import { failure, success } from '../core/outcome.ts';
import { isOpen, liveTasks } from '../core/task.ts';
import { defineTool } from './define-tool.ts';
import { changeTask, parentsOf } from './task-operations.ts';

export const clearCompleted = defineTool({
  name: 'clear_completed',
  effect: 'remove',
  summary: 'Puts all done tasks in the trash.',
  noun: 'done tasks to clear',
  examples: ['clear the done ones'],
  bulk: true,
  args: {},
  run: (_args, { state, clock }) => {
    const spared = new Set(
      liveTasks(state)
        .filter(isOpen)
        .flatMap((task) => parentsOf(task, state)),
    );
    const done = liveTasks(state).filter((task) => task.done && !spared.has(task));
    if (done.length === 0) return failure('invalid_change', 'There are no done tasks to clear.');
    return success({
      operations: done.flatMap((task) => changeTask(task, { deletedAt: clock.now })),
      result: {
        kind: 'deleted',
        taskIds: done.map((task) => task.id),
        titles: done.map((task) => task.title),
        cleared: true,
      },
    });
  },
});
