import { success } from '../core/outcome.ts';
import { defineTool, required, text } from './define-tool.ts';
import { findListByName, nameTaken, newList } from './list-operations.ts';
import { checkListName } from './task-fields.ts';

export const createList = defineTool({
  name: 'create_list',
  effect: 'add',
  summary: 'Makes a new, empty list.',
  noun: 'a new list',
  examples: ['make a list called Holiday'],
  args: { name: required(text) },
  run: (args, context) => {
    const name = checkListName(args.name);
    if (!name.ok) return name;
    const taken = findListByName(context.state, name.value);
    if (taken) return nameTaken(taken.name);
    const value = newList(name.value, context);
    return success({
      operations: [{ kind: 'create', entity: 'list', value }],
      result: { kind: 'list-created', listId: value.id, name: value.name },
    });
  },
});
