import { success } from '../core/outcome.ts';
import { liveTasks } from '../core/task.ts';
import { defineTool, interval, list } from './define-tool.ts';
import { isDueWithin, isOverdue } from './list-query.ts';
import { readListing } from './listing-query.ts';
import { dateOf, today } from '../core/local-time.ts';

export const summarizeTasks = defineTool({
  name: 'summarize_tasks',
  effect: 'read',
  summary: 'Counts what is open, done, overdue and due today.',
  noun: 'a summary',
  examples: ['how much is still open in Home?'],
  args: { due: interval, list },
  run: (args, { state, clock }) => {
    const listing = readListing(args, state);
    if (!listing.ok) return listing;
    const { due, listId } = listing.value.query;
    const tasks = liveTasks(state)
      .filter((task) => due === undefined || isDueWithin(task, due))
      .filter((task) => listId === undefined || task.listId === listId);
    const open = tasks.filter((task) => !task.done);
    return success({
      operations: [],
      result: {
        kind: 'summary',
        about: listing.value.about,
        open: open.length,
        done: tasks.length - open.length,
        overdue: open.filter((task) => isOverdue(task, clock)).length,
        dueToday: open.filter((task) => task.due !== null && dateOf(task.due) === today(clock)).length,
      },
    });
  },
});
