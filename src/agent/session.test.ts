import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAnalysis, writeAnswer } from '../contract/write.ts';
import type { Call } from '../core/call.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import { plainCuts, type HeadScores } from '../core/judgement.ts';
import { viewRun, type RunView } from '../core/run-view.ts';
import { en } from '../core/strings/en.ts';
import { liveLists, liveTasks } from '../core/task.ts';
import type { EngineFailureCode, GenerateRequest, Generation } from '../protocol/engine.ts';
import { openStore, type Store } from '../store/repository.ts';
import { CorrectionBook } from './corrections/correction-book.ts';
import { Session } from './session.ts';

/** What the scripted engine answers, in order; it stands for a model here and nowhere else. */
let script: (string | Outcome<Generation, EngineFailureCode>)[] = [];
let requests: GenerateRequest[] = [];
let confidence = 1;
let heads: Outcome<HeadScores, string> | null = null;
let store: Store;
let session: Session;
let shown: RunView | null = null;
let databases = 0;

const action = (...calls: Call[]) => writeAnswer({ kind: 'action', analysis: writeAnalysis(['something']), calls });
const add = (title: string, more: Call['args'] = {}): Call => ({ tool: 'add_task', args: { title, ...more } });

beforeEach(async () => {
  script = [];
  requests = [];
  confidence = 1;
  heads = null;
  databases += 1;
  const opened = await openStore(`session-${String(databases)}`);
  if (!opened.ok) throw new Error(opened.message);
  store = opened.value;
  session = makeSession();
});
afterEach(() => {
  store.close();
});

function makeSession(unattended = false, corrections: CorrectionBook | null = null): Session {
  let ids = 0;
  return new Session({
    store,
    engine: {
      id: 'scripted',
      confidenceThreshold: 0.5,
      ready: () => true,
      generate: (request, onText) => {
        requests.push(request);
        const next = script.shift() ?? '';
        if (typeof next !== 'string') return Promise.resolve(next);
        onText(next.slice(0, 5));
        const timings = { sourceMs: 0, prefillMs: 0, decodeMs: 0, totalMs: 1 };
        return Promise.resolve({ ok: true, value: { text: next, confidence, tokens: 3, timings } });
      },
      interrupt: () => undefined,
    },
    judge: () => ({
      answer: () => {
        if (heads === null) return Promise.resolve(failure('gone', ''));
        if (!heads.ok) return Promise.resolve(heads);
        return Promise.resolve(success({ heads: heads.value, cuts: plainCuts, vector: new Float32Array(0) }));
      },
    }),
    care: () => 'middle',
    corrections,
    clock: () => ({ now: '2026-11-23T10:00', zone: 'Europe/London', locale: 'en-GB' }),
    newId: () => `${String(databases)}-${String((ids += 1))}`,
    strings: en,
    onRun: (run) => {
      shown = run;
    },
    unattended,
  });
}

const harmless: HeadScores = {
  risk: { Low: 1, Medium: 0, High: 0 },
  feasible: 1,
  legal: 1,
  ethical: 1,
  reversible: 1,
  limited: 0,
};

async function say(text: string, ...answers: typeof script): Promise<RunView> {
  script.push(...answers);
  const run = await session.submit(text);
  if (run === null) throw new Error('not taken');
  return run;
}

/** Starts a sentence that will wait, and gives it time to come to its question. */
async function startAndWait(text: string, answer: string): Promise<{ ended: Promise<RunView | null> }> {
  script.push(answer);
  const ended = session.submit(text);
  await until(() => shown?.phase === 'asking' || shown?.phase === 'confirming');
  return { ended };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
}

async function titles(): Promise<string[]> {
  const state = await store.readState();
  return state.ok ? liveTasks(state.value).map((task) => task.title) : [];
}

