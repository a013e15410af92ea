import { failure, success } from '../../core/outcome.ts';
import { decodeText, type LabOutcome } from '../table.ts';

/** A sentence cut into tokens, and its BIO tags where the file has them. */
export type TaggedSentence = { tokens: string[]; tags: string[] | null };
export type TaggedText = { sentences: TaggedSentence[]; types: string[]; notes: string[] };

const mostSentences = 20_000;
const mostTokens = 400;
const mostTypes = 40;
const tagForm = /^(?:O|[BI]-[^\s]{1,60})$/;
const howTo =
  'Give one JSON object a line, {"tokens": ["Ann", "sings"], "tags": ["B-person", "O"]}, or a token and its tag on each line with an empty line between sentences.';

/**
 * Reads sentences with named entities: JSON lines with `tokens` and `tags`, or columns as CoNLL files have them (the
 * first is the token, the last its tag). `needsTags` is false for a file that is only to be tagged.
 */
export function readTagged(bytes: Uint8Array, needsTags: boolean): LabOutcome<TaggedText> {
  const { text } = decodeText(bytes);
  if (text.trim() === '') return failure('empty_file', `The file is empty. ${howTo}`);
  const read = /^\s*\{/.test(text) ? readJsonLines(text) : readColumns(text);
  const good = read.sentences.filter(({ tokens, tags }) => tokens.length > 0 && (tags !== null || !needsTags));
  const notes: string[] = [];
  const bad = read.bad + read.sentences.length - good.length;
  if (bad > 0) notes.push(`${String(bad)} lines hold no sentence with tokens and tags that fit, and were left out.`);
  if (good.length === 0) return failure('not_tagged', `No sentence with tokens and tags was found. ${howTo}`);
  if (good.length > mostSentences)
    notes.push(`Of ${String(good.length)} sentences the first ${String(mostSentences)} are used.`);
  const sentences = good.slice(0, mostSentences).map(({ tokens, tags }) => ({ tokens, tags: tags && mended(tags) }));
  const types = [...new Set(sentences.flatMap(({ tags }) => tags ?? []))]
    .filter((tag) => tag.startsWith('B-'))
    .map((tag) => tag.slice(2))
    .sort();
  if (types.length > mostTypes) {
    return failure(
      'not_tagged',
      `There are ${String(types.length)} types of entities; at most ${String(mostTypes)} can be learned. Put related ones together.`,
    );
  }
  return success({ sentences, types, notes });
}

/** Whether a file that nobody said anything about holds tagged sentences. */
export function looksTagged(bytes: Uint8Array): boolean {
  const [first = ''] = decodeText(bytes.subarray(0, 20_000)).text.trimStart().split('\n');
  return sentenceOf(first)?.tags != null;
}

function readJsonLines(text: string): { sentences: TaggedSentence[]; bad: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const sentences = lines.map(sentenceOf).filter((sentence) => sentence !== null);
  return { sentences, bad: lines.length - sentences.length };
}

function sentenceOf(line: string): TaggedSentence | null {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof data !== 'object' || data === null || !('tokens' in data)) return null;
  const { tokens } = data;
  if (!isTexts(tokens) || tokens.length > mostTokens) return null;
  const tags = 'tags' in data ? data.tags : null;
  if (tags === null) return { tokens, tags: null };
  const fits = isTexts(tags) && tags.length === tokens.length && tags.every((tag) => tagForm.test(tag));
  return fits ? { tokens, tags } : null;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function readColumns(text: string): { sentences: TaggedSentence[]; bad: number } {
  const sentences: TaggedSentence[] = [];
  let bad = 0;
  for (const block of text.split(/\n\s*\n/)) {
    const rows = block
      .split('\n')
      .map((line) => line.trim().split(/\t| +/))
      .filter(([token = '']) => token !== '' && !token.startsWith('-DOCSTART-'));
    if (rows.length === 0) continue;
    const tags = rows.map((row) => row.at(-1) ?? '');
    const isTagged = rows.every((row, at) => row.length > 1 && tagForm.test(tags[at] ?? ''));
    if (!isTagged || rows.length > mostTokens) bad += 1;
    else sentences.push({ tokens: rows.map(([token = '']) => token), tags });
  }
  return { sentences, bad };
}

/** Some files begin an entity with I-; here it begins with B- always. */
function mended(tags: readonly string[]): string[] {
  return tags.map((tag, at) =>
    tag.startsWith('I-') && tags[at - 1]?.slice(2) !== tag.slice(2) ? `B-${tag.slice(2)}` : tag,
  );
}
