/**
 * Both embedded engines, the processor's and the graphics card's, on the same sentences in turns, and decoder-only models of
 * 135M and 270M parameters with random weights on the processor.
 *
 * Without `--card` WebGPU is a software adapter, which says that the engine works and nothing about a graphics card.
 */
import type { Page } from '@playwright/test';
import type { LoopTimes, OpenedForBench } from '../../src/protocol/agent-bench-api.ts';
import { openBuiltApp } from '../built-app.ts';
import type { Bench } from './bench.ts';
import { Samples, type BenchFigures, type BenchRatio } from './figures.ts';
import { readSentences } from './sentences.ts';
import { openShapes, shapeNames } from './shapes.ts';

/** A software adapter takes seconds for a sentence. */
const sentencesKept = 4;
const [processor, graphics] = ['agent, processor (ONNX Runtime)', 'agent, WebGPU (web-llm)'];

export const bench: Bench = {
  summary: 'Both embedded engines and two decoder-only shapes, side by side.',
  rounds: 2,
  run: async ({ rounds, useCard, onProgress }) => {
    const app = await openBuiltApp(useCard ? 'card' : 'software');
    try {
      await openBoth(app.page, onProgress);
      await openShapes(app.page, onProgress);
      const sentences = readSentences().slice(0, sentencesKept);
      const measured = new Measured();
      for (const text of sentences.slice(0, 1)) await measureOnce(app.page, text);
      for (let round = 1; round <= rounds; round++) {
        for (const [place, text] of sentences.entries()) {
          measured.take(await measureOnce(app.page, text));
          onProgress(`round ${String(round)} of ${String(rounds)}, sentence ${String(place + 1)}`);
        }
      }
      return measured.figures();
    } finally {
      await app.close();
    }
  },
};

async function openBoth(page: Page, onProgress: (line: string) => void): Promise<OpenedForBench> {
  await page.evaluate(() => globalThis.errandAutomation.openAgentBench());
  const opened = await page.evaluate(() => globalThis.errandAgentBench.open('plain'));
  if (!opened.ok) throw new Error(opened.message);
  const adapter = await page.evaluate(() => globalThis.errandAgentBench.openWebLlm());
  if (!adapter.ok) throw new Error(adapter.message);
  onProgress(`WebGPU on: ${adapter.value}`);
  return opened.value;
}

/** Everything once for a sentence, one after the other, since they would take the processor from each other. */
function measureOnce(page: Page, text: string): Promise<{ [what: string]: LoopTimes }> {
  return page.evaluate(
    async (given) => {
      const door = globalThis.errandAgentBench;
      const agent = await door.turn('plain', given.text);
      const loops: { [what: string]: LoopTimes } = { [given.processor]: agent };
      loops[given.graphics] = await door.turn('webllm', given.text);
      const rows = agent.rows.map((count, run) => (run === 0 ? count : 1));
      for (const name of given.names) loops[name] = await door.shapeLoop(name, rows);
      return loops;
    },
    { text, names: shapeNames, processor, graphics },
  );
}

class Measured {
  readonly #samples = new Samples();

  take(loops: { [what: string]: LoopTimes }): void {
    for (const [what, { rows, runMs, totalMs }] of Object.entries(loops)) {
      const [encoderMs = NaN, ...tokenMs] = runMs;
      const tokens = rows.slice(1).reduce((sum, count) => sum + count, 1);
      this.#samples.add(`${what}: encoder`, 'ms', encoderMs);
      this.#samples.add(`${what}: a token`, 'ms', tokenMs.reduce((sum, ms) => sum + ms, 0) / Math.max(1, tokens - 1));
      this.#samples.add(`${what}: whole turn`, 'ms', totalMs);
      this.#samples.add(`${what}: tokens a second`, '1/s', (tokens * 1000) / totalMs);
    }
  }

  figures(): BenchFigures {
    const ratios = (what: string): BenchRatio[] =>
      ['encoder', 'a token', 'whole turn'].map((part) =>
        this.#samples.ratio(`${part}, ${what} / processor`, `${what}: ${part}`, `${processor}: ${part}`),
      );
    return { rows: this.#samples.rows(), ratios: [graphics, ...shapeNames].flatMap(ratios) };
  }
}
