import { failure, success, type Outcome } from '../core/outcome.ts';

/** What leaves the device is sealed with a key that only the passphrase gives. */
export type Seal = {
  /** Names the room on the server; says nothing about the passphrase. */
  room: string;
  seal(plain: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  /** Fails on anything that was not sealed with the same passphrase, or was changed since. */
  open(sealed: Uint8Array): Promise<Outcome<Uint8Array, 'not_ours'>>;
};

export const shortestPassphrase = 10;
const rounds = 600_000;
const version = 1;
const ivBytes = 12;

/** What the passphrase gives: a key that no script can read out again, and the room's name. Kept instead of the words. */
export type SyncSecret = { key: CryptoKey; room: string };

/** `place` is the server's address or the folder's purpose: the same words elsewhere give another key. */
export async function makeSecret(passphrase: string, place: string, iterations = rounds): Promise<SyncSecret> {
  const text = new TextEncoder();
  const words = await crypto.subtle.importKey('raw', text.encode(passphrase.normalize('NFC')), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const salt = text.encode(`errand-sync-1 ${place}`);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, words, 512);
  const key = await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']);
  const room = await crypto.subtle.digest('SHA-256', bits.slice(32));
  const name = [...new Uint8Array(room)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { key, room: `errand-${name.slice(0, 40)}` };
}

export function sealWith({ key, room }: SyncSecret): Seal {
  return {
    room,
    seal: async (plain) => {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(plain));
      const whole = new Uint8Array(1 + ivBytes + sealed.byteLength);
      whole[0] = version;
      whole.set(iv, 1);
      whole.set(new Uint8Array(sealed), 1 + ivBytes);
      return whole;
    },
    open: async (sealed) => {
      const notOurs = failure(
        'not_ours',
        'Something came that was not written with this passphrase; it is left aside.',
      );
      if (sealed[0] !== version || sealed.byteLength <= 1 + ivBytes) return notOurs;
      const whole = new Uint8Array(sealed);
      try {
        const iv = whole.slice(1, 1 + ivBytes);
        return success(
          new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, whole.slice(1 + ivBytes))),
        );
      } catch {
        return notOurs;
      }
    },
  };
}
