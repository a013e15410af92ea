import { success } from '../../core/outcome.ts';
import type { PastStep } from '../../protocol/actor.ts';
import type { SandboxAgent } from '../evaluation/run-episode.ts';
import type { ActorClient } from './actor-client.ts';
import { pastStep } from './past-step.ts';
import { renderStep } from './render-action.ts';

/** The embedded actor: each step is decoded from the instruction, the steps so far and the latest observation. */
export function embeddedActor(id: string, client: Pick<ActorClient, 'next'>): SandboxAgent {
  let instruction = '';
  let past: PastStep[] = [];
  return {
    id,
    begin: (given) => {
      instruction = given;
      past = [];
    },
    next: async (observation) => {
      const decided = await client.next({ instruction, observation, past });
      if (!decided.ok) return decided;
      past.push(pastStep(decided.value.step));
      return success(renderStep(decided.value.step));
    },
  };
}
