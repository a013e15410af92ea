import type { App, AppSnapshot, HelpTopic, SavedRun } from '../../src/view/app.ts';
import type { Clock } from '../../src/core/clock.ts';
import { failure, success } from '../../src/core/outcome.ts';
import type { CallResult } from '../../src/core/plan.ts';
import type { ResolvedCall } from '../../src/core/resolved-call.ts';
import type { RunEvent } from '../../src/core/run-event.ts';
import { viewRun } from '../../src/core/run-view.ts';
import type { Task, TaskState } from '../../src/core/task.ts';
import { storeFailure } from '../../src/store/store-failure.ts';
import { mainEvents, mainSentence, submitted } from './sample-runs.ts';
import { list, now, task } from './sample-tasks.ts';
import type { ScriptedState } from './states.ts';

const stepMs = 250;
const timings = { engineMs: 0, guardMs: 0, totalMs: 3 };

/** Plays the part of the app: it knows one sentence, edits by hand, and undo and redo of whole states. */
export class ScriptedApp implements App {
  #snapshot: AppSnapshot;
  readonly #listeners = new Set<(snapshot: AppSnapshot) => void>();
  #events: RunEvent[];
  #log: SavedRun[] = [];
  #before: TaskState[] = [];
  #undone: TaskState[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #count = 0;

