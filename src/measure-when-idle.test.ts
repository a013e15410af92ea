import { beforeEach, describe, expect, it } from 'vitest';
import { measureWhenIdle, type IdleParts } from './measure-when-idle.ts';

/** A clock that goes on only when the test says so, and a person who acts only then. */
let waits: (() => void)[];
let act: () => void;
let busy: boolean;
let wanted: boolean;
let kept: string[];
let measured: AbortSignal[];
let finish: (result: string) => void;
let ended: boolean;

const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};
const quietPasses = async () => {
  waits.splice(0).forEach((go) => {
    go();
  });
  await settle();
};

beforeEach(() => {
  [waits, kept, measured, busy, wanted, ended] = [[], [], [], false, true, false];
  const parts: IdleParts<string> = {
    isWanted: () => wanted,
    isBusy: () => busy,
    onActivity: (listener) => {
      act = listener;
      return () => {
        ended = true;
      };
    },
    wait: () => new Promise((resolve) => waits.push(resolve)),
    measure: (signal) => {
      measured.push(signal);
      return new Promise((resolve) => {
        finish = resolve;
        signal.addEventListener('abort', () => {
          resolve('cut short');
        });
      });
    },
    keep: (result) => {
      kept.push(result);
      return Promise.resolve();
    },
  };
  void measureWhenIdle(parts);
});

describe('a measurement that nobody asked for', () => {
  it('waits until nothing has been done for a while, and is kept', async () => {
    act();
    await quietPasses();
    expect(measured).toHaveLength(0);
    await quietPasses();
    expect(measured).toHaveLength(1);
    finish('both');
    await settle();
    expect(kept).toEqual(['both']);
    expect(ended).toBe(true);
  });

  it('does not begin beside a run', async () => {
    busy = true;
    await quietPasses();
    await quietPasses();
    expect(measured).toHaveLength(0);
    busy = false;
    await quietPasses();
    expect(measured).toHaveLength(1);
  });

  it('gives way to the first key, keeps nothing of it, and begins again when it is quiet', async () => {
    await quietPasses();
    act();
    await settle();
    expect(measured[0]?.aborted).toBe(true);
    expect(kept).toEqual([]);
    await quietPasses();
    await quietPasses();
    expect(measured).toHaveLength(2);
    finish('both');
    await settle();
    expect(kept).toEqual(['both']);
  });

  it('gives up after three that were cut short', async () => {
    for (let tries = 0; tries < 3; tries += 1) {
      await quietPasses();
      await quietPasses();
      act();
      await settle();
    }
    await quietPasses();
    await quietPasses();
    expect(measured).toHaveLength(3);
    expect(ended).toBe(true);
  });

  it('ends where somebody has chosen an engine meanwhile', async () => {
    wanted = false;
    await quietPasses();
    expect(measured).toHaveLength(0);
    expect(ended).toBe(true);
  });
});
