import { inboxId, type Task, type TaskList, type TaskState } from '../../src/core/task.ts';
import { sampleTask } from '../../src/core/testing/sample-task.ts';

/** The clock of every scripted state: a Tuesday afternoon. */
export const now = '2026-11-24T14:05';

export function task(id: string, title: string, fields: Partial<Task> = {}): Task {
  const position = Number(id.replace(/\D/g, ''));
  return sampleTask(id, { title, createdAt: '2026-11-20T09:00', position, ...fields });
}

export function list(id: string, name: string, position: number): TaskList {
  return { id, name, deletedAt: null, createdAt: '2026-11-20T09:00', position };
}

export function stateOf(tasks: readonly Task[], lists: readonly TaskList[] = []): TaskState {
  return {
    tasks: new Map(tasks.map((entry) => [entry.id, entry])),
    lists: new Map([list(inboxId, 'Inbox', 0), ...lists].map((entry) => [entry.id, entry])),
  };
}

const home = list('home', 'Home', 1);
const shopping = list('shopping', 'Shopping', 2);
const arabic = list('arabic', 'مشتريات 🛒', 3);

export const samples = stateOf(
  [
    task('t1', 'Pay the gas bill', { due: '2026-11-22', priority: 'high', listId: 'home' }),
    task('t2', 'Send the report', {
      due: '2026-11-24T10:30',
      priority: 'medium',
      tags: ['work'],
      notes: 'The second draft, with the tables that Ana asked for',
    }),
    task('t3', 'Call the dentist', { due: '2026-11-24T16:00', reminder: '2026-11-24T15:45' }),
    task('t4', 'Water the plants 🌱', { due: '2026-11-24', repeat: 'FREQ=WEEKLY;BYDAY=TU,FR', listId: 'home' }),
    task('t5', 'Plan the trip to Porto', { due: '2026-12-24', tags: ['travel', 'family'] }),
    task('t6', 'Book the train', { parentId: 't5', due: '2026-11-27' }),
    task('t7', 'Find the passports', { parentId: 't5', done: true, doneAt: '2026-11-23T08:00' }),
    task('t8', 'Renew the visa form', { parentId: 't6' }),
    task('t9', 'Milk', { listId: 'shopping' }),
    task('t10', 'خبز وزيتون 🫒', { listId: 'arabic', due: '2026-11-25' }),
    task('t11', '<img src=x onerror=alert(1)><b>bold?</b>', { listId: 'shopping' }),
    task(
      't12',
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft anrufen, bevor die Frist abläuft',
      {
        due: '2027-01-04',
        priority: 'low',
      },
    ),
    task('t13', 'Return the drill', { done: true, doneAt: '2026-11-23T18:00', listId: 'home' }),
    task('t14', 'Cancel the gym', { deletedAt: '2026-11-23T19:00' }),
  ],
  [home, shopping, arabic],
);

export function manyTasks(count: number): TaskState {
  return stateOf(
    Array.from({ length: count }, (_, index) =>
      task(`t${String(index + 1)}`, `Task number ${String(index + 1)}`, {
        due: index % 3 === 0 ? '2026-11-24' : null,
        tags: index % 5 === 0 ? ['bulk'] : [],
      }),
    ),
  );
}
