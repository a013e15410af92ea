import MiniSearch from 'minisearch';
import type { Task, TaskId, TaskState } from '../../core/task.ts';

/** A letter or two of a longer word may be wrong, or have changed places. */
const slips = (term: string) => (term.length > 3 ? 0.25 : false);

/** Finds tasks by their title and notes as one types: by beginnings of words, with a slip of the pen forgiven. */
export class SearchIndex {
  readonly #index = new MiniSearch<Task>({
    fields: ['title', 'tags', 'notes'],
    extractField: (task, field) => (field === 'tags' ? task.tags.join(' ') : String(task[field as keyof Task])),
    processTerm: (term) => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(),
    searchOptions: {
      boost: { title: 3, tags: 2 },
      prefix: (_term, position, terms) => position === terms.length - 1,
      combineWith: 'AND',
    },
  });
  #known: ReadonlyMap<TaskId, Task> = new Map();

  /** Follows the tasks: only those that are another object than before are read. */
  update({ tasks }: TaskState): void {
    if (tasks === this.#known) return;
    for (const [id, task] of this.#known) {
      const now = tasks.get(id);
      if (now !== task && task.deletedAt === null) this.#index.remove(task);
    }
    for (const [id, task] of tasks) {
      if (this.#known.get(id) !== task && task.deletedAt === null) this.#index.add(task);
    }
    this.#known = tasks;
  }

  /** The best first; of equal ones the open before the done. */
  search(text: string): TaskId[] {
    // Words as they are written come first, and are much faster to find.
    const exact = this.#index.search(text);
    const found = exact.length > 0 ? exact : this.#index.search(text, { fuzzy: slips });
    const isDone = (id: string) => this.#known.get(id)?.done === true;
    return found
      .map(({ id, score }) => ({ id: String(id), score: isDone(String(id)) ? score * 0.8 : score }))
      .sort((a, b) => b.score - a.score)
      .map(({ id }) => id);
  }
}
