import type { ArgumentSpec, ArgumentValue, Call, FilterValue, ToolSpec } from '../core/call.ts';
import type { Clock, Due } from '../core/clock.ts';
import type { DateInterval, FilterMatch, ListTarget, ResolvedCall, ResolvedValue } from '../core/resolved-call.ts';
import type { Question } from '../core/run-event.ts';
import { liveLists, liveTasks, type ListId, type Priority, type TaskId, type TaskState } from '../core/task.ts';
import { resolveInterval } from './interval.ts';
import { isPronoun } from './pointing-words.ts';
import { resolveList, resolveTask } from './reference.ts';
import { resolveRepeat } from './repeat.ts';
import { resolveWhen } from './when.ts';

/** A filter once its words are dates and lists; how tasks match it is the tools' matter. */
export type TaskQuery = {
  /** Null: tasks without a due. */
  due?: DateInterval | null;
  listId?: ListId;
  tag?: string;
  priority?: Priority;
  status?: 'open' | 'done' | 'overdue';
  text?: string;
  except?: readonly string[];
};

export type ResolveContext = {
  state: TaskState;
  clock: Clock;
  /** Tasks the last runs touched and listed, newest first and in the order shown, for "it" and "the second one". */
  lastTouched: readonly TaskId[];
  lastListing: readonly TaskId[];
  filterSpec: readonly ArgumentSpec[];
  /** The open tasks a query matches, in the order a listing would show them. */
  matchTasks: (query: TaskQuery) => readonly TaskId[];
  /** What the person picked where an earlier attempt at this call had to ask, by argument. */
  picks: { readonly [argument: string]: string };
};

export type Open = Omit<Question, 'callIndex'>;
/** A value, or the question that has to be put to the person first. */
export type Resolved<Value> = { ok: true; value: Value } | { ok: false; question: Open };

/** The word that clears a field: `due="none"`. */
const cleared = 'none';

function isCleared(spec: ArgumentSpec, written: ArgumentValue): boolean {
  const word = Array.isArray(written) && written.length === 1 ? written[0] : written;
  return spec.clearable === true && word === cleared;
}

/** Turns the person's words in a call's arguments into identities, dates and rules. */
export function resolveCall(call: Call, tool: ToolSpec, context: ResolveContext): Resolved<ResolvedCall> {
  const args: { [name: string]: ResolvedValue } = {};
  const said = withRepeatFromDue(call.args, tool, context);
  for (const spec of tool.args) {
    const written = said[spec.name];
    if (written === undefined) continue;
    const resolved = resolveArgument(spec, written, tool, args, context);
    if (!resolved.ok) return resolved;
    args[spec.name] = resolved.value;
  }
  return found({ tool: call.tool, args: { ...args, ...dueOnItsRule(args) } });
}

/** "mondays and thursdays at 4pm": the time alone would be today's, but the first due is the first day of the rule. */
function dueOnItsRule({ due, repeat }: { readonly [name: string]: ResolvedValue }): { due?: Due } {
  if (typeof due !== 'string' || typeof repeat !== 'object' || repeat === null) return {};
  return 'firstDue' in repeat && repeat.firstDue !== null ? { due: repeat.firstDue } : {};
}

/**
 * A due that is no date but reads as a repetition ("the last thursday of every month 8pm") is the repetition: the person
 * said both in one breath, and the model need not take them apart.
 */
function withRepeatFromDue(args: Call['args'], tool: ToolSpec, { clock }: ResolveContext): Call['args'] {
  const { due, ...others } = args;
  const repeats = tool.args.some((spec) => spec.kind === 'repeat');
  if (typeof due !== 'string' || !repeats || due === cleared || resolveWhen(due, clock).ok) return args;
  return resolveRepeat(due, clock).ok ? { ...others, repeat: due } : args;
}

