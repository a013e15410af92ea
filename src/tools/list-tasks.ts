import { success } from '../core/outcome.ts';
import { defineTool, oneOf } from './define-tool.ts';
import { matchTasks } from './list-query.ts';
import { listingArguments, sortOrders } from './listing-arguments.ts';
import { readListing } from './listing-query.ts';

export const listTasks = defineTool({
  name: 'list_tasks',
  effect: 'read',
  summary: 'Shows several tasks, the open ones unless a status is given.',
  noun: 'a listing',
  examples: ['what’s due this week?', 'show my high priority tasks'],
  args: { ...listingArguments, sort: oneOf(sortOrders) },
  run: ({ sort, ...narrowing }, { state, clock }) => {
    const listing = readListing(narrowing, state);
    if (!listing.ok) return listing;
    const { query, about } = listing.value;
    const taskIds = matchTasks(state, query, clock, sort).map((task) => task.id);
    return success({ operations: [], result: { kind: 'listing', taskIds, about } });
  },
});
