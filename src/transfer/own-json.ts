import { success } from '../core/outcome.ts';
import { DraftBuilder, type Reader } from './draft.ts';
import { priorityOf } from './own-csv.ts';
import { asArray, asRecord, asText, parseJson } from './read-json.ts';
import { readRule } from './read-rule.ts';
import { readFailure } from './sentences.ts';

/** `{ lists, tasks }`, as `export_tasks` writes it; the tasks of a file with the whole state as well. */
export const readOwnJson: Reader = (text) => {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const file = asRecord(parsed.value);
  if (file === null || !Array.isArray(file['tasks'])) return readFailure('not_recognised');
  const builder = new DraftBuilder();
  const listNames = new Map<string, string>();
  for (const list of asArray(file['lists'])) {
    const record = asRecord(list);
    const name = asText(record === null ? list : record['name']);
    if (record !== null && record['deletedAt'] != null) continue;
    if (record !== null) listNames.set(asText(record['id']), name);
    builder.list(name);
  }
  for (const [index, value] of asArray(file['tasks']).entries()) {
    const line = index + 1;
    const task = asRecord(value);
    if (task === null) builder.note(line, 'not-readable');
    else if (task['deletedAt'] == null) {
      const repeat = asText(task['repeat']);
      const rule = repeat === '' ? null : readRule(repeat);
      if (repeat !== '' && rule === null) builder.note(line, 'bad-repeat', repeat);
      const list = asText(task['list']) || (listNames.get(asText(task['listId'])) ?? '');
      builder.add({
        line,
        id: asText(task['id']) || null,
        parentId: asText(task['parent'] ?? task['parentId']) || null,
        title: asText(task['title']),
        notes: asText(task['notes']),
        done: task['done'] === true,
        doneAt: asText(task['doneAt']) || null,
        due: asText(task['due']) || null,
        priority: priorityOf(asText(task['priority'])),
        tags: asArray(task['tags']).map(asText),
        list: list || null,
        reminder: asText(task['reminder']) || null,
        createdAt: asText(task['createdAt']) || null,
        repeat: rule,
      });
    }
  }
  return success(builder.build('errand-json'));
};
