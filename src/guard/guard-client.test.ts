import { afterEach, describe, expect, it } from 'vitest';
import { success } from '../core/outcome.ts';
import type { GuardApi, GuardScores } from '../protocol/guard-api.ts';
import { ChannelWorker } from '../protocol/testing/channel-worker.ts';
import { connectGuard, endlessPatience, type GuardClient } from './guard-client.ts';

const request = { modelId: 'g', files: [], threads: 1 };
const scores: GuardScores = {
  heads: { risk: { Low: 1, Medium: 0, High: 0 }, feasible: 1, legal: 1, ethical: 1, reversible: 1, limited: 0 },
  vector: new Float32Array(2),
  ms: 1,
};
const quick: GuardApi = {
  load: () => Promise.resolve(success({ modelId: 'g', threads: 1, loadMs: 1 })),
  judge: (_, onStarted) => {
    onStarted();
    return Promise.resolve(success(scores));
  },
  judgeMany: (texts) => Promise.resolve(success(texts.map(() => scores))),
  measure: () => Promise.resolve(success([])),
};
const never = new Promise<never>(() => undefined);

let open: GuardClient | null = null;
function connect(api: Partial<GuardApi> = {}): { client: GuardClient; workers: ChannelWorker[] } {
  const workers: ChannelWorker[] = [];
  const client = connectGuard(() => {
    const worker = new ChannelWorker({ ...quick, ...api });
    workers.push(worker);
    // It has what the client uses of a worker.
    return worker as unknown as Worker;
  });
  open = client;
  return { client, workers };
}
afterEach(() => {
  open?.close();
});

describe('connectGuard', () => {
  it('judges once loaded, however early the text came', async () => {
    const { client } = connect();
    const early = client.judge('x', endlessPatience);
    await client.load(request);
    expect(await early.answer()).toEqual(success(scores));
  });

  it('judges many once loaded, as many as were given', async () => {
    const { client } = connect();
    const early = client.judgeMany(['x', 'y']);
    await client.load(request);
    expect(await early).toEqual(success([scores, scores]));
  });

  it('gives up on a load that takes too long, and on one that never began', async () => {
    const { client } = connect({ load: () => never });
    const patience = { loadingMs: 20, judgingMs: 1000 };
    expect(await client.judge('x', patience).answer()).toMatchObject({ code: 'not_loaded' });
    void client.load(request);
    expect(await client.judge('x', patience).answer()).toMatchObject({ code: 'not_loaded' });
  });

  it('gives up on a judgement that takes too long after its start', async () => {
    const { client } = connect({
      judge: (_, onStarted) => {
        onStarted();
        return never;
      },
    });
    await client.load(request);
    const patience = { loadingMs: 1000, judgingMs: 20 };
    expect(await client.judge('x', patience).answer()).toMatchObject({ code: 'timed_out' });
  });

  it('still takes a late judgement that has come by the time it is needed', async () => {
    const { client } = connect();
    await client.load(request);
    const judging = client.judge('x', { loadingMs: 0, judgingMs: 0 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await judging.answer()).toEqual(success(scores));
  });

  it('says that the worker died, and starts another with the same model', async () => {
    let dead = false;
    const { client, workers } = connect({ judge: (...given) => (dead ? quick.judge(...given) : never) });
    await client.load(request);
    const dying = client.judge('x', endlessPatience);
    await new Promise((resolve) => setTimeout(resolve, 20));
    workers[0]?.dispatchEvent(new Event('error'));
    expect(await dying.answer()).toMatchObject({ code: 'worker_died' });
    expect(workers[0]?.terminated).toBe(true);
    dead = true;
    expect(await client.judge('y', endlessPatience).answer()).toEqual(success(scores));
    expect(workers.length).toBe(2);
  });

  it('hands on a load that failed, for the load and for each text', async () => {
    const failed = { ok: false as const, code: 'model_corrupt' as const, message: 'damaged' };
    const { client } = connect({ load: () => Promise.resolve(failed) });
    expect(await client.load(request)).toEqual(failed);
    expect(await client.judge('x', endlessPatience).answer()).toEqual(failed);
  });
});
