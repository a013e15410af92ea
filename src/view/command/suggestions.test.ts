import { expect, it } from 'vitest';
import { registry } from '../../tools/registry.ts';
import { suggestionsFor } from './suggestions.ts';

const topics = registry.map(({ name, effect, summary, examples }) => ({ tool: name, effect, summary, examples }));
const all = topics.flatMap(({ examples }) => examples);

it('suggests what begins as the typed text does, before what only has its words', () => {
  for (const example of all) {
    const beginning = example.slice(0, Math.max(3, Math.floor(example.length / 2)));
    const found = suggestionsFor(beginning, topics);
    expect(found.some((each) => each.toLowerCase().startsWith(beginning.toLowerCase().trim()))).toBe(true);
  }
  expect(suggestionsFor('zzz', topics)).toEqual([]);
  expect(suggestionsFor('a', topics)).toEqual([]);
});

it('has one example of each tool for a question mark, and nothing once it is said', () => {
  expect(suggestionsFor('?', topics)).toHaveLength(registry.length);
  const [first = ''] = all;
  expect(suggestionsFor(first, topics)).not.toContain(first);
});
