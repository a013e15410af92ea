import { failure, success } from '../../core/outcome.ts';
import type { LabRequest } from '../choose-task.ts';
import type { Check, Finding, LabEvent, Round } from '../lab-event.ts';
import { formatScore } from '../sentences.ts';
import { decodeText, type LabOutcome } from '../table.ts';
import { chooseSentences, coverage, nearness, type SummaryPlan } from './choose-sentences.ts';
import { isMasked, maskDocument, type Masked } from './mask.ts';
import { splitSentences } from './split-sentences.ts';
import { summaryIdeas, firstSummaryPlan } from './summary-ideas.ts';
import type { TextClient } from './text-client.ts';
import { writeSummarizer } from './write-summarizer.ts';

export type SummaryRun = { bytes: Uint8Array; subject: string; request: LabRequest };
export type SummaryResult = { finding: Finding; summary: string; masked: string };

const fewestSentences = 6;
/** Every sentence is set against every other. */
const mostSentences = 600;

/**
 * Masks names and contacts, then chooses the sentences that lie nearest to all others. The ways of choosing are tried one
 * after the other and kept where they cover the document better: all of it is looked at, so there is no noise to beat.
 */
export async function runSummary(
  { bytes, subject, request }: SummaryRun,
  client: TextClient,
  emit: (event: LabEvent) => void,
  isStopped: () => boolean,
): Promise<LabOutcome<SummaryResult>> {
  const startedAt = performance.now();
  const { text } = decodeText(bytes);
  const refused = refusal(text);
  if (refused !== null) return refused;
  const masked = maskDocument(text.replace(/\r\n?/g, '\n'));
  // What is little but masks says nothing.
  const all = splitSentences(masked.text).filter(
    ({ text: said }) =>
      said
        .replace(/\[[a-z]+\]/g, '')
        .split(/\s+/)
        .filter((word) => /\p{L}/u.test(word)).length >= 4,
  );
  if (all.length < fewestSentences) {
    return failure(
      'no_text',
      `The document has ${String(all.length)} sentences. At least ${String(fewestSentences)} are needed to leave some out.`,
    );
  }
  const sentences = all.slice(0, mostSentences);
  const count = request.horizon ?? Math.max(3, Math.min(8, Math.round(sentences.length / 6)));
  const why = `${String(sentences.length)} sentences, of which ${String(count)} are to speak for all; measured by how near each lies to the nearest that was chosen (cosine of the encoder’s vectors).`;
  emit({ kind: 'said', role: 'analyst', text: [why, ...analystNotes(all.length, masked)].join('\n') });
  emit({
    kind: 'said',
    role: 'engineer',
    text: 'The masked text alone is read. Lines are put together into sentences; headings and keywords are left out.',
  });
  const read = await client.sentenceVectors(sentences.map((sentence) => sentence.text));
  if (!read.ok) return failure(read.code === 'stopped' ? 'stopped' : 'lab_failed', read.message);
  const places = sentences.map(({ place }) => place);
  const near = nearness({ vectors: read.value, places });
  const readAt = performance.now();

  const rounds: Round[] = [];
  const choose = (plan: SummaryPlan) => chooseSentences(near, places, count, plan);
  let best = { plan: firstSummaryPlan, chosen: choose(firstSummaryPlan) };
  for (const { id, says, change } of [
    { id: 'baseline', says: 'Sentences that are near to many others.', change: null },
    ...summaryIdeas,
  ]) {
    if (isStopped() && change !== null) break;
    const from = performance.now();
    const plan = change === null ? firstSummaryPlan : change(best.plan);
    const code = JSON.stringify(plan, null, 1);
    emit({ kind: 'said', role: 'specialist', text: says });
    emit({ kind: 'round_started', idea: id, says, code });
    const chosen = choose(plan);
    const score = coverage(near, places, chosen);
    const before = coverage(near, places, best.chosen);
    const accepted = change === null || score > before + 1e-9;
    const reflection =
      change === null
        ? `The score to beat: coverage ${formatScore(score)}.`
        : `${accepted ? 'Kept' : 'Rejected'}: coverage ${formatScore(before)} → ${formatScore(score)}.`;
    const log = chosen.map((at) => `${String(at + 1)}. ${sentences[at]?.text ?? ''}`).join('\n');
    const round = {
      idea: id,
      says,
      code,
      log,
      score,
      accepted,
      reflection,
      seconds: (performance.now() - from) / 1000,
    };
    if (accepted) best = { plan, chosen };
    rounds.push(round);
    emit({ kind: 'round_ended', round, best: coverage(near, places, best.chosen) });
  }
  const opening = sentences.map((_, at) => at).slice(0, count);
  const scores = { made: coverage(near, places, best.chosen), opening: coverage(near, places, opening) };
  const lines = best.chosen.map((at) => sentences[at]?.text ?? '');
  const checks = verifySummary(lines, masked, scores);
  emit({
    kind: 'said',
    role: 'verifier',
    text: checks.map(({ claim, holds, detail }) => `${holds ? '✓' : '✗'} ${claim}: ${detail}`).join('\n'),
  });
  const finding: Finding = {
    kind: 'summarize',
    subject,
    metric: 'coverage',
    why,
    stopped: isStopped(),
    scores: [
      { name: 'coverage', value: scores.made, error: null },
      { name: 'opening', value: scores.opening, error: null },
    ],
    rounds,
    checks,
    passages: [{ title: 'The summary', lines }],
    solution: writeSummarizer(best.plan, count),
    packages: 'numpy onnxruntime tokenizers',
    seconds: (performance.now() - startedAt) / 1000,
    secondsToFirst: (performance.now() - readAt) / 1000,
  };
  emit({ kind: 'finished', finding });
  return success({ finding, summary: `${lines.join('\n')}\n`, masked: masked.text });
}

