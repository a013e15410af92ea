import type { HeadCuts, HeadScores, Verdict, VerdictReason } from '../../core/judgement.ts';
import type { Outcome } from '../../core/outcome.ts';

/** What would happen to a text that adds one task, at the person's level of care. */
export type TriedText = {
  heads: HeadScores;
  cuts: HeadCuts;
  verdict: Verdict;
  reason: VerdictReason;
  /** In the worker, in milliseconds. */
  ms: number;
};

/** What each probability loses without one word; below 0 it gains. `start` and `end` are places in the text. */
export type WeighedWord = {
  start: number;
  end: number;
  shift: { [Name in HeadName]: number };
};

export type HeadName = 'Low' | 'Medium' | 'High' | 'feasible' | 'legal' | 'ethical' | 'reversible' | 'limited';

/** What the guard makes of one of many texts. */
export type JudgedText = { heads: HeadScores; vector: Float32Array };

/** What the pages about the guard may ask of it. Each waits for a guard that is still loading. */
export type GuardDoor = {
  cuts: HeadCuts;
  tryText(text: string): Promise<Outcome<TriedText, string>>;
  /** Each word of the text, left out once. */
  weighWords(text: string): Promise<Outcome<readonly WeighedWord[], string>>;
  /** In the order given. `onJudged` hears how many are done; stops early, with what is done, once it returns false. */
  judgeMany(
    texts: readonly string[],
    onJudged: (count: number) => boolean,
  ): Promise<Outcome<readonly JudgedText[], string>>;
};
