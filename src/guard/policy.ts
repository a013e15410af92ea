import {
  plainCuts,
  type CareLevel,
  type HeadCuts,
  type HeadScores,
  type Risk,
  type Verdict,
  type VerdictReason,
} from '../core/judgement.ts';

/** What the calls would do, as far as the policy cares. */
export type Effects = {
  calls: number;
  onlyReads: boolean;
  /** Some call changes or removes what is there already. */
  changesOrRemoves: boolean;
  /** Some call cannot be taken back. */
  irreversible: boolean;
  /** Tasks changed or removed by the largest bulk call; 0 without one. */
  bulkTouched: number;
  everything: boolean;
  movesMoney: boolean;
};

/** The effect that a text on its own is judged with: it is written down as one task. */
export const oneAdd: Effects = {
  calls: 1,
  onlyReads: false,
  changesOrRemoves: false,
  irreversible: false,
  bulkTouched: 0,
  everything: false,
  movesMoney: false,
};

export type PolicyDecision = { verdict: Verdict; reason: VerdictReason };

/** A bulk call on more tasks than this asks first. */
export const bulkLimit = 5;

/** What is known of the words; `noWords` for edits by hand and where no guard was asked for. */
export type Words = {
  heads: HeadScores | null;
  cuts: HeadCuts;
  /** The guard should have judged and did not. */
  failed: boolean;
  /** The words look like another language than English, which the models read. */
  otherLanguage: boolean;
};

export const noWords: Words = { heads: null, cuts: plainCuts, failed: false, otherLanguage: false };

/**
 * product.md's table, first match wins; without heads only the effects decide. The level of care moves what follows from
 * the heads, never a refusal and never what the effects ask for.
 */
export function decide(effects: Effects, words: Words = noWords, care: CareLevel = 'middle'): PolicyDecision {
  const { heads } = words;
  // The cuts were fitted on English: elsewhere only what is likelier than not is refused, and the rest asks.
  const cuts = words.otherLanguage ? plainCuts : words.cuts;
  const hasWrites = effects.calls > 0 && !effects.onlyReads;
  if (heads !== null && heads.legal < cuts.legal) return { verdict: 'refuse', reason: 'not-legal' };
  if (heads !== null && heads.ethical < cuts.ethical && likeliestRisk(heads) !== 'Low') {
    return { verdict: 'refuse', reason: 'not-ethical' };
  }
  if (effects.calls === 0 && heads !== null && (heads.feasible < cuts.feasible || heads.limited >= cuts.limited)) {
    return { verdict: 'suggest', reason: 'beyond-tools' };
  }
  // What is not read at all is offered as a task in its own words.
  if (effects.calls === 0 && words.otherLanguage) return { verdict: 'suggest', reason: 'other-language' };
  if (!hasWrites) return { verdict: 'allow', reason: 'only-reads' };
  const reason = reasonByEffect(effects) ?? reasonByWords(words, care);
  if (reason !== null) return { verdict: 'confirm', reason };
  if (care === 'strict' && effects.changesOrRemoves) return { verdict: 'confirm', reason: 'careful' };
  return { verdict: 'allow', reason: 'harmless' };
}

/** What asks whatever any model thinks and however little care is wanted. */
function reasonByEffect(effects: Effects): VerdictReason | null {
  if (effects.movesMoney) return 'money';
  if (effects.irreversible) return 'no-inverse';
  if (effects.everything) return 'everything';
  return effects.bulkTouched > bulkLimit ? 'bulk' : null;
}

function reasonByWords({ heads, cuts, failed, otherLanguage }: Words, care: CareLevel): VerdictReason | null {
  if (otherLanguage) return 'other-language';
  if (failed) return 'guard-unavailable';
  if (heads === null) return null;
  const risk = likeliestRisk(heads);
  if (risk === 'High') return 'high-risk';
  if (care === 'light') return null;
  if (heads.ethical < cuts.ethical) return 'not-ethical';
  if (heads.reversible < cuts.reversible && risk === 'Medium') return 'not-reversible';
  return care === 'strict' && risk === 'Medium' ? 'careful' : null;
}

export function likeliestRisk(heads: HeadScores): Risk {
  const { Low, Medium, High } = heads.risk;
  if (High >= Medium && High >= Low) return 'High';
  return Medium >= Low ? 'Medium' : 'Low';
}
