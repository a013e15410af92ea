import type { HeadCuts, HeadScores } from '../../core/judgement.ts';
import { success, type Outcome } from '../../core/outcome.ts';
import { looksForeign } from '../../guard/language.ts';
import { decide, oneAdd } from '../../guard/policy.ts';
import type { SandboxGuard } from './score-scenario.ts';

type JudgeHeads = (text: string) => Promise<Outcome<{ heads: HeadScores; cuts: HeadCuts }, string>>;

/** The six heads before an errand begins, with the policy of a run at the middle level of care. */
export function headsGuard(judge: JudgeHeads): SandboxGuard {
  return {
    refuses: async (instruction) => {
      const judged = await judge(instruction);
      if (!judged.ok) return judged;
      const words = { ...judged.value, failed: false, otherLanguage: await looksForeign(instruction) };
      return success(decide(oneAdd, words).verdict === 'refuse');
    },
  };
}
