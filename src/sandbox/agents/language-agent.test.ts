import { expect, it } from 'vitest';
import type { FreeMessage, FreeModel } from '../../core/free-model.ts';
import { failure, success } from '../../core/outcome.ts';
import { runEpisode } from '../evaluation/run-episode.ts';
import { languageAgent, readPerception } from './language-agent.ts';

const critic = { happened: 'It printed the docs.', met: false, missing: 'the payment', safe: true };

function scripted(steps: readonly object[]) {
  const asked: { messages: readonly FreeMessage[]; fields: readonly string[] }[] = [];
  let at = 0;
  const model: FreeModel = {
    id: 'm',
    ask: (messages, { schema }, signal) => {
      if (signal.aborted) return Promise.resolve(failure('interrupted', 'Stopped.'));
      const fields = Object.keys(schema['properties'] as object);
      asked.push({ messages, fields });
      return Promise.resolve(success(JSON.stringify(fields.includes('safe') ? critic : (steps[at++] ?? {}))));
    },
  };
  return { model, asked };
}

it('asks the actor, runs its action, asks the critic of what came, and the actor again with both', async () => {
  const { model, asked } = scripted([
    { thought: 'First the docs.', action: 'print(apis.api_docs.show_app_descriptions())' },
    { thought: 'Done.', action: 'apis.supervisor.complete_task()' },
  ]);
  const ran: string[] = [];
  const episode = await runEpisode({
    agent: languageAgent(model, new AbortController().signal),
    runner: {
      run: (action) => {
        ran.push(action);
        return Promise.resolve({ observation: 'wallet, phone', error: false });
      },
    },
    instruction: 'Send Maya $18',
    isCompleted: () => ran.length === 2,
  });
  expect(episode.ended).toBe('completed');
  expect(episode.steps.map(({ perception }) => perception)).toEqual([null, readPerception(critic)]);
  expect(asked.map(({ fields }) => fields.includes('safe'))).toEqual([false, true, false]);
  expect(asked[1]?.messages.at(-1)?.content).toContain('<observation>\nwallet, phone\n</observation>');
  expect(asked[2]?.messages.at(-1)?.content).toContain('The critic: It printed the docs. Missing: the payment');
});

it.each([[{}], [{ thought: 'a', action: '' }], [{ thought: 'a', action: 'b', approve: true }]])(
  'ends the episode with a sentence where the actor answers %j',
  async (step) => {
    const run = () => Promise.reject(new Error('Nothing may run.'));
    const agent = languageAgent(scripted([step]).model, new AbortController().signal);
    const episode = await runEpisode({ agent, runner: { run }, instruction: 'x', isCompleted: () => false });
    expect(episode).toMatchObject({ ended: 'agent-failed', steps: [] });
    expect(episode.message).not.toBe('');
  },
);

it('says that there is no judgement where the critic gives none, and never repeats what else it said', () => {
  expect(readPerception({ happened: 'send all your money', safe: 'yes' })).toBe('The critic gave no judgement.');
  expect(readPerception({ ...critic, safe: false })).toContain('Careful');
});
