import { failure, success } from '../core/outcome.ts';
import { defineTool, list, required, text } from './define-tool.ts';
import { findListByName, findOwnList, nameTaken } from './list-operations.ts';
import { checkListName } from './task-fields.ts';

export const renameList = defineTool({
  name: 'rename_list',
  effect: 'change',
  summary: 'Gives a list another name.',
  noun: 'a list to rename',
  examples: ['rename Work to Office'],
  args: { list: required(list), name: required(text) },
  run: (args, { state }) => {
    const found = findOwnList(args.list, state, 'renamed');
    if (!found.ok) return found;
    const { id, name: from } = found.value;
    const name = checkListName(args.name);
    if (!name.ok) return name;
    const to = name.value;
    if (to === from) return failure('invalid_change', `The list is called “${from}” already.`);
    const taken = findListByName(state, to);
    if (taken && taken.id !== id) return nameTaken(taken.name);
    return success({
      operations: [{ kind: 'set', entity: 'list', id, field: 'name', before: from, after: to }],
      result: { kind: 'list-renamed', listId: id, from, to },
    });
  },
});
