import { expect, it } from 'vitest';
import { makeSecret, sealWith } from './encryption.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
// Fewer rounds than the app's, so that the test is quick.
const make = async (passphrase: string, place = 'wss://a.example') =>
  sealWith(await makeSecret(passphrase, place, 1000));

it('opens what it sealed, on another device with the same words', async () => {
  const sealed = await (await make('correct horse battery')).seal(bytes('call mum'));
  expect(new TextDecoder('latin1').decode(sealed)).not.toContain('call mum');
  expect(await (await make('correct horse battery')).open(sealed)).toEqual({ ok: true, value: bytes('call mum') });
});

it('opens nothing else: other words, another place, a changed byte, noise', async () => {
  const mine = await make('correct horse battery');
  const sealed = await mine.seal(bytes('call mum'));
  const changed = sealed.slice();
  changed[20] = (changed[20] ?? 0) ^ 1;
  for (const [seal, data] of [
    [await make('another phrase'), sealed],
    [await make('correct horse battery', 'wss://b.example'), sealed],
    [mine, changed],
    [mine, sealed.slice(0, 15)],
    [mine, new Uint8Array()],
    [mine, bytes('hello there, this is no seal')],
  ] as const) {
    expect(await seal.open(data)).toMatchObject({ ok: false, code: 'not_ours' });
  }
});

it('names the room by the words without telling them, and never seals alike twice', async () => {
  const seal = await make('correct horse battery');
  expect(seal.room).toMatch(/^errand-[0-9a-f]{40}$/);
  expect((await make('another phrase')).room).not.toBe(seal.room);
  expect(await seal.seal(bytes('a'))).not.toEqual(await seal.seal(bytes('a')));
});
