import { SvelteMap } from 'svelte/reactivity';
import { plainCuts, type HeadCuts, type HeadScores } from '../../core/judgement.ts';
import type { App } from '../app.ts';
import type { GuardDoor, JudgedText } from '../guard/guard-door.ts';
import { disagreements, type Disagreement } from './disagreements.ts';
import { nearPairs } from './near-duplicates.ts';
import {
  asCorrectedRow,
  asDataRow,
  ownRowsKey,
  readOwnRows,
  withoutOwnRow,
  withOwnRow,
  type OwnRow,
} from './own-rows.ts';
import { dataStrings as strings } from './strings.ts';
import { fetchTrainingRows, type DataRow, type TrainingRows } from './training-rows.ts';

export type SetName = 'guard' | 'agent' | 'own';
export type Doubt = { row: DataRow; found: readonly Disagreement[] };
export type Twins = { one: DataRow; other: DataRow; similarity: number };

/** Rows judged at one press of the button: some seconds of work. */
export const judgedAtOnce = 300;

/** The state of the page: which rows are looked at, and what the guard made of those that it has judged. */
export class DataRoom {
  readonly #app: App;
  #door: GuardDoor | null = null;
  #stopped = false;
  sample: TrainingRows | null = $state.raw(null);
  own: readonly OwnRow[] = $state.raw([]);
  /** What the person has put right of the agent's readings. */
  corrected: readonly DataRow[] = $state.raw([]);
  set: SetName = $state('guard');
  /** By text, over all sets. */
  readonly judged = new SvelteMap<string, JudgedText>();
  phase: 'idle' | 'judging' | 'comparing' = $state('idle');
  twins: readonly Twins[] | null = $state.raw(null);
  problem: string | null = $state(null);

  readonly rows: readonly DataRow[] = $derived.by(() => {
    if (this.set === 'own') return this.own.map(asDataRow);
    const rows = this.sample?.[this.set] ?? [];
    return this.set === 'agent' ? [...this.corrected, ...rows] : rows;
  });
  readonly unjudged = $derived(this.rows.filter(({ text }) => !this.judged.has(text)));
  readonly doubts: readonly Doubt[] = $derived.by(() =>
    this.rows
      .flatMap((row) => {
        const scores = this.judged.get(row.text)?.heads;
        const found = scores === undefined ? [] : this.#doubtsOf(row, scores);
        return found.length === 0 ? [] : [{ row, found }];
      })
      .sort((one, other) => (other.found[0]?.distance ?? 0) - (one.found[0]?.distance ?? 0)),
  );

  constructor(app: App) {
    this.#app = app;
  }

  async open(): Promise<void> {
    const [sample, kept] = await Promise.all([fetchTrainingRows(), this.#app.readSetting(ownRowsKey)]);
    this.own = readOwnRows(kept);
    const corrections = await this.#app.openCorrections();
    this.corrected = ((await corrections?.list()) ?? []).map(asCorrectedRow);
    if (sample.ok) this.sample = sample.value;
    else this.problem = sample.message;
  }

  choose(set: SetName): void {
    this.stop();
    this.set = set;
    this.twins = null;
  }

  async judge(): Promise<void> {
    const door = await this.#openDoor();
    if (door === null) return;
    const texts = this.unjudged.slice(0, judgedAtOnce).map(({ text }) => text);
    this.phase = 'judging';
    this.#stopped = false;
    // In small parts, so that what is done is seen at once and kept when stopped.
    for (let at = 0; at < texts.length && !this.#stopped; at += partSize) {
      const part = texts.slice(at, at + partSize);
      const judged = await door.judgeMany(part, () => true);
      if (!judged.ok) {
        this.problem = judged.message;
        break;
      }
      this.#keep(part, judged.value);
    }
    this.phase = 'idle';
  }

  async compare(least: number): Promise<void> {
    const rows = this.rows.filter(({ text }) => this.judged.has(text));
    const vectors = rows.flatMap(({ text }) => this.judged.get(text)?.vector ?? []);
    this.phase = 'comparing';
    this.#stopped = false;
    const pairs = await nearPairs(vectors, least, async () => {
      await new Promise((resolve) => setTimeout(resolve));
      return !this.#stopped;
    });
    this.twins = pairs.flatMap(({ one, other, similarity }) => {
      const [first, second] = [rows[one], rows[other]];
      return first === undefined || second === undefined ? [] : [{ one: first, other: second, similarity }];
    });
    this.phase = 'idle';
  }

  stop(): void {
    this.#stopped = true;
  }

  /** For what-if: both in one batch, so that they share their rounding. */
  async judgeBoth(before: string, now: string): Promise<{ before: HeadScores; now: HeadScores } | null> {
    const door = await this.#openDoor();
    const judged = await door?.judgeMany([before, now], () => true);
    if (judged === undefined || !judged.ok) return null;
    const [one, other] = judged.value;
    return one === undefined || other === undefined ? null : { before: one.heads, now: other.heads };
  }

  async keepLabel(row: OwnRow): Promise<void> {
    this.own = withOwnRow(this.own, row);
    await this.#app.keepSetting(ownRowsKey, this.own);
  }

  async removeLabel(text: string): Promise<void> {
    this.own = withoutOwnRow(this.own, text);
    await this.#app.keepSetting(ownRowsKey, this.own);
  }

  /** The agent's rows carry no heads, but each of them is a request that a list should simply take. */
  #doubtsOf(row: DataRow, scores: HeadScores): readonly Disagreement[] {
    return disagreements(row.label ?? harmless, scores, this.#cuts());
  }

  #cuts(): HeadCuts {
    return this.#door?.cuts ?? plainCuts;
  }

  #keep(texts: readonly string[], judged: readonly JudgedText[]): void {
    texts.forEach((text, place) => {
      const found = judged[place];
      if (found !== undefined) this.judged.set(text, found);
    });
  }

  async #openDoor(): Promise<GuardDoor | null> {
    this.#door ??= await this.#app.openGuard();
    if (this.#door === null) this.problem = strings.noGuard;
    return this.#door;
  }
}

const partSize = 16;
const harmless = {
  risk: '',
  heads: { feasible: null, legal: true, ethical: true, reversible: null, limited: null },
};
