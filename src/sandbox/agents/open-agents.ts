import type { FreeModel } from '../../core/free-model.ts';
import { failure, success, type Outcome } from '../../core/outcome.ts';
import type { LoadProgress } from '../../protocol/engine.ts';
import type { SandboxAgent } from '../evaluation/run-episode.ts';
import { oracleAgent } from '../scenarios/oracle-agent.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { actorId, connectActor } from './actor-client.ts';
import { embeddedActor } from './embedded-actor.ts';
import { languageAgent } from './language-agent.ts';
import { patternAgent } from './pattern-agent.ts';

/** Who can act in the Sandbox, by engine id; the first is the page's default. */
export const agentIds = [actorId, 'errand-actor-untuned', 'language-model', 'pattern', 'oracle'] as const;
export type AgentId = (typeof agentIds)[number];

export function isAgentId(id: string): id is AgentId {
  return agentIds.some((known) => known === id);
}

/** An engine that is ready: an agent for each errand, all of them in one worker. `stop` ends a decision that takes long. */
export type OpenedAgents = { agentFor: (scenario: Scenario) => SandboxAgent; stop: () => void; close: () => void };

export type OpenWith = {
  onProgress?: (progress: LoadProgress) => void;
  /** The person's language model, where one is loaded. */
  model?: FreeModel | null;
};

export async function openAgents(
  id: AgentId,
  { onProgress, model = null }: OpenWith = {},
): Promise<Outcome<OpenedAgents, string>> {
  const [stop, close] = [nothing, nothing];
  if (id === 'oracle') return success({ agentFor: (scenario) => oracleAgent(scenario), stop, close });
  if (id === 'pattern') return success({ agentFor: () => patternAgent(), stop, close });
  if (id === 'language-model') {
    return model === null
      ? failure('no_model', 'No language model is loaded. Choose one on the Models page.')
      : success(languageAgents(model));
  }
  const client = connectActor(id === 'errand-actor-untuned');
  const loaded = await client.load(onProgress);
  if (!loaded.ok) {
    client.close();
    return loaded;
  }
  return success({ agentFor: () => embeddedActor(id, client), stop, close: client.close });
}

const nothing = (): void => undefined;

function languageAgents(model: FreeModel): OpenedAgents {
  let latest = new AbortController();
  const stop = (): void => {
    latest.abort();
  };
  const agentFor = (): SandboxAgent => {
    latest = new AbortController();
    return languageAgent(model, latest.signal);
  };
  return { agentFor, stop, close: stop };
}
