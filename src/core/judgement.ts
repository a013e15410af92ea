export const risks = ['Low', 'Medium', 'High'] as const;
export type Risk = (typeof risks)[number];

/** Calibrated probabilities of the six heads. A yes/no head is its P(yes). */
export type HeadScores = {
  risk: { [Level in Risk]: number };
  feasible: number;
  legal: number;
  ethical: number;
  reversible: number;
  limited: number;
};

export const yesNoHeads = ['feasible', 'legal', 'ethical', 'reversible', 'limited'] as const;
export type YesNoHead = (typeof yesNoHeads)[number];

/** From which probability on a yes/no head counts as yes. */
export type HeadCuts = { [Head in YesNoHead]: number };

export const plainCuts: HeadCuts = { feasible: 0.5, legal: 0.5, ethical: 0.5, reversible: 0.5, limited: 0.5 };

/** What the guard's model makes of the words alone. */
export type JudgedWords = {
  heads: HeadScores;
  cuts: HeadCuts;
  /** The sentence vector of the model's encoder. */
  vector: Float32Array;
};

/** How careful the person wants it; never below asking for what cannot be undone and what touches many tasks. */
export const careLevels = ['light', 'middle', 'strict'] as const;
export type CareLevel = (typeof careLevels)[number];

export type Verdict = 'allow' | 'confirm' | 'refuse' | 'suggest';

/** Why the policy decided as it did; the view has a sentence for each. */
export type VerdictReason =
  | 'not-legal'
  | 'not-ethical'
  | 'beyond-tools'
  | 'only-reads'
  | 'no-inverse'
  | 'bulk'
  | 'everything'
  | 'money'
  | 'high-risk'
  | 'not-reversible'
  | 'unsure'
  /** The person did not name it: a chat model came to it after it had read tasks, or on its own. */
  | 'unprompted'
  | 'careful'
  | 'guard-unavailable'
  | 'other-language'
  | 'harmless';

/** What is shown and never done where nobody can say yes to it: it is the model's doing more than the person's. */
export const neverUnattended: readonly VerdictReason[] = ['unsure', 'unprompted'];

export type Judgement = {
  verdict: Verdict;
  reason: VerdictReason;
  /** Null while no guard model judged: then the request was judged by its effect only. */
  heads: HeadScores | null;
  guardMs: number;
};