describe('a run', () => {
  beforeEach(() => {
    heads = { ok: true, value: harmless };
  });

  it('does all its calls, tells what was done, and is taken back whole', async () => {
    const run = await say(
      'call mum tomorrow at 6pm and add milk to my shopping list',
      action(add('call mum', { due: 'tomorrow 6pm' }), add('milk', { list: 'shopping' }), {
        tool: 'list_tasks',
        args: { due: 'this week' },
      }),
    );
    expect(run.phase).toBe('done');
    expect(run.final).toContain('Added “call mum”, due tomorrow 18:00.');
    expect(run.final).toContain('a new list');
    expect(run.resolved[0]).toEqual({ tool: 'add_task', args: { title: 'call mum', due: '2026-11-24T18:00' } });
    expect(run.resolved[2]).toEqual({ tool: 'list_tasks', args: { due: '2026-11-23/2026-11-30' } });
    expect(await titles()).toEqual(['call mum', 'milk']);
    await session.act([{ tool: 'undo', args: { steps: 1 } }], false);
    expect(await titles()).toEqual([]);
    const state = await store.readState();
    expect(state.ok && liveLists(state.value)).toEqual([]);
    await session.act([{ tool: 'redo', args: {} }], false);
    expect(await titles()).toEqual(['call mum', 'milk']);
  });

  it('replays from the log to the view it had', async () => {
    const run = await say('add milk', action(add('milk')));
    const saved = await store.readRuns();
    if (!saved.ok) throw new Error(saved.message);
    expect(viewRun(saved.value[0]?.events ?? [])).toEqual(run);
  });

  it('lets “it” be what the same run or the last one made', async () => {
    await say(
      'add milk and put it on the garden list',
      action(add('milk'), { tool: 'move_task', args: { task: 'it', list: 'garden' } }),
    );
    const run = await say('mark it done', action({ tool: 'complete_task', args: { task: 'it' } }));
    expect(run.resolved).toEqual([{ tool: 'complete_task', args: { task: 'milk' } }]);
    expect(requests[1]?.state).toMatchObject({
      previousText: 'add milk and put it on the garden list',
      ended: 'ran',
      tools: ['add_task', 'move_task'],
      listNames: ['garden'],
    });
  });

  it('writes nothing where one of its calls cannot be done', async () => {
    const run = await say('x', action(add('milk'), { tool: 'rename_list', args: { list: 'nowhere', name: 'x' } }));
    expect(run.results).toEqual([]);
    expect(await titles()).toEqual([]);
  });

  it.each([
    ['prose', 'Sure, done!', 'contract_invalid'],
    ['a cut-off answer', action(add('milk')).slice(0, -3), 'contract_invalid'],
    ['an unknown tool', action({ tool: 'format_disk', args: {} }), 'contract_invalid'],
  ])('%s changes nothing and says so', async (_name, answer, code) => {
    const run = await say('x', answer);
    expect(run.failure?.code).toBe(code);
    expect(await titles()).toEqual([]);
  });

  it.each([
    ['', 'empty_input'],
    [' \n ', 'empty_input'],
    ['x'.repeat(20_000), 'input_too_long'],
  ])('%# input that no model should see', async (text, code) => {
    const run = await say(text, action(add('milk')));
    expect(run.failure?.code).toBe(code);
    expect(requests).toEqual([]);
  });

  it('keeps the engine’s failure as a plain sentence', async () => {
    const run = await say('x', { ok: false, code: 'model_corrupt', message: 'sha' });
    expect(run).toMatchObject({
      phase: 'failed',
      failure: { code: 'model_corrupt', message: en.failure.model_corrupt },
    });
  });

  it('answers with the model’s sentence where it made no call', async () => {
    const run = await say('thanks', '<final>\nYou are welcome.\n</final>');
    expect(run).toMatchObject({ phase: 'done', final: 'You are welcome.', said: { asks: false } });
    const asked = await say('set something for noon', '<final>\nWhat should I call it?\n</final>');
    expect(asked.said?.asks).toBe(true);
  });

  it('shows an unsure answer before doing it', async () => {
    confidence = 0.2;
    const { ended } = await startAndWait('add milk?', action(add('milk')));
    expect(shown?.judgement).toMatchObject({ verdict: 'confirm', reason: 'unsure' });
    session.confirm(true);
    await ended;
    expect(await titles()).toEqual(['milk']);
  });
});

describe('questions and confirmations', () => {
  beforeEach(async () => {
    heads = { ok: true, value: harmless };
    await say('add', action(add('call mum'), add('call Ana'), add('milk')));
  });

  const callIsDone = action({ tool: 'complete_task', args: { task: 'call' } });

  it('an ambiguous reference holds the run until one is picked', async () => {
    const { ended } = await startAndWait('the call is done', callIsDone);
    const choice = shown?.question?.candidates.find((candidate) => candidate.label === 'call Ana');
    if (choice === undefined) throw new Error('no candidate');
    session.pick(choice);
    expect((await ended)?.resolved).toEqual([{ tool: 'complete_task', args: { task: 'call Ana' } }]);
  });

  it('saying something else leaves the question', async () => {
    const { ended } = await startAndWait('the call is done', callIsDone);
    const next = await say('add eggs', action(add('eggs')));
    expect((await ended)?.results).toEqual([]);
    expect(next.phase).toBe('done');
  });

  it('nobody there: the question ends the run', async () => {
    session = makeSession(true);
    const run = await say('the call is done', callIsDone);
    expect(run).toMatchObject({ phase: 'asking', results: [] });
  });

  it('everything at once is confirmed first, with each change listed', async () => {
    const everything = action({ tool: 'delete_tasks', args: { filter: { status: 'open' } } });
    const { ended } = await startAndWait('delete everything', everything);
    expect(shown?.judgement).toMatchObject({ verdict: 'confirm', reason: 'everything' });
    expect(shown?.changes.map((change) => change.title)).toEqual(['call mum', 'call Ana', 'milk']);
    session.confirm(false);
    expect((await ended)?.phase).toBe('declined');
    expect(await titles()).toHaveLength(3);
  });

  it('stop while it asks changes nothing', async () => {
    const { ended } = await startAndWait('the call is done', callIsDone);
    session.stop();
    expect((await ended)?.results).toEqual([]);
  });
});

