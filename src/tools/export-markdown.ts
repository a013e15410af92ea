import { inboxId, liveLists, liveTasks, type Task, type TaskId } from '../core/task.ts';
import type { ToolContext } from './define-tool.ts';
import { inboxName } from './list-operations.ts';

/** A checklist under a heading for each list; a subtask is indented under its task. */
export function writeMarkdown({ state }: Pick<ToolContext, 'state'>): string {
  const tasks = liveTasks(state);
  const ids = new Set(tasks.map((task) => task.id));
  const steps = new Map<TaskId, Task[]>(tasks.map((task) => [task.id, []]));
  for (const task of tasks) if (task.parentId !== null) steps.get(task.parentId)?.push(task);
  const lists = [{ id: inboxId, name: inboxName }, ...liveLists(state).filter((list) => list.id !== inboxId)];
  const sections = lists.flatMap(({ id, name }) => {
    const tops = tasks.filter((task) => task.listId === id && !(task.parentId !== null && ids.has(task.parentId)));
    if (tops.length === 0 && id === inboxId) return [];
    return [[`## ${escape(name)}`, '', ...tops.flatMap((task) => writeItem(task, steps, 0))].join('\n').trimEnd()];
  });
  return `${['# Tasks', ...sections].join('\n\n')}\n`;
}

function writeItem(task: Task, steps: ReadonlyMap<TaskId, readonly Task[]>, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const notes = task.notes === '' ? [] : task.notes.split(/\r\n?|\n/u).map((line) => `${indent}  ${escape(line)}`);
  const subtasks = steps.get(task.id) ?? [];
  return [
    `${indent}- [${task.done ? 'x' : ' '}] ${escape(task.title)}${writeDetails(task)}`,
    ...(notes.length === 0 ? [] : [`${indent}  `.trimEnd(), ...notes]),
    ...subtasks.flatMap((subtask) => writeItem(subtask, steps, depth + 1)),
  ];
}

function writeDetails({ due, priority, tags, repeat, reminder }: Task): string {
  const details = [
    due === null ? '' : `due ${due.replace('T', ' ')}`,
    priority === 'none' ? '' : `${priority} priority`,
    repeat === null ? '' : `repeats ${escape(repeat)}`,
    reminder === null ? '' : `reminder ${reminder.replace('T', ' ')}`,
  ].filter(Boolean);
  const inBrackets = details.length === 0 ? '' : ` (${details.join(', ')})`;
  return inBrackets + tags.map((tag) => ` \\#${escape(tag)}`).join('');
}

/** One line in which nothing is markup. */
function escape(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$&!]/gu, '\\$&')
    .replace(/^[-+=]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2');
}
