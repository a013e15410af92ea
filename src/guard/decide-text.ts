import type { CareLevel, HeadCuts, HeadScores } from '../core/judgement.ts';
import { looksForeign } from './language.ts';
import { decide, oneAdd, type PolicyDecision } from './policy.ts';

/** What the policy makes of a text on its own, as if it were to be written down as one task. */
export async function decideText(
  text: string,
  { heads, cuts }: { heads: HeadScores; cuts: HeadCuts },
  care?: CareLevel,
): Promise<PolicyDecision> {
  return decide(oneAdd, { heads, cuts, failed: false, otherLanguage: await looksForeign(text) }, care);
}
