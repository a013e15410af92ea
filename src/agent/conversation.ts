import type { RunView } from '../core/run-view.ts';
import { isOpen, liveLists, type TaskId, type TaskState } from '../core/task.ts';
import type { CallResult } from '../core/plan.ts';
import type { ConversationState } from '../protocol/engine.ts';

/** A run older than this is another conversation: "it" no longer means what it was about. */
export const conversationMinutes = 30;
const maxTools = 4;
const maxTaskTitles = 3;

/** What the runs so far leave for the next one: what the engine's source carries and what "it" stands for. */
export type Conversation = {
  last: RunView | null;
  /** Newest first, each once. */
  lastTouched: readonly TaskId[];
  /** In the order shown. */
  lastListing: readonly TaskId[];
};

export const newConversation: Conversation = { last: null, lastTouched: [], lastListing: [] };

/** The conversation after a run. A run that failed or was stopped leaves it as it was. */
export function continueConversation(conversation: Conversation, run: RunView): Conversation {
  if (run.phase === 'failed' || run.phase === 'stopped') return conversation;
  const touched = run.results.toReversed().flatMap(touchedBy);
  const listing = listingOf(run);
  return {
    last: run,
    lastTouched: [...new Set([...touched, ...conversation.lastTouched])].slice(0, 20),
    lastListing: listing ?? conversation.lastListing,
  };
}

/** An open question's candidates count as a listing, so that "the second one" answers it. */
function listingOf(run: RunView): readonly TaskId[] | null {
  if (run.question !== null && run.question.candidates.length > 0) return run.question.candidates.map(({ id }) => id);
  const shown = run.results.findLast((result) => result.kind === 'listing' || result.kind === 'found');
  return shown?.taskIds ?? null;
}

export function touchedBy(result: CallResult): readonly TaskId[] {
  if ('taskIds' in result) return result.kind === 'listing' ? [] : result.taskIds;
  return 'taskId' in result && result.taskId !== null ? [result.taskId] : [];
}

/** What the engine is told beside the sentence (docs/agent-model.md, State). */
export function engineState(conversation: Conversation, text: string, state: TaskState): ConversationState {
  const { last } = conversation;
  return {
    previousText: last?.text ?? null,
    ended: last === null ? null : endOf(last),
    tools: (last?.calls ?? []).slice(0, maxTools).map((call) => call.tool),
    listed: last === null ? null : (listingOf(last)?.length ?? null),
    taskTitles: relatedTitles(text, state),
    listNames: liveLists(state).map((list) => list.name),
  };
}

function endOf(run: RunView): 'ran' | 'asked' | 'said' {
  if (run.question !== null || run.said?.asks === true) return 'asked';
  return run.said === null ? 'ran' : 'said';
}

const commonWords = new Set(
  'a an the my our your his her its their to for of in on at by from with and or is are was be been do did does done have has had i me we you it that this these those please can could would should will not no new task tasks list lists add put make set move change mark remove delete show what when which all about remind reminder today tomorrow'.split(
    ' ',
  ),
);

function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .filter((word) => word.length > 1 && !commonWords.has(word))
    .map((word) => word.replace(/(?<=..)(?:'s|s)$/u, ''));
}

/** Titles of open tasks that share a content word with the sentence, those that share most of their words first. */
export function relatedTitles(text: string, state: TaskState): string[] {
  const said = new Set(contentWords(text));
  const scored = [...state.tasks.values()].filter(isOpen).map((task) => {
    const words = contentWords(task.title);
    const shared = words.filter((word) => said.has(word)).length;
    return { title: task.title, shared, share: shared / Math.max(1, words.length) };
  });
  return scored
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || b.share - a.share)
    .slice(0, maxTaskTitles)
    .map(({ title }) => title);
}
