import { expect, it } from 'vitest';
import { linkParts } from './links.ts';

it.each([
  ['see https://example.org/a?b=1.', ['see ', 'https://example.org/a?b=1', '.']],
  ['www.example.org', ['www.example.org']],
  ['javascript:alert(1) data:text/html,x', ['javascript:alert(1) data:text/html,x']],
  ['<a href="https://x.org">', ['<a href="', 'https://x.org', '">']],
  ['http://', ['http://']],
])('%s', (text, parts) => {
  expect(linkParts(text).map((part) => part.text)).toEqual(parts);
  for (const { href } of linkParts(text)) if (href !== null) expect(href).toMatch(/^(https?|mailto):/);
});
