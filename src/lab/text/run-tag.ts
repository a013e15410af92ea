import { failure, success } from '../../core/outcome.ts';
import type { TaggerFiles } from '../../protocol/text-api.ts';
import type { LabRequest } from '../choose-task.ts';
import type { Check, Finding, LabEvent, Round } from '../lab-event.ts';
import { formatScore } from '../sentences.ts';
import { seededRandom, shuffled } from '../split.ts';
import type { LabOutcome } from '../table.ts';
import { GazetteerGuess } from './gazetteer-guess.ts';
import type { TaggedText } from './read-tagged.ts';
import { compareSpans, countSpans, spanError, spanF1, spansOf, type SpanCount } from './span-score.ts';
import { firstTagPlan, tagIdeas, type TagPlan } from './tag-ideas.ts';
import { TagRounds, type TagRound } from './tag-rounds.ts';
import type { TextClient } from './text-client.ts';
import { writeTagger } from './write-tagger.ts';

export type TagRun = {
  text: TaggedText;
  predict: TaggedText | null;
  subject: string;
  request: LabRequest;
  /** What an earlier run of the same file had tried when it was broken off. */
  resume?: TagProgress | null;
  keep?: (progress: TagProgress) => void;
};
export type TagProgress = { kind: 'tag'; rounds: Round[]; best: TagRound };
export type TagResult = {
  finding: Finding;
  weights: TaggerFiles;
  /** F1 of each type on the hold-out. */
  byType: [type: string, f1: number][];
  /** Tags for the file that was given for it. */
  predicted: string[][] | null;
};

const fewestSentences = 60;
const finishShare = 0.35;
const examplesShown = 12;

/**
 * Learns a tagger for named entities by the same loop as for tables: a hold-out of sentences cut first, a baseline, ideas
 * that stay only if they win in cross-validation by more than the noise, one look at the hold-out at the end.
 */
export async function runTag(
  { text, predict, subject, request, resume = null, keep = () => undefined }: TagRun,
  client: TextClient,
  emit: (event: LabEvent) => void,
  isStopped: () => boolean,
): Promise<LabOutcome<TagResult>> {
  const startedAt = performance.now();
  const refused = refusal(text);
  if (refused !== null) return refused;
  const { sentences, types } = text;
  const order = shuffled(
    sentences.map((_, row) => row),
    seededRandom(request.seed),
  );
  const cut = Math.round(order.length / 5);
  const holdout = order.slice(0, cut).sort((a, b) => a - b);
  const train = order.slice(cut).sort((a, b) => a - b);
  const why = `${String(sentences.length)} sentences with ${String(types.length)} types of entities (${types.join(', ')}); measured by the F1 of exact spans and types, all together.`;
  const say = (role: 'analyst' | 'engineer' | 'specialist' | 'coder' | 'verifier', said: string) => {
    emit({ kind: 'said', role, text: said });
  };
  const entities = train.reduce((sum, row) => sum + spansOf(sentences[row]?.tags ?? []).length, 0);
  say(
    'analyst',
    `${why}\n${String(holdout.length)} sentences are put aside until the end; ${String(train.length)}, with ${String(entities)} entities, are learned from.`,
  );
  say(
    'engineer',
    'Tokens are taken as the file cuts them. Tags must follow each other as BIO tags do, so an entity is never entered in its middle.',
  );
  const labels = ['O', ...types.flatMap((type) => [`B-${type}`, `I-${type}`])];
  // The hold-out's sentences are handed over after the last round.
  await client.put(
    'train',
    train.map((row) => sentences[row]?.tokens ?? []),
  );
  const answers = train.map((row) => sentences[row]?.tags ?? []);
  const rounds = new TagRounds(client, labels, answers, request.seed);
  const searched = await search(rounds, request, emit, isStopped, resume, keep);
  if (!searched.ok) return searched;
  const { best, tried, secondsToFirst } = searched.value;

  say('coder', 'Learning from all training sentences; then the hold-out is tagged, once.');
  await client.put(
    'holdout',
    holdout.map((row) => sentences[row]?.tokens ?? []),
  );
  const truth = holdout.map((row) => sentences[row]?.tags ?? []);
  const plain = await rounds.finish(firstTagPlan, 'holdout', truth.length);
  if (!plain.ok) return plain;
  const final = await rounds.finish(best.plan, 'holdout', truth.length);
  if (!final.ok) return final;
  const weights = await client.takeHome();
  if (!weights.ok) return failure('lab_failed', weights.message);
  let predicted: string[][] | null = null;
  if (predict !== null) {
    await client.put(
      'predict',
      predict.sentences.map(({ tokens }) => tokens),
    );
    const tagged = await rounds.tagAll('predict', predict.sentences.length, best.plan.eagerness);
    if (!tagged.ok) return tagged;
    predicted = tagged.value;
  }
  const counts = truth.map((tags, at) => countSpans(tags, final.value[at] ?? []));
  const guess = new GazetteerGuess(train.map((row) => sentences[row]).filter((sentence) => sentence !== undefined));
  const guessed = holdout.map((row, at) => countSpans(truth[at] ?? [], guess.tag(sentences[row]?.tokens ?? [])));
  const scores = {
    holdout: { value: spanF1(counts), error: spanError(counts) },
    cv: { value: best.score, error: spanError(best.counts) },
    plain: { value: spanF1(truth.map((tags, at) => countSpans(tags, plain.value[at] ?? []))), error: null },
    guess: { value: spanF1(guessed), error: null },
  };
  say('verifier', 'One part of the best round is learned once more.');
  const repeats = await rounds.repeats(best);
  const checks = verifyTags(scores, repeats, holdout.length, train, holdout);
  say('verifier', checks.map(({ claim, holds, detail }) => `${holds ? '✓' : '✗'} ${claim}: ${detail}`).join('\n'));
  const finding: Finding = {
    kind: 'tag',
    subject,
    metric: 'f1',
    why,
    stopped: isStopped(),
    scores: (['holdout', 'cv', 'plain', 'guess'] as const).map((name) => ({ name, ...scores[name] })),
    rounds: tried,
    checks,
    passages: [
      {
        title: 'Some sentences of the hold-out, as the tagger reads them',
        lines: readings(
          holdout.map((row) => sentences[row]?.tokens ?? []),
          final.value,
        ),
      },
    ],
    solution: writeTagger(best.plan, labels),
    packages: best.plan.vectors ? 'numpy onnxruntime tokenizers' : 'numpy',
    seconds: (performance.now() - startedAt) / 1000,
    secondsToFirst,
  };
  emit({ kind: 'finished', finding });
  return success({ finding, weights: weights.value, byType: typeScores(types, truth, final.value), predicted });
}

