import { describe, expect, it } from 'vitest';
import { TextHost } from '../../../workers/text-host.ts';
import { Chance } from '../../core/chance.ts';
import { failure } from '../../core/outcome.ts';
import type { LabRequest } from '../choose-task.ts';
import type { LabEvent } from '../lab-event.ts';
import { looksTagged, readTagged, type TaggedText } from './read-tagged.ts';
import { runTag } from './run-tag.ts';
import { compareSpans, countSpans, spanF1, spansOf } from './span-score.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const request: LabRequest = {
  goal: '',
  task: 'tag',
  target: null,
  time: null,
  horizon: null,
  metric: null,
  seed: 1,
  minutes: 60,
};

function good(text: string): TaggedText {
  const read = readTagged(bytes(text), true);
  if (!read.ok) throw new Error(read.message);
  return read.value;
}

describe('readTagged', () => {
  it('reads JSON lines, mends entities that begin in their middle, and counts bad lines', () => {
    const text = good(
      '{"tokens": ["Ann", "Lee", "sings"], "tags": ["I-person", "I-person", "O"]}\n{"tokens": ["a"], "tags": []}\nx\n',
    );
    expect(text.sentences).toEqual([{ tokens: ['Ann', 'Lee', 'sings'], tags: ['B-person', 'I-person', 'O'] }]);
    expect(text.types).toEqual(['person']);
    expect(text.notes.join()).toContain('2 lines');
  });

  it('reads columns as CoNLL files have them', () => {
    expect(good('EU NNP B-ORG\nrejects VB O\n\nAnn\tB-PER\n').sentences).toEqual([
      { tokens: ['EU', 'rejects'], tags: ['B-ORG', 'O'] },
      { tokens: ['Ann'], tags: ['B-PER'] },
    ]);
  });

  it('says what to do with what holds no tags', () => {
    expect(readTagged(bytes(''), true)).toMatchObject({ code: 'empty_file' });
    expect(readTagged(bytes('a,b\n1,2\n'), true)).toMatchObject({ code: 'not_tagged' });
    expect(readTagged(bytes('{"tokens": ["a"]}\n'), true)).toMatchObject({ code: 'not_tagged' });
    expect(readTagged(bytes('{"tokens": ["a"]}\n'), false)).toMatchObject({ ok: true });
    const many = Array.from({ length: 50 }, (_, type) => `{"tokens": ["a"], "tags": ["B-t${String(type)}"]}`);
    expect(readTagged(bytes(many.join('\n')), true)).toMatchObject({ code: 'not_tagged' });
  });

  it('tells tagged sentences from tables', () => {
    expect(looksTagged(bytes('{"tokens": ["a"], "tags": ["O"]}\n'))).toBe(true);
    expect(looksTagged(bytes('{"a": 1}\n'))).toBe(false);
    expect(looksTagged(bytes('tokens,tags\n'))).toBe(false);
  });
});

describe('the score of spans', () => {
  it('counts a span only where its ends and its type are right', () => {
    const truth = ['B-a', 'I-a', 'O', 'B-b', 'B-b'];
    expect(spansOf(truth)).toEqual([
      { start: 0, end: 2, type: 'a' },
      { start: 3, end: 4, type: 'b' },
      { start: 4, end: 5, type: 'b' },
    ]);
    expect(countSpans(truth, ['B-a', 'O', 'O', 'B-a', 'B-b'])).toEqual({ right: 1, said: 3, so: 3 });
    expect(spanF1([countSpans(truth, truth), countSpans(['B-a'], ['O'])])).toBeCloseTo(6 / 7);
    expect(spanF1([])).toBe(0);
  });

  it('takes a gain for one only where it is more than its noise', () => {
    const miss = { right: 0, said: 0, so: 1 };
    const hit = { right: 1, said: 1, so: 1 };
    const before = Array.from({ length: 100 }, (_, row) => (row < 50 ? hit : miss));
    expect(compareSpans(before, [...before.slice(0, 99), hit]).wins).toBe(false);
    expect(
      compareSpans(
        before,
        before.map((one, row) => (row < 70 ? hit : one)),
      ).wins,
    ).toBe(true);
    expect(compareSpans(before, before).wins).toBe(false);
  });
});

/** Made-up sentences whose names are never repeated: only how they are written and what stands before them tells. */
function madeUp(count: number): TaggedText {
  const chance = new Chance(3);
  const name = () => Array.from({ length: 5 }, () => chance.pick([...'abcdefghiklmnoprstuvwz'])).join('');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const sentences = Array.from({ length: count }, () => {
    if (chance.chance(0.3)) return { tokens: ['we', 'ate', name(), '.'], tags: ['O', 'O', 'O', 'O'] };
    const isPlace = chance.chance(0.5);
    const tokens = isPlace ? ['we', 'went', 'to'] : ['we', 'met', 'with'];
    const type = isPlace ? 'place' : 'person';
    return {
      tokens: [...tokens, capital(name()), capital(name()), '.'],
      tags: ['O', 'O', 'O', `B-${type}`, `I-${type}`, 'O'],
    };
  });
  return { sentences, types: ['person', 'place'], notes: [] };
}

function host(): TextHost & { close: () => void } {
  const noEncoder = new TextHost(() => Promise.resolve(failure('model_missing', 'The encoder is not there.')));
  return Object.assign(noEncoder, { close: () => undefined });
}

describe('runTag', () => {
  it('learns to find names it has never seen, goes on where the encoder is missing, and checks itself', async () => {
    const text = madeUp(150);
    const client = host();
    await client.prepare([], 1);
    const events: LabEvent[] = [];
    const ran = await runTag(
      { text, predict: { ...text, sentences: text.sentences.slice(0, 2) }, subject: 'made-up', request },
      client,
      (event) => events.push(event),
      () => false,
    );
    if (!ran.ok) throw new Error(ran.message);
    const { finding, predicted } = ran.value;
    const score = (name: string) => finding.scores.find((one) => one.name === name)?.value ?? Number.NaN;
    expect(score('holdout')).toBeGreaterThan(0.9);
    expect(score('guess')).toBeLessThan(0.2);
    expect(finding.checks.filter(({ holds }) => !holds)).toEqual([]);
    expect(finding.rounds.find(({ idea }) => idea === 'vectors')).toMatchObject({ score: null, accepted: false });
    expect(predicted).toHaveLength(2);
    expect(predicted?.[0]).toHaveLength(text.sentences[0]?.tokens.length ?? 0);
    expect(finding.solution).toContain('"B-place"');
    expect(events.at(-1)?.kind).toBe('finished');
  }, 300_000);

  it('says what is missing', async () => {
    const run = (text: TaggedText) =>
      runTag(
        { text, predict: null, subject: '', request },
        host(),
        () => undefined,
        () => false,
      );
    expect(await run(madeUp(10))).toMatchObject({ code: 'too_few_rows' });
    const plain = { ...madeUp(100), types: [] };
    expect(await run(plain)).toMatchObject({ code: 'constant_target' });
  });
});
