import { expect, it } from 'vitest';
import { filterSpec, findTool, registry } from './registry.ts';

/** The model is trained on these names in this order; a change here is a change of the contract. */
const contract = [
  'add_task(title!, due, priority, tags, list, repeat, notes)',
  'update_task(task!, title, due, priority, tags, list, repeat, notes)',
  'complete_task(task!)',
  'reopen_task(task!)',
  'delete_task(task!)',
  'add_subtask(task!, title!)',
  'move_task(task!, list!)',
  'set_reminder(task!, at!)',
  'list_tasks(due, list, tag, priority, status, text, sort)',
  'search_tasks(text!)',
  'summarize_tasks(due, list)',
  'suggest_next()',
  'postpone_tasks(filter!, due!)',
  'delete_tasks(filter!)',
  'clear_completed()',
  'create_list(name!)',
  'rename_list(list!, name!)',
  'delete_list(list!)',
  'undo(steps)',
  'redo()',
  'export_tasks(format!)',
  'help(topic)',
];

it('is the contract', () => {
  const written = registry.map(
    (tool) => `${tool.name}(${tool.args.map((arg) => `${arg.name}${arg.required ? '!' : ''}`).join(', ')})`,
  );
  expect(written).toEqual(contract);
  expect(filterSpec.map((arg) => arg.name)).toEqual(['due', 'list', 'tag', 'priority', 'status', 'text', 'except']);
});

it('finds each tool by its name, and no other', () => {
  expect(registry.every((tool) => findTool(tool.name) === tool)).toBe(true);
  expect(findTool('constructor')).toBeUndefined();
});