  constructor({ tasks, engine, events, storeProblem }: ScriptedState) {
    this.#events = [...events];
    const run = events.length === 0 ? null : viewRun(events);
    const busy = run !== null && run.final === null;
    const canUndo = run?.results.some((result) => result.kind === 'added') === true;
    this.#snapshot = {
      tasks,
      run,
      busy,
      engine,
      engineFallback: null,
      guard: { phase: 'ready', loadMs: 300 },
      care: 'middle',
      canUndo,
      canRedo: false,
      storeProblem,
      listing: null,
      learnt: null,
    };
    if (canUndo) {
      this.#before = [tasks];
      this.#snapshot = { ...this.#snapshot, tasks: withMain(tasks) };
    }
    if (run !== null && !busy) this.#save();
  }

  snapshot = (): AppSnapshot => this.#snapshot;
  subscribe = (onChange: (snapshot: AppSnapshot) => void): (() => void) => {
    this.#listeners.add(onChange);
    return () => this.#listeners.delete(onChange);
  };
  clock = (): Clock => ({ now, zone: 'Europe/London', locale: 'en-GB' });
  help = (): readonly HelpTopic[] => [
    { tool: 'add_task', effect: 'add', summary: 'Adds one task.', examples: ['call mum tomorrow at 6pm'] },
    {
      tool: 'list_tasks',
      effect: 'read',
      summary: 'Shows several tasks.',
      examples: ['what is due this week?', 'show my shopping list'],
    },
    { tool: 'undo', effect: 'history', summary: 'Takes back the last runs.', examples: ['never mind that'] },
  ];

  readonly ringer = null;
  readSetting = (): Promise<unknown> => Promise.resolve(undefined);
  keepSetting = (): Promise<void> => Promise.resolve();
  readQuickly = () => null;
  submit = (text: string): void => {
    this.#begin(submitted(text, this.#newId()));
    const script: readonly RunEvent[] =
      text === mainSentence
        ? mainEvents
        : [
            { type: 'streamed', text: '<final>\n' },
            { type: 'failed', code: 'not_understood', message: 'I could not make sense of that. Nothing was changed.' },
            { type: 'finished', final: 'I could not make sense of that. Nothing was changed.', timings },
          ];
    this.#play(script);
  };

  stop = (): void => {
    clearTimeout(this.#timer);
    this.#push({ type: 'stopped' });
    this.#end('Stopped. Nothing was changed.');
  };
  pick = (candidateId: string): void => {
    this.#push({ type: 'picked', callIndex: 0, argument: 'task', id: candidateId, label: candidateId });
    this.#end('Changed “Milk”: due Friday.');
  };
  confirm = (): void => {
    this.#push({ type: 'confirmed' });
    this.#end('Done as shown.');
  };
  decline = (): void => {
    this.#push({ type: 'declined' });
    this.#end('Left as it was.');
  };

  undo = (): void => {
    const before = this.#before.pop();
    if (before === undefined) return;
    this.#undone.push(this.#snapshot.tasks);
    this.#restore(before, { kind: 'undone', runs: 1, texts: [] }, 'Took back the last change.');
  };
  redo = (): void => {
    const after = this.#undone.pop();
    if (after === undefined) return;
    this.#before.push(this.#snapshot.tasks);
    this.#restore(after, { kind: 'redone', text: '' }, 'Done again.');
  };

  act: App['act'] = (calls) => {
    const [call] = calls;
    if (call === undefined) return Promise.resolve(failure('invalid_change', 'Nothing to do.'));
    const changed = this.#changedBy(call);
    if (changed === null) return Promise.resolve(failure('invalid_change', 'The scripted app cannot do this.'));
    this.#before.push(this.#snapshot.tasks);
    this.#undone = [];
    this.#begin(submitted('', this.#newId(), 'hand'));
    this.#push({ type: 'applied', results: [changed.result] });
    this.#snapshot = { ...this.#snapshot, tasks: changed.tasks };
    this.#end(changed.final);
    return Promise.resolve(success(viewRun(this.#events)));
  };
  notMeant = (): void => {
    this.undo();
  };
  openCorrections = () => Promise.resolve(null);
  eraseEverything: App['eraseEverything'] = () => Promise.resolve(storeFailure('store_failed'));
  emptyTrash: App['emptyTrash'] = () => Promise.resolve(storeFailure('store_failed'));
  setCare: App['setCare'] = (care) => {
    this.#update({ care });
  };
  savedRuns = (): Promise<readonly SavedRun[]> => Promise.resolve([...this.#log].reverse());
  openGuard = () => Promise.resolve(null);
  openPackages = () => Promise.resolve(null);
  openModel = () => Promise.resolve(null);
  openSync = () => Promise.resolve(null);
  openTransfer = () => Promise.resolve(null);
  openModels: App['openModels'] = () => Promise.reject(new Error('The scripted app has no models.'));
  openProof: App['openProof'] = () => Promise.reject(new Error('The scripted app measures nothing.'));
  openTrial: App['openTrial'] = () => Promise.reject(new Error('The scripted app tries nothing.'));
  reloadEngine = (): void => {
    this.#update({ engine: { phase: 'loading', loadedBytes: 0, totalBytes: 0 } });
  };

  #changedBy({ tool, args }: ResolvedCall): { tasks: TaskState; result: CallResult; final: string } | null {
    const { tasks, lists } = this.#snapshot.tasks;
    const known = tasks.get(String(args['task']));
    const set = (fields: Partial<Task>): TaskState =>
      known === undefined
        ? this.#snapshot.tasks
        : { tasks: new Map(tasks).set(known.id, { ...known, ...fields }), lists };
    if (tool === 'create_list') {
      const made = list(this.#newId(), String(args['name']), lists.size);
      const result: CallResult = { kind: 'list-created', listId: made.id, name: made.name };
      return {
        tasks: { tasks, lists: new Map(lists).set(made.id, made) },
        result,
        final: `Created the list ${made.name}.`,
      };
    }
    if (tool === 'add_task') {
      const target = args['list'] as { id: string };
      const due = typeof args['due'] === 'string' ? args['due'] : null;
      const made = task(this.#newId(), String(args['title']), { listId: target.id, due, position: 1000 + tasks.size });
      const result: CallResult = {
        kind: 'added',
        taskId: made.id,
        title: made.title,
        due,
        list: null,
        repeat: null,
        parentTitle: null,
      };
      return { tasks: { tasks: new Map(tasks).set(made.id, made), lists }, result, final: `Added “${made.title}”.` };
    }
    if (known === undefined) return null;
    const { id: taskId, title } = known;
    switch (tool) {
      case 'complete_task':
        return {
          tasks: set({ done: true, doneAt: now }),
          result: { kind: 'completed', taskId, title, nextDue: null },
          final: `Done: “${title}”.`,
        };
      case 'reopen_task':
        return {
          tasks: set({ done: false, doneAt: null }),
          result: { kind: 'reopened', taskId, title },
          final: `“${title}” is open again.`,
        };
      case 'delete_task':
        return {
          tasks: set({ deletedAt: now }),
          result: { kind: 'deleted', taskIds: [taskId], titles: [title], cleared: false },
          final: `Deleted “${title}”.`,
        };
      case 'update_task':
        return {
          tasks: set({ title: String(args['title']) }),
          result: { kind: 'changed', taskId, title, fields: [] },
          final: `Changed “${title}”.`,
        };
      default:
        return null;
    }
  }

  #restore(tasks: TaskState, result: CallResult, final: string): void {
    this.#begin(submitted('', this.#newId(), 'hand'));
    this.#push({ type: 'applied', results: [result] });
    this.#snapshot = { ...this.#snapshot, tasks };
    this.#end(final);
  }

  #play([event, ...rest]: readonly RunEvent[]): void {
    this.#timer = setTimeout(() => {
      if (event === undefined) return;
      if (event.type === 'finished') {
        this.#end(event.final);
        return;
      }
      this.#push(event);
      if (event.type === 'applied') {
        this.#before.push(this.#snapshot.tasks);
        this.#update({ tasks: withMain(this.#snapshot.tasks) });
      }
      this.#play(rest);
    }, stepMs);
  }

  #begin(event: RunEvent): void {
    this.#events = [event];
    this.#update({ run: viewRun(this.#events), busy: true });
  }
  #push(event: RunEvent): void {
    this.#events = [...this.#events, event];
    this.#update({ run: viewRun(this.#events) });
  }
  #end(final: string): void {
    this.#events = [...this.#events, { type: 'finished', final, timings }];
    const run = viewRun(this.#events);
    this.#update({ run, busy: false, canUndo: this.#before.length > 0, canRedo: this.#undone.length > 0 });
    this.#save();
  }
  #save(): void {
    const run = viewRun(this.#events);
    const undone = this.#log.length % 3 === 2;
    this.#log = [
      ...this.#log,
      { runId: run.runId, at: run.at, text: run.text, events: this.#events, undoable: true, undone },
    ];
  }
  #update(change: Partial<AppSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener(this.#snapshot);
  }
  #newId(): string {
    this.#count += 1;
    return `x${String(this.#count)}`;
  }
}

function withMain({ tasks, lists }: TaskState): TaskState {
  const shopping = lists.has('shopping') ? lists : new Map(lists).set('shopping', list('shopping', 'Shopping', 2));
  const made = [
    task('n1', 'Call mum', { due: '2026-11-25T18:00', position: 901 }),
    task('n2', 'Milk', { listId: 'shopping', position: 902 }),
  ];
  return { tasks: new Map([...tasks, ...made.map((entry) => [entry.id, entry] as const)]), lists: shopping };
}
