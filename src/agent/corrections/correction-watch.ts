import type { ArgumentValue, Call } from '../../core/call.ts';
import type { CallResult } from '../../core/plan.ts';
import type { RunView } from '../../core/run-view.ts';
import type { CorrectionPair } from './correction-book.ts';
import { sameCalls } from './correction-pattern.ts';
import { saidSpans, wordsOf } from './said-spans.ts';
import { contentStems } from './sentence-frame.ts';

/** Who takes longer to put something right is more likely to have changed their mind. */
const freshMinutes = 3;

/**
 * Notices when a person puts right what was understood: they take it back, or say no to it, and say it another way; or they
 * edit by hand the task that was just added. One session's runs go through `ended` in their order.
 */
export class CorrectionWatch {
  /** The last sentence that was acted on. */
  #acted: RunView | null = null;
  /** A sentence that was not taken as it was meant; `said` where the person says so. */
  #doubted: { run: RunView; said: boolean } | null = null;

  /** "That's not what I meant": whatever is said next is what was meant. */
  doubt(run: RunView): void {
    this.#doubted = { run, said: true };
  }

  /** The pair, where this run puts an earlier one right. */
  ended(run: RunView): CorrectionPair | null {
    if (run.results.some(({ kind }) => kind === 'undone')) {
      if (this.#doubted === null && this.#acted !== null && isFresh(this.#acted, run)) {
        this.#doubted = { run: this.#acted, said: false };
      }
      this.#acted = null;
      return null;
    }
    if (run.origin === 'hand') return this.#editedByHand(run);
    if (run.phase === 'declined' && run.calls.length > 0) this.#doubted = { run, said: false };
    if (run.phase !== 'done' || run.results.length === 0) return null;
    const doubted = this.#doubted;
    this.#doubted = null;
    this.#acted = run;
    if (doubted === null || !isFresh(doubted.run, run) || !isAbout(doubted, run)) return null;
    return pairOf(doubted.run, run.calls);
  }

  #editedByHand(run: RunView): CorrectionPair | null {
    const acted = this.#acted;
    const [added, ...others] = acted?.results ?? [];
    const [call, ...otherCalls] = acted?.calls ?? [];
    if (acted === null || call === undefined || otherCalls.length > 0 || others.length > 0) return null;
    if (added?.kind !== 'added' || !isFresh(acted, run)) return null;
    const edits = run.results.flatMap((result) => editsOf(result, added.taskId, acted.text));
    if (edits.length === 0) return null;
    const args = Object.fromEntries(
      Object.entries({ ...call.args, ...Object.fromEntries(edits) }).flatMap(([name, value]) =>
        value === null ? [] : [[name, value]],
      ),
    );
    const meant: Call = { tool: call.tool, args };
    // The next edit of the same task puts right what this one left.
    this.#acted = { ...acted, calls: [meant] };
    return pairOf(acted, [meant]);
  }
}

function isFresh(earlier: RunView, later: RunView): boolean {
  const minutes = (Date.parse(`${later.at}Z`) - Date.parse(`${earlier.at}Z`)) / 60_000;
  return minutes >= 0 && minutes <= freshMinutes;
}

/** After a plain undo the next sentence may be about something else; then it shares no telling word. */
function isAbout({ run, said }: { run: RunView; said: boolean }, next: RunView): boolean {
  if (said) return true;
  const stems = contentStems(wordsOf(run.text).map(({ text }) => text));
  return contentStems(wordsOf(next.text).map(({ text }) => text)).some((stem) => stems.includes(stem));
}

/** "It" means something else the next time, and what is undone is not what was meant. */
function pairOf({ text, at, calls }: RunView, meant: readonly Call[]): CorrectionPair | null {
  const pointing = meant.some(
    ({ tool, args }) => tool === 'undo' || tool === 'redo' || Object.values(args).includes('it'),
  );
  return pointing || sameCalls(calls, meant) ? null : { text, at, understood: calls, meant };
}

/**
 * What says that the sentence was misread: a title of other words of it, or a time that was none (null: not given). Another
 * list, priority or date is more often a second thought.
 */
function editsOf(result: CallResult, taskId: string, text: string): [string, ArgumentValue | null][] {
  if (result.kind !== 'changed' || result.taskId !== taskId) return [];
  return result.fields.flatMap(({ field, value }): [string, ArgumentValue | null][] => {
    if (field === 'title') return value !== null && saidSpans(value, text) !== null ? [[field, value]] : [];
    return (field === 'due' || field === 'repeat') && value === null ? [[field, null]] : [];
  });
}
