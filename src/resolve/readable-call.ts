import type { ReadableCall, ReadableValue } from '../core/readable-call.ts';
import type { ResolvedCall, ResolvedValue } from '../core/resolved-call.ts';
import type { ArgumentSpec, ToolSpec } from '../core/call.ts';
import type { TaskState } from '../core/task.ts';

/** Writes a resolved call for people and files; `state` is the state that the call was resolved on. */
export function readableCall(call: ResolvedCall, tool: ToolSpec, state: TaskState): ReadableCall {
  const args: { [name: string]: ReadableValue } = {};
  for (const spec of tool.args) {
    const value = call.args[spec.name];
    if (value !== undefined) args[spec.name] = readableValue(value, spec, state);
  }
  return { tool: call.tool, args };
}

function readableValue(value: ResolvedValue, spec: ArgumentSpec, state: TaskState): ReadableValue {
  if (spec.kind === 'task' && typeof value === 'string') return state.tasks.get(value)?.title ?? value;
  if (value === null || typeof value !== 'object') return value;
  if ('rule' in value) return value.rule;
  if ('taskIds' in value) return value.taskIds.map((id) => state.tasks.get(id)?.title ?? id);
  if ('drafts' in value) return value.drafts.map(({ title }) => title);
  if ('from' in value) return `${value.from ?? ''}/${value.to ?? ''}`;
  if ('kind' in value) return value.kind === 'new' ? value.name : (state.lists.get(value.id)?.name ?? value.id);
  return value;
}
