import { expect, it } from 'vitest';
import { listManifests } from '../../engine/manifests.ts';
import { de } from './strings.de.ts';

it('says in German what each model of the app’s list is', () => {
  for (const { id, kind, summary } of listManifests()) {
    if (kind === 'agent') expect(de.summary(id, summary), id).not.toBe(summary);
  }
});

it('leaves the words of a model of the person’s own as they are', () => {
  expect(de.summary('own-mine', 'Mine')).toBe('Mine');
});
