import { pointAt } from './pointing-words.ts';
import { matchTitles, type TitledTask } from './title-match.ts';
import { isWithin, stem, wordsOf } from './word-match.ts';

/** One thing, several that are equally meant (best first; also one that is only likely: ask), or nothing. */
export type Resolution<Id extends string = string> =
  { kind: 'one'; id: Id } | { kind: 'many'; ids: readonly Id[] } | { kind: 'none' };

export type ReferenceTask = { id: string; title: string; done: boolean; deleted: boolean; listName?: string };

export type ReferenceContext = {
  tasks: readonly ReferenceTask[];
  /** Newest first. */
  lastTouched: readonly string[];
  /** In the order shown. */
  lastListing: readonly string[];
  /** Which of an open and a done task is meant where both fit; open unless the call reopens. */
  prefer?: 'open' | 'done';
};

const maxCandidates = 8;

/** The task that a phrase means: "it", "the second one", "number 3", "the milk thing", or a title, with its slips. */
export function resolveTask(phrase: string, context: ReferenceContext): Resolution {
  const tasks = context.tasks.filter((task) => !task.deleted);
  const said = wordsOf(phrase);
  const exact = tasks.filter((task) => sameWords(said, wordsOf(task.title)));
  if (exact.length > 0) return among(preferred(exact, context));
  const pointed = pointAt(phrase, { ...context, tasks });
  if (pointed !== undefined) return among(pointed);
  const inList = splitOffList(said, tasks);
  const found = matchIn(inList.words, inList.tasks, context);
  if (found.kind !== 'none' || inList.words.length === said.length) return found;
  // "the book on the shelf": what looked like a list was part of the title.
  return matchIn(said, tasks, context);
}

function matchIn(words: readonly string[], tasks: readonly ReferenceTask[], context: ReferenceContext): Resolution {
  const isPreferred = (task: TitledTask & { done: boolean }) => task.done === (context.prefer === 'done');
  const likely = matchTitles(words, tasks.filter(isPreferred));
  if (likely.sure) return among(likely.ids);
  const all = matchTitles(words, tasks);
  if (all.sure) return among(all.ids);
  // Only part of the words fit: offered, never taken.
  const ids = likely.ids.length > 0 ? likely.ids : all.ids;
  return ids.length === 0 ? { kind: 'none' } : { kind: 'many', ids: ids.slice(0, maxCandidates) };
}

function preferred(tasks: readonly ReferenceTask[], context: ReferenceContext): readonly string[] {
  const inState = tasks.filter((task) => task.done === (context.prefer === 'done'));
  return (inState.length > 0 ? inState : tasks).map((task) => task.id);
}

function among(ids: readonly string[]): Resolution {
  const [first] = ids;
  if (first === undefined) return { kind: 'none' };
  return ids.length === 1 ? { kind: 'one', id: first } : { kind: 'many', ids: ids.slice(0, maxCandidates) };
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [withoutArticle(a), withoutArticle(b)];
  return left.length > 0 && left.length === right.length && left.every((word, index) => word === right[index]);
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words.length > 1 && ['the', 'a', 'an', 'my'].includes(words[0] ?? '') ? words.slice(1) : words;
}

/** "the milk on my shopping list": the list narrows the tasks and is no part of the title. */
function splitOffList(
  said: readonly string[],
  tasks: readonly ReferenceTask[],
): { words: readonly string[]; tasks: readonly ReferenceTask[] } {
  const names = new Set(tasks.flatMap((task) => (task.listName === undefined ? [] : [task.listName])));
  for (let at = said.length - 2; at > 0; at -= 1) {
    if (!['on', 'in', 'from', 'under'].includes(said[at] ?? '')) continue;
    const rest = said.slice(at + 1).join(' ');
    const list = resolveList(
      rest,
      [...names].map((name) => ({ id: name, name })),
    );
    if (list.kind === 'one')
      return { words: said.slice(0, at), tasks: tasks.filter((task) => task.listName === list.id) };
  }
  return { words: said, tasks };
}

/** The list a phrase names: case, article, "list" and a small slip do not matter. A part of a name is only a candidate. */
export function resolveList(phrase: string, lists: readonly { id: string; name: string }[]): Resolution {
  const said = wordsOf(phrase);
  if (said.length === 0) return { kind: 'none' };
  const tests: readonly ((name: readonly string[]) => boolean)[] = [
    (name) => name.join(' ') === said.join(' '),
    (name) => listKey(name) === listKey(said),
    (name) => isSlip(listKey(name), listKey(said)),
  ];
  for (const test of tests) {
    const ids = lists.filter(({ name }) => test(wordsOf(name))).map(({ id }) => id);
    if (ids.length > 0) return among(ids);
  }
  const key = listKey(said).split(' ');
  const partial = lists.filter(({ name }) => {
    const words = listKey(wordsOf(name)).split(' ');
    return key.every((word) => words.includes(word));
  });
  return key[0] === '' || partial.length === 0
    ? { kind: 'none' }
    : { kind: 'many', ids: partial.map(({ id }) => id).slice(0, maxCandidates) };
}

const listFillers = new Set(['the', 'my', 'our', 'a', 'list', 'lists', 'called', 'named', 'one']);

function listKey(words: readonly string[]): string {
  return words
    .filter((word) => !listFillers.has(word))
    .map(stem)
    .join(' ');
}

function isSlip(name: string, said: string): boolean {
  const shorter = Math.min(name.length, said.length);
  return shorter >= 4 && isWithin(name, said, shorter >= 8 ? 2 : 1);
}
