import { failure, success } from '../../core/outcome.ts';
import { seededRandom, shuffled } from '../split.ts';
import type { LabOutcome } from '../table.ts';
import { countSpans, spanF1, type SpanCount } from './span-score.ts';
import { eagernesses, type TagPlan } from './tag-ideas.ts';
import type { TextClient } from './text-client.ts';

/** One plan in cross-validation; `plan` has the eagerness that found the most. */
export type TagRound = { plan: TagPlan; score: number; counts: SpanCount[]; log: string };

const folds = 3;
/** More would make a round too long to try several ideas. */
const roundSentences = 1_500;

/** The rounds of one run: the same sentences in the same folds for every plan, so that they can be compared one by one. */
export class TagRounds {
  readonly #client: TextClient;
  readonly #labels: readonly string[];
  readonly #answers: readonly (readonly string[])[];
  readonly #seed: number;
  readonly #rows: number[];

  constructor(client: TextClient, labels: readonly string[], answers: readonly (readonly string[])[], seed: number) {
    this.#client = client;
    this.#labels = labels;
    this.#answers = answers;
    this.#seed = seed;
    const all = answers.map((_, row) => row);
    this.#rows = shuffled(all, seededRandom(seed + 1000)).slice(0, roundSentences);
  }

  async run(plan: TagPlan, isStopped: () => boolean): Promise<LabOutcome<TagRound>> {
    const counts: SpanCount[][] = eagernesses.map(() => []);
    for (let fold = 0; fold < folds; fold += 1) {
      const made = await this.#fold(plan, fold, isStopped);
      if (!made.ok) return made;
      for (const [at, tagged] of made.value.tags.entries()) {
        counts[at]?.push(...tagged.map((tags, index) => countSpans(this.#answersOf(made.value.rows[index]), tags)));
      }
    }
    const scores = counts.map(spanF1);
    const best = scores.indexOf(Math.max(...scores));
    return success({
      plan: { ...plan, eagerness: eagernesses[best] ?? 0 },
      score: scores[best] ?? 0,
      counts: counts[best] ?? [],
      log: scores.map((score, at) => `${String(eagernesses[at])}: ${score.toFixed(3)}`).join(', '),
    });
  }

  /** Whether one part of a round, learned again, says the same. */
  async repeats({ plan, counts }: TagRound): Promise<boolean> {
    const again = await this.#fold(plan, 0, () => false);
    if (!again.ok) return false;
    const tags = again.value.tags[eagernesses.indexOf(plan.eagerness)] ?? [];
    return tags.every((made, at) => {
      const [now, before] = [countSpans(this.#answersOf(again.value.rows[at]), made), counts[at]];
      return now.right === before?.right && now.said === before.said;
    });
  }

  /** Learns from all training sentences and tags the first `count` of a set. */
  async finish(plan: TagPlan, set: string, count: number): Promise<LabOutcome<string[][]>> {
    const learned = await this.#learn(
      plan,
      this.#answers.map((_, row) => row),
    );
    return learned.ok ? this.tagAll(set, count, plan.eagerness) : learned;
  }

  async tagAll(set: string, count: number, eagerness: number): Promise<LabOutcome<string[][]>> {
    const rows = Array.from({ length: count }, (_, row) => row);
    const tagged = await this.#client.tag(set, rows, [eagerness]);
    if (!tagged.ok) return failure('lab_failed', tagged.message);
    return success((tagged.value[0] ?? []).map((tags) => this.#named(tags)));
  }

  async #fold(
    plan: TagPlan,
    fold: number,
    isStopped: () => boolean,
  ): Promise<LabOutcome<{ rows: number[]; tags: string[][][] }>> {
    const inside = this.#rows.filter((_, at) => at % folds !== fold);
    const rows = this.#rows.filter((_, at) => at % folds === fold);
    // Stop is looked for while a tagger learns: it may take a while.
    const watch = setInterval(() => {
      if (isStopped()) void this.#client.stop();
    }, 200);
    try {
      const learned = await this.#learn(plan, inside);
      if (!learned.ok) return learned;
      const tagged = await this.#client.tag('train', rows, eagernesses);
      if (!tagged.ok) return failure(tagged.code === 'stopped' ? 'stopped' : 'lab_failed', tagged.message);
      return success({ rows, tags: tagged.value.map((each) => each.map((tags) => this.#named(tags))) });
    } finally {
      clearInterval(watch);
    }
  }

  async #learn(plan: TagPlan, rows: readonly number[]): Promise<LabOutcome<null>> {
    const { groups, vectors, epochs, dropout } = plan;
    const places = new Map(this.#labels.map((label, place) => [label, place]));
    const learned = await this.#client.learn({
      set: 'train',
      rows,
      tags: rows.map((row) => Int32Array.from(this.#answersOf(row), (tag) => places.get(tag) ?? 0)),
      labels: this.#labels,
      plan: { groups, vectors, epochs, dropout },
      seed: this.#seed,
    });
    if (learned.ok) return success(null);
    return failure(learned.code === 'stopped' ? 'stopped' : 'lab_failed', learned.message);
  }

  #answersOf(row: number | undefined): readonly string[] {
    return this.#answers[row ?? -1] ?? [];
  }

  #named(tags: Int32Array): string[] {
    return Array.from(tags, (place) => this.#labels[place] ?? 'O');
  }
}
