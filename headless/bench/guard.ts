/** One judgement of the guard on one thread, as the app runs it, and on two, beside its graph alone. */
import type { GuardTimes } from '../../src/automation/guard-automation.ts';
import { openBuiltApp } from '../built-app.ts';
import type { Bench } from './bench.ts';
import { Samples } from './figures.ts';
import { readSentences } from './sentences.ts';

const threads = [1, 2] as const;

export const bench: Bench = {
  summary: 'One judgement of the guard, on one thread and on two.',
  rounds: 5,
  run: async ({ rounds, onProgress }) => {
    const app = await openBuiltApp();
    try {
      const sentences = readSentences();
      const measure = async (texts: readonly string[]): Promise<GuardTimes[]> => {
        const times = await app.page.evaluate(
          ([given, counts]) => globalThis.errandAutomation.measureGuard(given, counts),
          [texts, threads] as const,
        );
        if (!times.ok) throw new Error(times.message);
        return times.value;
      };
      await measure(sentences.slice(0, 3));
      const samples = new Samples();
      for (let round = 1; round <= rounds; round++) {
        for (const { threads: count, pieces, askedMs, judgeMs, encoderMs } of await measure(sentences)) {
          const on = `, ${String(count)} thread${count === 1 ? '' : 's'}`;
          if (count === 1) samples.add('word pieces', '', pieces);
          samples.add(`as the page waits for it${on}`, 'ms', askedMs);
          samples.add(`in the worker${on}`, 'ms', judgeMs);
          samples.add(`graph alone${on}`, 'ms', encoderMs);
        }
        onProgress(`round ${String(round)} of ${String(rounds)}, ${String(sentences.length)} sentences each`);
      }
      return {
        rows: samples.rows(),
        ratios: [
          samples.ratio('asked / graph, 1 thread', 'as the page waits for it, 1 thread', 'graph alone, 1 thread'),
          samples.ratio('1 thread / 2 threads', 'in the worker, 1 thread', 'in the worker, 2 threads'),
        ],
      };
    } finally {
      await app.close();
    }
  },
};
