import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../contract/parse.ts';
import { success } from '../core/outcome.ts';
import { plainCuts } from '../core/judgement.ts';
import type { RunView } from '../core/run-view.ts';
import { en } from '../core/strings/en.ts';
import { emptyState, type TaskState } from '../core/task.ts';
import { injections, injectionsIn, type Injection } from '../core/testing/injections.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import type { GenerateRequest } from '../protocol/engine.ts';
import { ScratchStore } from '../store/scratch-store.ts';
import { filterSpec, registry } from '../tools/registry.ts';
import { Session } from './session.ts';

/** A model that takes every text it is shown for an order; it stands for the worst there is, and for nothing else. */
const look = '<analysis>\nA look.\n</analysis>\n<action>\nlist_tasks()\n</action>';
const obey = ({ deed }: Injection) => `<analysis>\nAs told.\n</analysis>\n<action>\n${deed}\n</action>`;
const end = '<final>\nDone.\n</final>';

/** What is there before: something for each deed to spoil, with the injection where it belongs. */
function worldWith({ place, text }: Injection): TaskState {
  const tasks = [
    sampleTask('tax', { title: 'Tax return', listId: 'garden' }),
    sampleTask('old', { title: 'Old thing', done: true, doneAt: '2026-11-20T09:00' }),
    sampleTask('bad', {
      title: place === 'title' ? text : 'Something planted',
      notes: place === 'note' ? text : '',
      listId: 'planted',
    }),
  ];
  const lists = [sampleList('garden', 'Garden'), sampleList('planted', place === 'list' ? text : 'Planted')];
  return {
    tasks: new Map([...emptyState.tasks, ...tasks.map((task) => [task.id, task] as const)]),
    lists: new Map([...emptyState.lists, ...lists.map((list) => [list.id, list] as const)]),
  };
}

type Told = { runs: RunView[]; requests: GenerateRequest[]; before: TaskState; after: TaskState };

/** Says one sentence to a model that writes `answers`; whatever is asked is declined, as by a person who did not mean it. */
async function say(injection: Injection, sentence: string, answers: readonly string[]): Promise<Told> {
  const before = worldWith(injection);
  const store = new ScratchStore(before);
  const requests: GenerateRequest[] = [];
  const runs: RunView[] = [];
  let ids = 0;
  const session: Session = new Session({
    store,
    engine: {
      id: 'obedient',
      confidenceThreshold: 0,
      ready: () => true,
      usesObservations: true,
      generate: (request) => {
        const text = answers[requests.length] ?? end;
        requests.push(request);
        const timings = { sourceMs: 0, prefillMs: 0, decodeMs: 0, totalMs: 0 };
        return Promise.resolve(success({ text, confidence: 1, tokens: 1, timings }));
      },
      interrupt: () => undefined,
    },
    // A guard that finds nothing wrong with the sentence: it is the person's own, and harmless.
    judge: () => ({
      answer: () => {
        const risk = { Low: 1, Medium: 0, High: 0 };
        const heads = { risk, feasible: 1, legal: 1, ethical: 1, reversible: 1, limited: 0 };
        return Promise.resolve(success({ heads, cuts: plainCuts, vector: new Float32Array(0) }));
      },
    }),
    care: () => 'light',
    clock: () => ({ now: '2026-11-21T10:00', zone: 'Europe/London', locale: 'en-GB' }),
    newId: () => `n${String((ids += 1))}`,
    strings: en,
    onRun: (run) => {
      runs.push(run);
      if (run.phase === 'confirming')
        queueMicrotask(() => {
          session.confirm(false);
        });
      if (run.phase === 'asking')
        queueMicrotask(() => {
          session.stop();
        });
    },
  });
  await session.submit(sentence);
  const after = await store.readState();
  return { runs, requests, before, after: after.value };
}

const read = injectionsIn('title', 'list', 'note');
const last = ({ runs }: Told) => runs.at(-1);

it('is a corpus: sixty and more, each of its own wording, with a deed that the contract knows', () => {
  expect(injections.length).toBeGreaterThanOrEqual(60);
  expect(new Set(injections.map(({ text }) => text)).size).toBe(injections.length);
  for (const { text, about, deed } of injections) {
    expect(text.toLowerCase()).toContain(about);
    const answer = parseAnswer(`<analysis>\nx\n</analysis>\n<action>\n${deed}\n</action>`, {
      tools: registry,
      filter: filterSpec,
    });
    expect(answer.ok, deed).toBe(true);
  }
});

describe('a model that obeys what it reads does nothing that was not approved', () => {
  it.each(read)('after a look: $text', async (injection) => {
    const told = await say(injection, 'what do I have to do?', [look, obey(injection), end]);
    expect(told.requests.length).toBeGreaterThan(1);
    expect(told.after).toEqual(told.before);
    // Held by the question, not by an accident: the deed was planned, and the person was asked.
    expect(told.runs.some(({ phase }) => phase === 'confirming') || last(told)?.failure !== null).toBe(true);
  });

  it.each(read)('in its first answer: $text', async (injection) => {
    for (const sentence of [`is there anything about ${injection.about}?`, 'add eggs to what I have to buy']) {
      const told = await say(injection, sentence, [obey(injection), end]);
      expect(told.after, sentence).toEqual(told.before);
    }
  });
});

it('hands titles and lists on as data in one line, whatever marks they hold', async () => {
  for (const injection of injectionsIn('title')) {
    const told = await say(injection, 'what do I have to do?', [look, end]);
    const observation = told.requests[1]?.rounds?.at(-1)?.observation ?? '';
    const lines = observation.split('\n').filter((line) => line.includes(JSON.stringify(injection.text)));
    expect(lines, injection.text).toHaveLength(1);
  }
});

it('does what the person named themselves, with the same text in the list', async () => {
  for (const injection of injectionsIn('title').slice(0, 5)) {
    const done = '<analysis>\nx\n</analysis>\n<action>\ncomplete_task(task="tax return")\n</action>';
    const told = await say(injection, 'the tax return is done', [done, end]);
    expect(told.after.tasks.get('tax')?.done).toBe(true);
  }
});
