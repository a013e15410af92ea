import type { Due } from '../core/clock.ts';
import { wallTimesIn } from '../core/local-time.ts';
import { success } from '../core/outcome.ts';
import { DraftBuilder, isNear, type Reader } from './draft.ts';
import { asArray, asRecord, asRecords, asText, parseJson, type JsonRecord } from './read-json.ts';
import { readFailure } from './sentences.ts';

/**
 * A backup of Super Productivity: entities by id, each kind under its own key, the whole of it under `data` in newer
 * versions. Done tasks move to an archive, which has the same shape. Moments are milliseconds; a day is `dueDay`.
 */
export const readSuperProductivity: Reader = (text, { clock }) => {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const data = dataOf(parsed.value);
  if (data === null) return readFailure('not_recognised');
  const toLocal = wallTimesIn(clock.zone);
  const builder = new DraftBuilder();
  const names = (kind: string) =>
    new Map(entitiesOf(data[kind]).map((entity) => [asText(entity['id']), asText(entity['title'])]));
  const projects = names('project');
  const tags = names('tag');
  const repeats = new Map(entitiesOf(data['taskRepeatCfg']).map((entity) => [asText(entity['id']), ruleOf(entity)]));
  for (const [id, name] of projects) if (!isInbox(id)) builder.list(name);
  let line = 0;
  for (const task of tasksOf(data)) {
    line += 1;
    const moment = (value: unknown) => readMoment(value, toLocal);
    const projectId = asText(task['projectId']);
    const due = moment(task['dueWithTime']) ?? moment(task['plannedAt']) ?? (asText(task['dueDay']) || null);
    builder.add({
      line,
      id: asText(task['id']) || null,
      parentId: asText(task['parentId']) || null,
      title: asText(task['title']),
      notes: asText(task['notes']),
      done: task['isDone'] === true,
      doneAt: moment(task['doneOn']),
      due,
      tags: asArray(task['tagIds']).flatMap((id) => tags.get(asText(id)) ?? []),
      list: isInbox(projectId) ? null : (projects.get(projectId) ?? null),
      reminder: moment(task['remindAt']),
      createdAt: moment(task['created']),
      repeat: repeats.get(asText(task['repeatCfgId'])) ?? null,
    });
  }
  return success(builder.build('super-productivity'));
};

/** The part with the entities, in files with and without an envelope; null where it is none of its files. */
export function dataOf(file: unknown): JsonRecord | null {
  const outer = asRecord(file);
  const data = outer === null ? null : (asRecord(outer['data']) ?? outer);
  if (data === null) return null;
  return asRecord(asRecord(data['task'])?.['entities']) !== null ? data : null;
}

function tasksOf(data: JsonRecord): JsonRecord[] {
  const archives = [
    data['taskArchive'],
    asRecord(data['archiveYoung'])?.['task'],
    asRecord(data['archiveOld'])?.['task'],
  ];
  return [data['task'], ...archives].flatMap(entitiesOf);
}

/** In the order of the ids, where it has one; those that it misses come last. */
function entitiesOf(kind: unknown): JsonRecord[] {
  const record = asRecord(kind);
  const entities = asRecord(record?.['entities']) ?? {};
  const ids = new Set([...asArray(record?.['ids']).map(asText), ...Object.keys(entities)]);
  return asRecords([...ids].map((id) => (Object.hasOwn(entities, id) ? entities[id] : null)));
}

function isInbox(projectId: string): boolean {
  return projectId === '' || projectId === 'INBOX_PROJECT' || projectId === 'INBOX';
}

function readMoment(value: unknown, toLocal: (instant: Date) => string): Due | null {
  if (typeof value !== 'number' || value <= 0) return null;
  const instant = new Date(value);
  return isNear(instant) ? toLocal(instant) : null;
}

const frequencies: { readonly [cycle: string]: string } = {
  DAILY: 'DAILY',
  WEEKLY: 'WEEKLY',
  MONTHLY: 'MONTHLY',
  YEARLY: 'YEARLY',
};
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The cycle, how many of it apart, and for weeks the days. */
function ruleOf(settings: JsonRecord): string | null {
  const frequency = frequencies[asText(settings['repeatCycle'])];
  if (frequency === undefined) return null;
  const every = Number(settings['repeatEvery'] ?? 1);
  const days = weekdays.filter((day) => settings[day] === true).map((day) => day.slice(0, 2).toUpperCase());
  return [
    `FREQ=${frequency}`,
    ...(Number.isInteger(every) && every > 1 && every < 1000 ? [`INTERVAL=${String(every)}`] : []),
    ...(frequency === 'WEEKLY' && days.length > 0 ? [`BYDAY=${days.join(',')}`] : []),
  ].join(';');
}
