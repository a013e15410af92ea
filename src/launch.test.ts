import { expect, it } from 'vitest';
import { launchWords } from './launch.ts';

const words = (search: string) => launchWords(`https://errand.example/${search}`);

it('reads what was shared as one line, each part once', () => {
  expect(words('?share-title=Read%20this&share-text=Read%20this&share-url=https%3A%2F%2Fa.example')).toBe(
    'Read this https://a.example',
  );
  expect(words('?share-text=two%0Alines%07')).toBe('two lines');
});

it('reads a link of its own', () => {
  expect(words('?say=web%2Berrand%3Aadd%20milk')).toBe('add milk');
  expect(words('?say=web%2Berrand%3A%2F%2Fadd%20milk')).toBe('add milk');
});

it('is empty for a plain start, and never endless', () => {
  expect(words('#today')).toBe('');
  expect(words(`?say=${'a'.repeat(5000)}`)).toHaveLength(2000);
});
