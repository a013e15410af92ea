/**
 * The embedded agent on WASM: encoder, token and whole turn, beside a bare loop of its runtime, the memory that a token has
 * to read, and decoder-only models of 135M and 270M parameters with random weights.
 *
 * The decoder-only shapes get the very rows of the agent's source as their prompt and one row for each of the agent's runs:
 * less than they would need, since their prompts must also name the tools and they would write each word of a title.
 */
import type { Page } from '@playwright/test';
import type { AgentBenchDoor } from '../../src/automation/agent-bench.ts';
import type { BenchedBuild, LoopTimes, OpenedForBench } from '../../src/protocol/agent-bench-api.ts';
import { openBuiltApp } from '../built-app.ts';
import type { Bench, BenchRun } from './bench.ts';
import { Samples, type BenchFigures, type BenchRatio } from './figures.ts';
import { readSentences } from './sentences.ts';
import { openShapes, shapeNames } from './shapes.ts';

export const bench: Bench = {
  summary: 'The embedded agent on WASM, beside its floor and two larger shapes.',
  rounds: 3,
  run: async ({ rounds, onProgress }) => {
    const app = await openBuiltApp();
    try {
      const opened = await openAll(app.page, onProgress);
      const sentences = readSentences();
      const measured = new Measured(opened);
      for (const text of sentences.slice(0, 2)) await measureOnce(app.page, text, opened);
      for (let round = 1; round <= rounds; round++) {
        for (const text of sentences) measured.take(await measureOnce(app.page, text, opened));
        onProgress(`round ${String(round)} of ${String(rounds)}, ${String(sentences.length)} sentences each`);
      }
      return measured.figures();
    } finally {
      await app.close();
    }
  },
};

async function openAll(page: Page, onProgress: BenchRun['onProgress']): Promise<OpenedForBench> {
  await page.evaluate(() => globalThis.errandAutomation.openAgentBench());
  // The build for WebGPU is measured on the processor too: it need not be as fast there.
  const [opened] = [await openBuild(page, 'plain'), await openBuild(page, 'jspi')];
  await openShapes(page, onProgress);
  return opened;
}

async function openBuild(page: Page, build: BenchedBuild): Promise<OpenedForBench> {
  const opened = await page.evaluate((given) => globalThis.errandAgentBench.open(given), build);
  if (!opened.ok) throw new Error(opened.message);
  return opened.value;
}

type Once = { loops: { [what: string]: LoopTimes }; readMs: number };

/** Everything once for a sentence, in turns. */
async function measureOnce(page: Page, text: string, { readBytes, threads }: OpenedForBench): Promise<Once> {
  return page.evaluate(
    async (given) => {
      const door = globalThis.errandAgentBench;
      const agent = await door.turn('plain', given.text);
      const bare = await door.bareLoop('plain');
      const readMs = await door.readMemory(given.readBytes, given.threads);
      const rows = agent.rows.map((count, run) => (run === 0 ? count : 1));
      const loops: { [what: string]: LoopTimes } = { agent, 'bare loop': bare };
      for (const name of given.names) loops[name] = await door.shapeLoop(name, rows);
      loops['agent, WebGPU build'] = await door.turn('jspi', given.text);
      return { loops, readMs };
    },
    { text, names: shapeNames, readBytes, threads },
  );
}

class Measured {
  readonly #samples = new Samples();
  /** Means of a turn's runs, which pair with what was measured once a turn. */
  readonly #means = new Samples();
  readonly #opened: OpenedForBench;

  constructor(opened: OpenedForBench) {
    this.#opened = opened;
  }

  take({ loops, readMs }: Once): void {
    for (const [what, { rows, runMs, totalMs }] of Object.entries(loops)) {
      const [encoderMs = NaN, ...tokenMs] = runMs;
      this.#samples.add(`${what}: encoder`, 'ms', encoderMs);
      this.#samples.add(`${what}: one run of a token or more`, 'ms', ...tokenMs);
      this.#samples.add(`${what}: whole turn`, 'ms', totalMs);
      this.#means.add(what, 'ms', tokenMs.reduce((sum, ms) => sum + ms, 0) / tokenMs.length);
      if (what !== 'agent') continue;
      this.#samples.add('agent: rows of the source', 'rows', rows[0] ?? NaN);
      this.#samples.add('agent: runs after it', 'runs', tokenMs.length);
    }
    this.#samples.add(this.#readName, 'ms', readMs);
    this.#means.add('read', 'ms', readMs);
  }

  figures(): BenchFigures {
    const turn = (above: string, below: string): BenchRatio =>
      this.#samples.ratio(`whole turn, ${above} / ${below}`, `${above}: whole turn`, `${below}: whole turn`);
    const token = (above: string, below: string): BenchRatio =>
      this.#means.ratio(`a token, ${above} / ${below}`, above, below);
    return {
      rows: this.#samples.rows(),
      ratios: [
        turn('agent', 'bare loop'),
        token('agent', 'read'),
        ...shapeNames.flatMap((name) => [turn(name, 'agent'), token(name, 'agent')]),
        turn('agent, WebGPU build', 'agent'),
      ],
    };
  }

  get #readName(): string {
    const { readBytes, threads } = this.#opened;
    return `read: ${(readBytes / 1e6).toFixed(1)} MB, ${String(threads)} threads`;
  }
}

declare global {
  var errandAgentBench: AgentBenchDoor;
}