function refusal(text: string): ReturnType<typeof failure<'empty_file' | 'no_text'>> | null {
  if (text.trim() === '') return failure('empty_file', 'The file is empty. Choose a document with some sentences.');
  // A letter of no alphabet in ten is what a packed file looks like.
  const odd =
    text
      .slice(0, 20_000)
      .match(/[\p{Cc}\ufffd]/gu)
      ?.filter((one) => !/[\n\r\t\f]/.test(one)).length ?? 0;
  return odd > Math.min(text.length, 20_000) * 0.02 || text.startsWith('%PDF')
    ? failure('no_text', 'This is not a text file. Save the document as plain text (.txt) and choose that.')
    : null;
}

function analystNotes(all: number, { counts }: Masked): string[] {
  const found = Object.entries(counts).filter(([, count]) => count > 0);
  const notes = [
    found.length === 0
      ? 'Masked first: nothing was found that looks like a name or a contact.'
      : `Masked first: ${found.map(([kind, count]) => `${String(count)} ${kind}`).join(', ')}. A name that stands nowhere with a title, a label, an address or in the first line is not seen: read the summary before you pass it on.`,
  ];
  if (all > mostSentences) notes.push(`Of ${String(all)} sentences the first ${String(mostSentences)} are read.`);
  return notes;
}

function verifySummary(lines: readonly string[], masked: Masked, scores: { made: number; opening: number }): Check[] {
  const left = lines.filter((line) => !isMasked(line, masked.names));
  const whole = masked.text.replace(/\s+/g, ' ');
  const strange = lines.filter((line) => !whole.includes(line.replace(/\s+/g, ' ')));
  return [
    {
      claim: 'Nothing that was to be masked is in the summary',
      holds: left.length === 0,
      detail: left.length === 0 ? 'looked for once more' : `${String(left.length)} sentences hold some`,
    },
    {
      claim: 'Every sentence stands in the document',
      holds: strange.length === 0,
      detail: `${String(lines.length - strange.length)} of ${String(lines.length)}`,
    },
    {
      claim: 'It covers the document better than its first sentences',
      holds: scores.made >= scores.opening,
      detail: `${formatScore(scores.made)} against ${formatScore(scores.opening)}`,
    },
  ];
}