function resolveArgument(
  spec: ArgumentSpec,
  written: ArgumentValue,
  tool: ToolSpec,
  earlier: { readonly [name: string]: ResolvedValue },
  context: ResolveContext,
): Resolved<ResolvedValue> {
  if (isCleared(spec, written)) return found(null);
  if (spec.kind === 'filter') return resolveFilter(written as FilterValue, spec.name, context);
  // The contract's parser has checked each value against its kind; only texts, numbers and lists are left to pass on.
  if (typeof written !== 'string') return found(written as ResolvedValue);
  switch (spec.kind) {
    case 'task':
      return resolveTaskArgument(written, spec.name, tool, context);
    case 'list':
      return resolveListArgument(written, spec.name, tool, context);
    case 'when':
      return spec.interval === true
        ? resolveIntervalArgument(written, spec.name, context)
        : resolveWhenArgument(written, spec.name, earlier, context);
    case 'repeat':
      return resolveRepeatArgument(written, spec.name, earlier, context);
    default:
      return found(written);
  }
}

function found<Value>(value: Value): Resolved<Value> {
  return { ok: true, value };
}
function open(question: Open): { ok: false; question: Open } {
  return { ok: false, question };
}

function resolveTaskArgument(
  phrase: string,
  argument: string,
  tool: ToolSpec,
  context: ResolveContext,
): Resolved<TaskId> {
  const picked = context.picks[argument];
  if (picked !== undefined && context.state.tasks.has(picked)) return found(picked);
  const listName = (id: ListId) => context.state.lists.get(id)?.name;
  const resolution = resolveTask(phrase, {
    tasks: [...context.state.tasks.values()]
      .filter((task) => task.deletedAt === null)
      .map(({ id, title, done, listId }) => ({
        id,
        title,
        done,
        deleted: false,
        listName: listName(listId) ?? 'Inbox',
      })),
    lastTouched: context.lastTouched,
    lastListing: context.lastListing,
    prefer: tool.name === 'reopen_task' ? 'done' : 'open',
  });
  if (resolution.kind === 'one') return found(mainTask(resolution.id, phrase, tool, context));
  if (resolution.kind === 'none') return open({ argument, reason: 'unknown-task', phrase, candidates: [] });
  const candidates = resolution.ids.map((id) => ({ id, label: context.state.tasks.get(id)?.title ?? id }));
  return open({ argument, reason: 'ambiguous-task', phrase, candidates });
}

/** Another step of "it", said after a step was added, is one of the same task and no step of that step. */
function mainTask(id: TaskId, phrase: string, tool: ToolSpec, { state }: ResolveContext): TaskId {
  const parent = state.tasks.get(id)?.parentId ?? null;
  return tool.name === 'add_subtask' && parent !== null && isPronoun(phrase) ? parent : id;
}

/** Tools that create the list they name; for the others a list that is not there is a question. */
function mayCreateList(tool: ToolSpec): boolean {
  return tool.effect !== 'read' && !tool.name.endsWith('_list');
}

function resolveListArgument(
  phrase: string,
  argument: string,
  tool: ToolSpec,
  context: ResolveContext,
): Resolved<ListTarget> {
  const picked = context.picks[argument];
  if (picked !== undefined && context.state.lists.has(picked)) return found({ kind: 'existing', id: picked });
  const lists = liveLists(context.state);
  const resolution = resolveList(phrase, lists);
  if (resolution.kind === 'one') return found({ kind: 'existing', id: resolution.id });
  if (resolution.kind === 'many') {
    const candidates = listCandidates(resolution.ids, context.state);
    return open({ argument, reason: 'ambiguous-list', phrase, candidates });
  }
  if (mayCreateList(tool)) return found({ kind: 'new', name: phrase });
  const candidates = lists.slice(0, 8).map(({ id, name }) => ({ id, label: name }));
  return open({ argument, reason: 'unknown-list', phrase, candidates });
}