function refusal({
  sentences,
  types,
}: TaggedText): ReturnType<typeof failure<'too_few_rows' | 'constant_target'>> | null {
  if (sentences.length < fewestSentences) {
    return failure(
      'too_few_rows',
      `There are ${String(sentences.length)} tagged sentences. At least ${String(fewestSentences)} are needed to learn something that can be checked.`,
    );
  }
  return types.length > 0
    ? null
    : failure('constant_target', 'Every tag is "O", so there is no entity to learn. Tag some as B-name and I-name.');
}

type Searched = { best: TagRound; tried: Round[]; secondsToFirst: number };

async function search(
  rounds: TagRounds,
  request: LabRequest,
  emit: (event: LabEvent) => void,
  isStopped: () => boolean,
  resume: TagProgress | null,
  keep: (progress: TagProgress) => void,
): Promise<LabOutcome<Searched>> {
  // What was spent before a reload counts.
  const startedAt = performance.now() - (resume?.rounds ?? []).reduce((sum, { seconds }) => sum + seconds * 1000, 0);
  const budgetMs = request.minutes * 60_000 * (1 - finishShare);
  const spent = () => performance.now() - startedAt;
  const tried: Round[] = [...(resume?.rounds ?? [])];
  for (const round of tried) emit({ kind: 'round_ended', round, best: resume?.best.score ?? Number.NaN });
  const attempt = async (id: string, says: string, plan: TagPlan, best: TagRound | null): Promise<TagRound | null> => {
    const from = performance.now();
    const code = JSON.stringify(plan, null, 1);
    emit({ kind: 'said', role: 'specialist', text: says });
    emit({ kind: 'round_started', idea: id, says, code });
    // The first round is needed whatever it takes.
    const made = await rounds.run(plan, () => isStopped() || (best !== null && spent() > budgetMs));
    const seconds = (performance.now() - from) / 1000;
    const comparison = best === null || !made.ok ? null : compareSpans(best.counts, made.value.counts);
    const accepted = made.ok && (comparison === null || comparison.wins);
    const reflection = !made.ok
      ? `It did not run to its end (${made.message}), so the plan stays as it was.`
      : reflectOn(best?.score ?? null, made.value.score, comparison);
    const log = made.ok ? `Scores by eagerness: ${made.value.log}` : made.message;
    const round = {
      idea: id,
      says,
      code,
      log,
      score: made.ok ? made.value.score : null,
      accepted,
      reflection,
      seconds,
    };
    tried.push(round);
    emit({ kind: 'round_ended', round, best: accepted ? made.value.score : (best?.score ?? Number.NaN) });
    const kept = accepted ? made.value : best;
    if (kept !== null) keep({ kind: 'tag', rounds: [...tried], best: kept });
    return kept;
  };
  let best = resume?.best ?? (await attempt('baseline', 'Each word and the words beside it.', firstTagPlan, null));
  if (best === null) return failure('lab_failed', `The first tagger failed. ${tried[0]?.log ?? ''}`);
  const secondsToFirst = spent() / 1000;
  for (const [done, idea] of tagIdeas.entries()) {
    emit({ kind: 'progress', done, of: tagIdeas.length, secondsLeft: Math.max(0, (budgetMs - spent()) / 1000) });
    if (isStopped() || spent() > budgetMs) break;
    if (resume?.rounds.some((round) => round.idea === idea.id) === true) continue;
    best = (await attempt(idea.id, idea.says, idea.change(best.plan), best)) ?? best;
  }
  return success({ best, tried, secondsToFirst });
}

