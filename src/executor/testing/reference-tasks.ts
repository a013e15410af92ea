import type { Due } from '../../core/clock.ts';
import { inboxId, type ListId, type TaskId } from '../../core/task.ts';

/** A task as the reference knows it: what a person would notice, and nothing else. */
export type ReferenceTask = {
  id: TaskId;
  title: string;
  done: boolean;
  due: Due | null;
  listId: ListId;
  inTrash: boolean;
  parentId: TaskId | null;
};
type ReferenceList = { id: ListId; name: string; inTrash: boolean };
type World = { tasks: ReferenceTask[]; lists: ReferenceList[] };

/**
 * The tools said again in the plainest way: whole copies instead of operations, a stack of copies instead of inverses.
 * Slow and without errors of its own; a call that the tools refuse is simply not made here.
 */
export class ReferenceTasks {
  #world: World = { tasks: [], lists: [] };
  #before: World[] = [];
  #undone: World[] = [];

  get tasks(): readonly ReferenceTask[] {
    return this.#world.tasks;
  }
  get lists(): readonly ReferenceList[] {
    return this.#world.lists;
  }

  add(id: TaskId, title: string, due: Due | null, listId: ListId, parentId: TaskId | null = null): void {
    this.#run(({ tasks }) => tasks.push({ id, title, done: false, due, listId, inTrash: false, parentId }));
  }
  rename(id: TaskId, title: string): void {
    this.#each((task) => task.id === id, { title });
  }
  setDue(ids: readonly TaskId[], due: Due | null): void {
    this.#each((task) => ids.includes(task.id) && !task.done && !task.inTrash, { due });
  }
  complete(id: TaskId): void {
    const below = this.#withSubtasks([id]);
    this.#each((task) => below.has(task.id), { done: true });
  }
  /** With what it is a step of. */
  reopen(id: TaskId): void {
    const upwards = new Set<TaskId>();
    for (let at: TaskId | null = id; at !== null && !upwards.has(at);) {
      upwards.add(at);
      const child: TaskId = at;
      at = this.#world.tasks.find((task) => task.id === child)?.parentId ?? null;
    }
    this.#each((task) => upwards.has(task.id), { done: false });
  }
  /** With its steps; it is no longer a step itself. */
  move(id: TaskId, listId: ListId): void {
    const below = this.#withSubtasks([id]);
    this.#run(({ tasks }) => {
      for (const task of tasks) {
        if (below.has(task.id)) task.listId = listId;
        if (task.id === id) task.parentId = null;
      }
    });
  }
  trash(ids: readonly TaskId[]): void {
    const below = this.#withSubtasks(ids);
    this.#each((task) => below.has(task.id), { inTrash: true });
  }
  createList(id: ListId, name: string): void {
    this.#run(({ lists }) => lists.push({ id, name, inTrash: false }));
  }
  deleteList(id: ListId): void {
    const inList = this.#world.tasks.filter((task) => task.listId === id && !task.inTrash).map((task) => task.id);
    const gone = this.#withSubtasks(inList);
    this.#run(({ tasks, lists }) => {
      for (const task of tasks) if (gone.has(task.id)) task.inTrash = true;
      for (const list of lists) if (list.id === id) list.inTrash = true;
    });
  }
  undo(): boolean {
    const before = this.#before.pop();
    if (before === undefined) return false;
    this.#undone.push(this.#world);
    this.#world = before;
    return true;
  }
  redo(): boolean {
    const after = this.#undone.pop();
    if (after === undefined) return false;
    this.#before.push(this.#world);
    this.#world = after;
    return true;
  }

  /** Done, and no open task is a step of it. */
  finished(): TaskId[] {
    return this.#world.tasks
      .filter((task) => task.done && !task.inTrash)
      .filter((task) => ![...this.#below(task.id)].some((step) => !step.done))
      .map((task) => task.id);
  }
  liveLists(): ListId[] {
    return [inboxId, ...this.#world.lists.filter((list) => !list.inTrash).map((list) => list.id)];
  }

  #each(isMeant: (task: ReferenceTask) => boolean, changes: Partial<ReferenceTask>): void {
    this.#run(({ tasks }) => {
      for (const task of tasks) if (isMeant(task)) Object.assign(task, changes);
    });
  }
  #run(change: (world: World) => unknown): void {
    this.#before.push(this.#world);
    this.#undone = [];
    this.#world = structuredClone(this.#world);
    change(this.#world);
  }
  #below(id: TaskId): ReferenceTask[] {
    const steps = this.#withSubtasks([id]);
    return this.#world.tasks.filter((task) => steps.has(task.id));
  }
  #withSubtasks(ids: readonly TaskId[]): Set<TaskId> {
    const found = new Set(ids);
    for (let size = -1; size !== found.size;) {
      size = found.size;
      for (const task of this.#world.tasks) {
        if (task.parentId !== null && found.has(task.parentId) && !task.inTrash) found.add(task.id);
      }
    }
    return found;
  }
}
