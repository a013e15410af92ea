import type { ArgumentSpec, Effect, ToolSpec } from '../core/call.ts';
import type { Clock, Due } from '../core/clock.ts';
import type { Operation } from '../core/operation.ts';
import { type Outcome } from '../core/outcome.ts';
import type { CallResult, HistoryEntry, PlannedCall } from '../core/plan.ts';
import type { DateInterval, FilterMatch, ListTarget, RepeatTarget, ResolvedCall } from '../core/resolved-call.ts';
import type { RunFailureCode } from '../core/run-event.ts';
import type { TaskId, TaskState } from '../core/task.ts';

/** A tool's argument and, as a phantom, the type its `run` receives once the argument is resolved. */
export type Field<Resolved, Required extends boolean> = {
  spec: Omit<ArgumentSpec, 'name'> & { required: Required };
  readonly resolved?: Resolved;
};
export type Fields = { [name: string]: Field<unknown, boolean> };

export type ResolvedArguments<F extends Fields> = {
  [Name in keyof F as F[Name] extends Field<unknown, true> ? Name : never]: F[Name] extends Field<infer R, boolean>
    ? R
    : never;
} & {
  [Name in keyof F as F[Name] extends Field<unknown, true> ? never : Name]?: F[Name] extends Field<infer R, boolean>
    ? R
    : never;
};

function field<Resolved>(spec: Omit<ArgumentSpec, 'name' | 'required'>): Field<Resolved, false> {
  return { spec: { ...spec, required: false } };
}
export function required<Resolved>(optional: Field<Resolved, false>): Field<Resolved, true> {
  return { spec: { ...optional.spec, required: true } };
}

/** The same argument where "none" clears it: its resolved value may be null. */
export function clearable<Resolved>(given: Field<Resolved, false>): Field<Resolved | null, false> {
  return { spec: { ...given.spec, clearable: true } };
}

export const text = field<string>({ kind: 'text' });
export const texts = field<readonly string[]>({ kind: 'texts' });
export const task = field<TaskId>({ kind: 'task' });
export const list = field<ListTarget>({ kind: 'list' });
/** A moment or a day; null where the person asked for it to be cleared. */
export const when = field<Due | null>({ kind: 'when' });
/** A span of days; null where the person asked for tasks without a due. */
export const interval = field<DateInterval | null>({ kind: 'when', interval: true });
export const repeat = field<RepeatTarget>({ kind: 'repeat' });
export const filter = field<FilterMatch>({ kind: 'filter' });
export function oneOf<const Value extends string>(values: readonly Value[]): Field<Value, false> {
  return field<Value>({ kind: 'enum', values });
}
export function int(min: number, max: number): Field<number, false> {
  return field<number>({ kind: 'int', min, max });
}

/** What a tool is handed: the world as it is at its turn, and nothing that writes. */
export type ToolContext = {
  state: TaskState;
  history: readonly HistoryEntry[];
  clock: Clock;
  /** A fresh UUID. */
  newId: () => string;
};

export type ToolPlan = {
  operations: readonly Operation[];
  result: CallResult;
  touched?: number;
  everything?: boolean;
  marks?: PlannedCall['marks'];
};
export type ToolOutcome = Outcome<ToolPlan, RunFailureCode>;

export type Tool = ToolSpec & {
  /** What a person might say for it; shown as help. */
  examples: readonly string[];
  bulk: boolean;
  run: (args: ResolvedCall['args'], context: ToolContext) => ToolOutcome;
};

/** The fields as the contract, the prompts and the trainer read them, in their order. */
export function argumentSpecs(fields: Fields): readonly ArgumentSpec[] {
  return Object.entries(fields).map(([name, { spec }]) => ({ name, ...spec }));
}

/** Makes a tool from its one file. `run` is pure: it returns operations and a result and writes nothing. */
export function defineTool<F extends Fields>(definition: {
  name: string;
  effect: Effect;
  summary: string;
  noun: string;
  examples: readonly string[];
  bulk?: boolean;
  args: F;
  run: (args: ResolvedArguments<F>, context: ToolContext) => ToolOutcome;
}): Tool {
  return {
    name: definition.name,
    effect: definition.effect,
    summary: definition.summary,
    noun: definition.noun,
    examples: definition.examples,
    bulk: definition.bulk ?? false,
    args: argumentSpecs(definition.args),
    // The resolver builds the arguments from the same specs, so their types are the fields' resolved types.
    run: (resolved, context) => definition.run(resolved as ResolvedArguments<F>, context),
  };
}