function reflectOn(before: number | null, after: number, comparison: ReturnType<typeof compareSpans> | null): string {
  if (before === null || comparison === null) return `The score to beat: f1 ${formatScore(after)}.`;
  const change = `f1 ${formatScore(before)} → ${formatScore(after)}`;
  if (comparison.gain <= 0) return `Rejected: ${change} is no gain.`;
  const times = (comparison.gain / comparison.error).toFixed(1);
  return comparison.wins
    ? `Kept: ${change}, a gain of ${times} times its noise.`
    : `Rejected: ${change} is a gain of only ${times} times its noise.`;
}

type Scores = { [Name in 'holdout' | 'cv' | 'plain' | 'guess']: { value: number; error: number | null } };

function verifyTags(
  { holdout, cv, guess }: Scores,
  repeats: boolean,
  count: number,
  train: readonly number[],
  apart: readonly number[],
): Check[] {
  const both = new Set(apart);
  const noise = 2 * Math.hypot(cv.error ?? 0, holdout.error ?? 0);
  return [
    {
      claim: 'The hold-out was used once',
      holds: !train.some((row) => both.has(row)),
      detail: `${String(count)} sentences were cut before anything else and read after the last round, without their tags`,
    },
    {
      claim: 'The score repeats',
      holds: repeats,
      detail: repeats ? 'the same tags, learned once more' : 'other tags, learned once more',
    },
    {
      claim: 'The hold-out confirms the cross-validation',
      holds: cv.value - holdout.value <= noise,
      detail: `${formatScore(holdout.value)} on sentences never seen, ${formatScore(cv.value)} in cross-validation, noise ${formatScore(noise)}`,
    },
    {
      claim: 'The model knows more than a guess',
      holds: holdout.value > guess.value,
      detail: `${formatScore(holdout.value)} against ${formatScore(guess.value)} by looking up the entities of the training sentences`,
    },
  ];
}

function typeScores(
  types: readonly string[],
  truth: readonly (readonly string[])[],
  made: readonly (readonly string[])[],
): [string, number][] {
  const only = (tags: readonly string[], type: string) => tags.map((tag) => (tag.slice(2) === type ? tag : 'O'));
  return types.map((type) => {
    const counts: SpanCount[] = truth.map((tags, at) => countSpans(only(tags, type), only(made[at] ?? [], type)));
    return [type, spanF1(counts)];
  });
}

function readings(tokens: readonly (readonly string[])[], tags: readonly (readonly string[])[]): string[] {
  return tokens
    .flatMap((words, at) => {
      const spans = spansOf(tags[at] ?? []);
      if (spans.length === 0) return [];
      const found = spans.map(({ start, end, type }) => `${words.slice(start, end).join(' ')} (${type})`);
      return [`${words.join(' ')} → ${found.join(', ')}`];
    })
    .slice(0, examplesShown);
}
