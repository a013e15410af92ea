import type { Doubt } from '../../../src/protocol/engine.ts';
import type { TokenTable } from './token-table.ts';

/** One chosen token: its share of the softmax over the legal tokens, and theirs of the softmax over all. */
export type Choice = { token: number; probability: number; legal: number };

/** Gathers what an answer's choices say about it; training/agent/decode.py gathers the same. */
export class DoubtWatch {
  #lowest = 1;
  #second = 1;
  #sumLog = 0;
  #chosen = 0;
  #legal = 1;

  see({ probability, legal }: Choice): void {
    this.#second = Math.min(this.#second, Math.max(this.#lowest, probability));
    this.#lowest = Math.min(this.#lowest, probability);
    this.#sumLog += Math.log(probability);
    this.#chosen += 1;
    this.#legal = Math.min(this.#legal, legal);
  }

  /** @param tokens the whole answer, forced tokens included */
  read(tokens: readonly number[], table: TokenTable): Doubt {
    // An actor's step has no plan before it.
    const planEnd = tokens.indexOf(table.find('control', '<action>') ?? -1);
    return {
      lowest: this.#lowest,
      second: this.#second,
      sumLog: this.#sumLog,
      chosen: this.#chosen,
      legal: this.#legal,
      calls: Math.max(0, planEnd),
    };
  }
}
