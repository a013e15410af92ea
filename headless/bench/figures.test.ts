import { describe, expect, it } from 'vitest';
import { rowOf, Samples } from './figures.ts';

describe('figures of a bench', () => {
  it('names the middle and the slow end by samples that were taken', () => {
    const values = Array.from({ length: 101 }, (_, place) => 101 - place);
    expect(rowOf('a turn', 'ms', values)).toEqual({
      what: 'a turn',
      unit: 'ms',
      n: 101,
      min: 1,
      p50: 51,
      p95: 96,
      max: 101,
    });
  });

  it('pairs samples for a ratio, so that a slow spell that meets both does not show', () => {
    const samples = new Samples();
    for (const slowness of [1, 1, 8, 1, 2]) {
      samples.add('ours', 'ms', 30 * slowness);
      samples.add('floor', 'ms', 20 * slowness);
    }
    expect(samples.ratio('ours / floor', 'ours', 'floor')).toEqual({ what: 'ours / floor', value: 1.5 });
  });

  it('refuses to compare what was not measured as often, and to report nothing', () => {
    const samples = new Samples();
    samples.add('ours', 'ms', 1, 2);
    samples.add('floor', 'ms', 1);
    expect(() => samples.ratio('r', 'ours', 'floor')).toThrow('do not pair');
    expect(() => rowOf('nothing', 'ms', [])).toThrow('Nothing was measured');
  });
});
