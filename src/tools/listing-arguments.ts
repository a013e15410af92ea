import type { ArgumentSpec } from '../core/call.ts';
import { priorities } from '../core/task.ts';
import { argumentSpecs, interval, list, oneOf, text, texts } from './define-tool.ts';

export const statuses = ['open', 'done', 'overdue'] as const;
export const sortOrders = ['due', 'priority', 'title', 'created'] as const;

/** What a listing and a filter can be narrowed by. */
export const listingArguments = {
  due: interval,
  list,
  tag: text,
  priority: oneOf(priorities),
  status: oneOf(statuses),
  text,
};

/** The keys of the one nested value, `filter`, in the order they are written. */
export const filterSpec: readonly ArgumentSpec[] = argumentSpecs({ ...listingArguments, except: texts });
