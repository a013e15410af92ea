import type { HeadCuts, HeadScores } from '../../core/judgement.ts';
import { success, type Outcome } from '../../core/outcome.ts';
import { decideText } from '../../guard/decide-text.ts';
import type { SandboxGuard } from './score-scenario.ts';

type JudgeHeads = (text: string) => Promise<Outcome<{ heads: HeadScores; cuts: HeadCuts }, string>>;

/** The six heads before an errand begins, with the policy of a run at the middle level of care. */
export function headsGuard(judge: JudgeHeads): SandboxGuard {
  return {
    refuses: async (instruction) => {
      const judged = await judge(instruction);
      if (!judged.ok) return judged;
      const { verdict } = await decideText(instruction, judged.value);
      return success(verdict === 'refuse');
    },
  };
}

/** For where the guard's model is missing: the check of payee and amount stays. */
export const withoutHeads: SandboxGuard = { refuses: () => Promise.resolve(success(false)) };
