import type { Due } from '../core/clock.ts';
import { wallTimesIn } from '../core/local-time.ts';
import { success } from '../core/outcome.ts';
import type { Priority } from '../core/task.ts';
import { DraftBuilder, isNear, type Reader } from './draft.ts';
import { asArray, asRecord, asRecords, asText, parseJson, type JsonRecord } from './read-json.ts';
import { readFailure } from './sentences.ts';

/**
 * `data.json` of a Vikunja export: projects with their tasks inside. A date that is not set is in the year 1; the
 * description is HTML; a step names its task among `related_tasks`; `repeat_after` is in seconds.
 */
export const readVikunja: Reader = (text, { clock }) => {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const projects = projectsOf(parsed.value);
  if (projects === null) return readFailure('not_recognised');
  const toLocal = wallTimesIn(clock.zone);
  const builder = new DraftBuilder();
  const parents = parentsOf(projects);
  let line = 0;
  for (const project of projects) {
    const list = asText(project['title']);
    const isInbox = list.toLowerCase() === 'inbox';
    if (!isInbox) builder.list(list);
    for (const task of tasksOf(project)) {
      line += 1;
      const moment = (value: unknown) => readMoment(value, toLocal);
      const id = asText(task['id']);
      const repeat = ruleOf(task);
      if (repeat === null && Number(task['repeat_after'] ?? 0) > 0)
        builder.note(line, 'bad-repeat', `${asText(task['repeat_after'])} s`);
      builder.add({
        line,
        id: id || null,
        parentId: parents.get(id) ?? null,
        title: asText(task['title']),
        notes: withoutMarkup(asText(task['description'])),
        done: task['done'] === true,
        doneAt: moment(task['done_at']),
        due: moment(task['due_date']) ?? moment(task['end_date']),
        priority: priorityOf(Number(task['priority'] ?? 0)),
        tags: asArray(task['labels']).map((label) => asText(asRecord(label)?.['title'])),
        list: isInbox ? null : list,
        reminder:
          asArray(task['reminders']).flatMap(
            (reminder) => moment(asRecord(reminder)?.['reminder'] ?? reminder) ?? [],
          )[0] ?? null,
        createdAt: moment(task['created']),
        repeat,
      });
    }
  }
  return success(builder.build('vikunja'));
};

/** Null where it is none of its files. */
export function projectsOf(file: unknown): JsonRecord[] | null {
  const projects = asRecords(Array.isArray(file) ? file : (asRecord(file)?.['projects'] ?? asRecord(file)?.['lists']));
  const isProject = (project: JsonRecord) =>
    'title' in project && ('tasks' in project || 'buckets' in project || 'identifier' in project);
  return projects.length > 0 && projects.every(isProject) ? projects : null;
}

function tasksOf(project: JsonRecord): JsonRecord[] {
  return asRecords(project['tasks']);
}

/** From a step to its task, whichever of the two names the other. */
function parentsOf(projects: readonly JsonRecord[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const task of projects.flatMap(tasksOf)) {
    const related = asRecord(task['related_tasks']);
    const ids = (kind: string) => asArray(related?.[kind]).map((other) => asText(asRecord(other)?.['id']));
    for (const step of ids('subtask')) parents.set(step, asText(task['id']));
    for (const parent of ids('parenttask')) parents.set(asText(task['id']), parent);
  }
  return parents;
}

function readMoment(value: unknown, toLocal: (instant: Date) => string): Due | null {
  const instant = typeof value === 'string' ? new Date(value) : null;
  if (instant === null || !isNear(instant)) return null;
  return toLocal(instant);
}

/** 1 low, 2 medium, 3 high, 4 urgent, 5 do now. */
function priorityOf(level: number): Priority {
  if (level >= 3) return 'high';
  if (level === 2) return 'medium';
  return level === 1 ? 'low' : 'none';
}

const units = [
  [7 * 86_400, 'WEEKLY'],
  [86_400, 'DAILY'],
  [3600, 'HOURLY'],
] as const;

/** Mode 1 is monthly whatever the seconds say. */
function ruleOf(task: JsonRecord): string | null {
  if (Number(task['repeat_mode']) === 1) return 'FREQ=MONTHLY';
  const seconds = Number(task['repeat_after'] ?? 0);
  if (!Number.isInteger(seconds) || seconds <= 0) return null;
  const unit = units.find(([length]) => seconds % length === 0);
  if (unit === undefined) return null;
  const count = seconds / unit[0];
  return count > 999 ? null : `FREQ=${unit[1]}${count === 1 ? '' : `;INTERVAL=${String(count)}`}`;
}

const entities: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** The words of a piece of HTML. They are only ever shown as text, so a tag that is missed does no harm. */
function withoutMarkup(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/li|\/h\d)\s*\/?>/giu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(#39|[a-z]+);/gu, (whole, name: string) => entities[name] ?? whole);
}