/** Lists of one name, as two devices or a file may make them, are told apart by their number and their first task. */
function listCandidates(ids: readonly ListId[], state: TaskState): { id: ListId; label: string }[] {
  const names = ids.map((id) => state.lists.get(id)?.name ?? id);
  return ids.map((id, index) => {
    const name = names[index] ?? id;
    if (names.filter((other) => other === name).length === 1) return { id, label: name };
    const first = liveTasks(state)
      .find((task) => task.listId === id && !task.done)
      ?.title.slice(0, 40);
    return { id, label: `${name} (${index + 1})${first === undefined ? '' : `: “${first}”`}` };
  });
}

function resolveWhenArgument(
  phrase: string,
  argument: string,
  earlier: { readonly [name: string]: ResolvedValue },
  context: ResolveContext,
): Resolved<Due | null> {
  if (phrase === cleared) return found(null);
  const task = typeof earlier['task'] === 'string' ? context.state.tasks.get(earlier['task']) : undefined;
  const base = task?.due ?? undefined;
  const moment = resolveWhen(withDayMeant(phrase, context), context.clock, base === undefined ? {} : { base });
  return moment.ok ? found(moment.value) : open({ argument, reason: 'unclear-date', phrase, candidates: [] });
}

/** "8am that day" is the day of what was touched or shown last. Words that point at no day stay as they are. */
function withDayMeant(phrase: string, { state, lastTouched, lastListing }: ResolveContext): string {
  const dues = [...lastTouched, ...lastListing].map((id) => state.tasks.get(id)?.due ?? null);
  const day = dues.find((due) => due !== null)?.slice(0, 10);
  return day === undefined ? phrase : phrase.replace(/\b(?:on )?(?:that|the same|same) day\b/i, day);
}

function resolveIntervalArgument(phrase: string, argument: string, context: ResolveContext): Resolved<DateInterval> {
  const span = resolveInterval(withDayMeant(phrase, context), context.clock);
  return span.ok ? found(span.value) : open({ argument, reason: 'unclear-date', phrase, candidates: [] });
}

function resolveRepeatArgument(
  phrase: string,
  argument: string,
  earlier: { readonly [name: string]: ResolvedValue },
  context: ResolveContext,
): Resolved<ResolvedValue> {
  if (phrase === cleared) return found({ rule: null, firstDue: null });
  const due = typeof earlier['due'] === 'string' ? earlier['due'] : undefined;
  const repeat = resolveRepeat(phrase, context.clock, due);
  return repeat.ok ? found(repeat.value) : open({ argument, reason: 'unclear-repeat', phrase, candidates: [] });
}

function resolveFilter(filter: FilterValue, argument: string, context: ResolveContext): Resolved<FilterMatch> {
  const query: TaskQuery = {};
  for (const spec of context.filterSpec) {
    const written = filter[spec.name];
    if (written === undefined) continue;
    const step = addToQuery(query, spec, written, argument, context);
    if (!step.ok) return step;
  }
  const taskIds = context.matchTasks(query);
  const words = Object.entries(filter).map(([key, value]) => (key === 'except' ? '' : String(value)));
  if (taskIds.length === 0)
    return open({ argument, reason: 'empty-filter', phrase: words.join(' ').trim(), candidates: [] });
  return found({ taskIds, everything: Object.keys(filter).every((key) => key === 'status') });
}

function addToQuery(
  query: TaskQuery,
  spec: ArgumentSpec,
  written: string | readonly string[],
  argument: string,
  context: ResolveContext,
): Resolved<null> {
  if (typeof written !== 'string') {
    query.except = written;
    return found(null);
  }
  switch (spec.name) {
    case 'due': {
      const span = resolveIntervalArgument(written, argument, context);
      if (!span.ok) return span;
      query.due = span.value;
      return found(null);
    }
    case 'list': {
      const list = resolveList(written, liveLists(context.state));
      if (list.kind !== 'one') return open({ argument, reason: 'unknown-list', phrase: written, candidates: [] });
      query.listId = list.id;
      return found(null);
    }
    default:
      Object.assign(query, { [spec.name]: written });
      return found(null);
  }
}
