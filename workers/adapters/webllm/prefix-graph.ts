import type { MLCEngine } from '@mlc-ai/web-llm';
import type { GraphScores, GraphTurn, TurnGraph } from '../prefix-lm/graph.ts';
import type { TokenTable } from '../prefix-lm/token-table.ts';

/** What web-llm hands over after each run: all scores of the last row, before anything is drawn from them. */
export class ScoreTap {
  #scores: Float32Array | null = null;

  processLogits = (logits: Float32Array): Float32Array => {
    // The array is a view of the runtime's memory.
    this.#scores = logits.slice();
    return logits;
  };
  processSampledToken = (): void => undefined;
  resetState = (): void => {
    this.#scores = null;
  };

  take(): Float32Array {
    const scores = this.#scores;
    if (scores === null) throw new Error('web-llm ran without giving scores');
    this.#scores = null;
    return scores;
  }
}

/**
 * The embedded agent as web-llm runs it: it feeds rows and reads scores, and the loop, the grammar and the confidence
 * are the same as over the other graph. Its draw of a token is not used.
 */
export class WebLlmGraph implements TurnGraph {
  readonly #engine: Pick<MLCEngine, 'forwardTokensAndSample' | 'resetChat' | 'unload'>;
  readonly #tap: ScoreTap;
  readonly #table: TokenTable;

  constructor(
    engine: Pick<MLCEngine, 'forwardTokensAndSample' | 'resetChat' | 'unload'>,
    tap: ScoreTap,
    table: TokenTable,
  ) {
    this.#engine = engine;
    this.#tap = tap;
    this.#table = table;
  }

  begin(): GraphTurn {
    let pastLength = 0;
    return {
      run: async ({ ids, sourceLength }) => {
        if (pastLength === 0) await this.#engine.resetChat();
        const rows = ids.map((id, place) => this.#rowOf(id, pastLength + place >= sourceLength));
        await this.#engine.forwardTokensAndSample(rows, rows.length > 1);
        pastLength += ids.length;
        return this.#split(this.#tap.take());
      },
      close: () => undefined,
    };
  }

  close(): Promise<void> {
    return this.#engine.unload();
  }

  /** Rows of the answer are the table's rows once more, numbered after the first: so the library tells the two apart. */
  #rowOf(id: number, isTarget: boolean): number {
    const { pieces, size, copies } = this.#table;
    return isTarget ? id + pieces + size + copies : id;
  }

  #split(scores: Float32Array): GraphScores {
    const { size, copies } = this.#table;
    // Source index 0 is never copied, so its score is left at the bottom.
    const pointers = new Float32Array(copies + 1).fill(-Infinity);
    pointers.set(scores.subarray(size, size + copies), 1);
    return { logits: scores.subarray(0, size), pointers };
  }
}
