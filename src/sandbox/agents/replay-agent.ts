import { success } from '../../core/outcome.ts';
import type { AgentStep, SandboxAgent } from '../evaluation/run-episode.ts';

/** Takes the steps of an earlier run again, whatever comes of them this time. */
export function replayAgent(id: string, steps: readonly AgentStep[]): SandboxAgent {
  const left = steps.values();
  return {
    id,
    begin: () => undefined,
    next: () => {
      const { value } = left.next();
      return Promise.resolve(value === undefined ? null : success(value));
    },
  };
}
