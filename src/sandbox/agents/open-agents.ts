import { success, type Outcome } from '../../core/outcome.ts';
import type { LoadProgress } from '../../protocol/engine.ts';
import type { SandboxAgent } from '../evaluation/run-episode.ts';
import { oracleAgent } from '../scenarios/oracle-agent.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { actorId, connectActor } from './actor-client.ts';
import { embeddedActor } from './embedded-actor.ts';
import { patternAgent } from './pattern-agent.ts';

/** Who can act in the Sandbox, by engine id; the first is the page's default. */
export const agentIds = [actorId, 'errand-actor-untuned', 'pattern', 'oracle'] as const;
export type AgentId = (typeof agentIds)[number];

export function isAgentId(id: string): id is AgentId {
  return agentIds.some((known) => known === id);
}

/** An engine that is ready: an agent for each errand, all of them in one worker. */
export type OpenedAgents = { agentFor: (scenario: Scenario) => SandboxAgent; close: () => void };

export async function openAgents(
  id: AgentId,
  onProgress?: (progress: LoadProgress) => void,
): Promise<Outcome<OpenedAgents, string>> {
  const close = (): void => undefined;
  if (id === 'oracle') return success({ agentFor: (scenario) => oracleAgent(scenario), close });
  if (id === 'pattern') return success({ agentFor: () => patternAgent(), close });
  const client = connectActor(id === 'errand-actor-untuned');
  const loaded = await client.load(onProgress);
  if (!loaded.ok) {
    client.close();
    return loaded;
  }
  return success({ agentFor: () => embeddedActor(id, client), close: client.close });
}
