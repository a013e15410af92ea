import type { Judgement } from '../core/judgement.ts';
import type { Approved, Plan, PlannedCall } from '../core/plan.ts';
import { decide, type Effects, type PolicyDecision } from './policy.ts';

/** The only place where an approval is made: everything else that holds an `Approved` value got it from here. */
function approve(plan: Plan): Approved<Plan> {
  return plan as Approved<Plan>;
}

/** The plan, approved where the judgement allows it unasked; null where somebody must be asked, or it is refused. */
export function approveAllowed(plan: Plan, judgement: Judgement): Approved<Plan> | null {
  return judgement.verdict === 'allow' ? approve(plan) : null;
}

/** The plan, approved by the person who has seen what it will change; a refusal cannot be confirmed away. */
export function approveConfirmed(plan: Plan, judgement: Judgement): Approved<Plan> | null {
  return judgement.verdict === 'allow' || judgement.verdict === 'confirm' ? approve(plan) : null;
}

/** Edits by hand pass the policy by effect only. */
export function judgeByHand(plan: Plan): PolicyDecision {
  return decide(effectsOf(plan.planned));
}

export function effectsOf(planned: readonly PlannedCall[]): Effects {
  return {
    calls: planned.length,
    onlyReads: planned.every((call) => call.effect === 'read'),
    changesOrRemoves: planned.some(({ effect }) => effect === 'change' || effect === 'remove'),
    irreversible: planned.some(
      (call) => call.operations.some((operation) => operation.kind === 'erase') && call.marks.length === 0,
    ),
    bulkTouched: Math.max(0, ...planned.filter((call) => call.bulk).map((call) => call.touched)),
    everything: planned.some((call) => call.everything && call.effect !== 'read'),
    movesMoney: false,
  };
}