describe('the guard’s words', () => {
  it('refuses what is not legal, and writes nothing', async () => {
    heads = { ok: true, value: { ...harmless, legal: 0.1 } };
    const run = await say('x', action(add('milk')));
    expect(run.judgement?.verdict).toBe('refuse');
    expect(await titles()).toEqual([]);
  });

  it('that does not answer makes a write ask first', async () => {
    const { ended } = await startAndWait('add milk', action(add('milk')));
    expect(shown?.judgement?.reason).toBe('guard-unavailable');
    session.confirm(true);
    await ended;
    expect(await titles()).toEqual(['milk']);
  });
});

it('a bug ends the run with a sentence, and the next one works', async () => {
  heads = { ok: true, value: harmless };
  const broken = makeSession();
  const readState = store.readState;
  const silenced = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  store.readState = () => Promise.reject(new Error('bug'));
  script.push(action(add('milk')));
  const run = await broken.submit('add milk');
  expect(run?.failure?.code).toBe('unexpected');
  expect(silenced).toHaveBeenCalledOnce();
  store.readState = readState;
  silenced.mockRestore();
  expect((await broken.submit('add milk'))?.phase).toBe('done');
});

describe('a sentence that was put right before', () => {
  const binIt = async (): Promise<CorrectionBook> => {
    const book = new CorrectionBook(
      { read: () => Promise.resolve([]), write: () => Promise.resolve() },
      (text) => Promise.resolve(text.startsWith('bin') ? [1, 0] : [0, 1]),
      'by hand',
    );
    const meant = [{ tool: 'delete_task', args: { task: 'the dentist' } }];
    await book.add('c', { text: 'bin the dentist', at: '', understood: [add('bin the dentist')], meant });
    return book;
  };
  const removal = (task: string) => action({ tool: 'delete_task', args: { task } });

  it('is done as it was meant, with the words of the new one, and can be taken back', async () => {
    heads = success(harmless);
    session = makeSession(false, await binIt());
    await say('plumber', action(add('plumber')));
    const run = await say('bin the plumber', action(add('bin the plumber')), removal('the plumber'));
    expect(run.corrected).toMatchObject({ id: 'c', text: 'bin the dentist' });
    expect(run.results).toMatchObject([{ kind: 'deleted', titles: ['plumber'] }]);
    // The engine was given the form, and none of the old sentence's words.
    expect(requests.at(-1)?.pattern?.calls).toEqual([{ tool: 'delete_task', fixed: {}, said: ['task'], open: [] }]);
    await session.act([{ tool: 'undo', args: { steps: 1 } }], true);
    expect(await titles()).toEqual(['plumber']);
  });

  it('keeps the model’s answer where the engine cannot fill the form in, or fills in the same', async () => {
    heads = success(harmless);
    session = makeSession(false, await binIt());
    const refused = failure('engine_failed', 'no such thing');
    const unfilled = await say('bin the post', action(add('bin the post')), refused);
    expect(unfilled.corrected).toBeNull();
    expect(await titles()).toEqual(['bin the post']);
    const same = await say('bin the post please', removal('the post'), removal('the post'));
    expect(same.corrected).toBeNull();
    expect(same.results).toMatchObject([{ kind: 'deleted' }]);
  });

  it('goes past no guard', async () => {
    heads = success(harmless);
    session = makeSession(false, await binIt());
    await say('dentist', action(add('dentist')));
    heads = success({ ...harmless, legal: 0 });
    const run = await say('bin the dentist', action(add('bin the dentist')));
    expect(run.corrected?.similarity).toBe(1);
    expect(run.judgement?.verdict).toBe('refuse');
    expect(await titles()).toEqual(['dentist']);
  });
});
