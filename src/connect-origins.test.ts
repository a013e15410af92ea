import { expect, it } from 'vitest';
import { allowOrigins, originOf } from './connect-origins.ts';

it.each([
  ['wss://sync.example.org/room', 'wss://sync.example.org'],
  [' https://models.example.org:8443/a/b ', 'https://models.example.org:8443'],
  ['ws://localhost:1234', 'ws://localhost:1234'],
  ['http://127.0.0.1:1234/x', 'http://127.0.0.1:1234'],
  ['ws://sync.example.org', 'not-secure'],
  ['sync.example.org', 'not-an-address'],
  ['javascript:alert(1)', 'not-an-address'],
  ["https://a.example;script-src 'unsafe-inline'", 'not-an-address'],
  ['https://*', 'not-an-address'],
])('reads %s as %s', (address, expected) => {
  expect(originOf(address)).toBe(expected);
});

it('widens the one directive and no other', () => {
  const html = `<meta content="default-src 'self'; connect-src 'self'; script-src 'self'">`;
  expect(allowOrigins(html, ['wss://a.example'])).toBe(
    `<meta content="default-src 'self'; connect-src 'self' wss://a.example; script-src 'self'">`,
  );
  expect(allowOrigins(html, [])).toBe(html);
});
