import type { LocalDate } from '../../core/clock.ts';
import type { TaskDrafts } from '../../core/resolved-call.ts';
import type { TaskId } from '../../core/task.ts';
import type { Field } from '../define-tool.ts';

/** Arguments that only edits by hand have; nothing of them is ever read from words. */
export const drafts: Field<TaskDrafts, true> = { spec: { kind: 'texts', required: true } };
export const day: Field<LocalDate | null, false> = { spec: { kind: 'when', required: false } };
export const parent: Field<TaskId | null, false> = { spec: { kind: 'task', required: false } };
