import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainCuts, type HeadScores } from '../../core/judgement.ts';
import { countBy, countHeads, countRisk } from './balance.ts';
import { disagreements } from './disagreements.ts';
import { nearPairs } from './near-duplicates.ts';
import { readOwnRows, withOwnRow, writeOwnRows, type OwnRow } from './own-rows.ts';
import { parseTrainingRows, type DataRow, type Label } from './training-rows.ts';

const root = new URL('../../../', import.meta.url);
const yes = { feasible: true, legal: true, ethical: true, reversible: true, limited: false };
const calm: HeadScores = {
  risk: { Low: 0.9, Medium: 0.08, High: 0.02 },
  feasible: 0.9,
  legal: 0.9,
  ethical: 0.9,
  reversible: 0.9,
  limited: 0.1,
};
const row = (text: string, label: Label | null): DataRow => ({
  text,
  label,
  source: 'own',
  category: 'home',
  labelSource: 'person',
});

describe('the sample that comes with the app', () => {
  const content: unknown = JSON.parse(readFileSync(new URL('public/data/training-rows.json', root), 'utf8'));

  it('reads, holds rows of both models, and names the licence of each source', () => {
    const read = parseTrainingRows(content);
    if (!read.ok) throw new Error(read.message);
    const { guard, agent, sources } = read.value;
    expect(guard.length).toBeGreaterThan(1000);
    expect(agent.length).toBeGreaterThan(500);
    for (const { source } of [...guard, ...agent]) expect(sources[source]?.licence).toBeTruthy();
  });

  it('is refused where it does not fit', () => {
    expect(parseTrainingRows({}).ok).toBe(false);
    const bad = { text: 'x', source: 's', category: 'c', labelSource: 'rule', risk: 'L', heads: 'yyyyy!' };
    expect(parseTrainingRows({ licence: '', sources: {}, guard: [bad], agent: [] }).ok).toBe(false);
  });
});

describe('balance', () => {
  const rows = [
    row('a', { risk: 'L', heads: yes }),
    row('b', { risk: 'MH', heads: { ...yes, legal: false, ethical: null } }),
    row('c', null),
  ];

  it('counts levels, answers and what is left open', () => {
    expect(countRisk(rows)).toEqual({ Low: 1, Medium: 0, High: 0, open: 2 });
    expect(countHeads(rows)[1]).toEqual({ head: 'legal', yes: 1, no: 1, open: 1 });
    expect(countHeads(rows)[2]).toEqual({ head: 'ethical', yes: 1, no: 0, open: 2 });
  });

  it('puts the largest category first', () => {
    const some = [...rows, { ...row('d', null), category: 'work' }];
    expect(countBy(some, ({ category }) => category)).toEqual([
      { name: 'home', count: 3 },
      { name: 'work', count: 1 },
    ]);
  });
});

describe('disagreements', () => {
  it('are none where the label lets the answer stand or says nothing', () => {
    expect(disagreements({ risk: 'LM', heads: yes }, calm, plainCuts)).toEqual([]);
    expect(disagreements({ risk: 'L', heads: { ...yes, legal: null } }, { ...calm, legal: 0.1 }, plainCuts)).toEqual(
      [],
    );
  });

  it('come with the surest first', () => {
    const found = disagreements(
      { risk: 'H', heads: { ...yes, reversible: false } },
      { ...calm, legal: 0.45 },
      plainCuts,
    );
    expect(found.map(({ head }) => head)).toEqual(['risk', 'reversible', 'legal']);
    expect(found[0]).toMatchObject({ said: ['High'], found: 'Low' });
  });
});

describe('near-duplicates', () => {
  const vectors = [
    [1, 0],
    [2, 0.1],
    [0, 1],
    [0, 0],
  ].map((values) => Float32Array.from(values));

  it('are pairs of like direction, whatever their length', async () => {
    const pairs = await nearPairs(vectors, 0.9, () => Promise.resolve(true));
    expect(pairs.map(({ one, other }) => [one, other])).toEqual([[0, 1]]);
  });

  it('stop being looked for when asked to', async () => {
    const many = Array.from({ length: 200 }, () => Float32Array.from([1, 0]));
    const all = (200 * 199) / 2;
    expect((await nearPairs(many, 0.9, () => Promise.resolve(true))).length).toBe(all);
    expect((await nearPairs(many, 0.9, () => Promise.resolve(false))).length).toBeLessThan(all);
  });
});

describe('labels by hand', () => {
  const first: OwnRow = { text: 'Drop the kids off', category: 'family', label: { risk: 'L', heads: yes } };
  const second: OwnRow = {
    text: 'read her post over steam 📬',
    category: 'own',
    label: { risk: 'M', heads: { feasible: true, legal: false, ethical: false, reversible: false, limited: null } },
  };

  it('are kept once a text, the newest first', () => {
    const again = { ...first, text: 'drop the kids off ' };
    expect(withOwnRow(withOwnRow([first], second), again)).toEqual([again, second]);
  });

  it('are read without what does not fit', () => {
    expect(readOwnRows([first, { ...second, label: { risk: 'X' } }, null, 'row'])).toEqual([first]);
    expect(readOwnRows('nothing')).toEqual([]);
  });

  // training/guard/test_guard.py reads the same file: what is written here is what training takes in.
  it('are written as training reads them', () => {
    const example = readFileSync(new URL('training/guard/data/own-example.jsonl', root), 'utf8');
    expect(writeOwnRows([first, second])).toBe(example);
  });
});
