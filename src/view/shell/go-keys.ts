/** After `g`: the address that the next key goes to. */
const addresses: { readonly [key: string]: string } = {
  t: '#today',
  u: '#upcoming',
  i: '#list/inbox',
  o: '#overdue',
  a: '#all',
  d: '#done',
  x: '#trash',
  f: '#search',
  s: '#page/settings',
};

export function addressOfKey(key: string): string | null {
  return addresses[key.toLowerCase()] ?? null;
}

const waitMs = 1500;

/** Remembers for a moment that `g` was pressed. */
export class GoKeys {
  #until = 0;

  begin(nowMs: number): void {
    this.#until = nowMs + waitMs;
  }

  /** The address, where this key comes soon enough after `g`. */
  take(key: string, nowMs: number): string | null {
    const isWaiting = nowMs < this.#until;
    this.#until = 0;
    return isWaiting ? addressOfKey(key) : null;
  }
}
