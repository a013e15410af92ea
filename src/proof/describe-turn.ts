import type { Expectation, ExpectedCall, TurnOutput } from './evaluation-row.ts';

/** What a turn should have done, or did, as lines to read; `asks` and the like are told by a key that the page has words for. */
export type TurnLines =
  | { kind: 'calls'; options: readonly (readonly string[])[] }
  | { kind: 'none' | 'ask' | 'refuse' | 'nothing' }
  | { kind: 'failed'; message: string };

export function expectedLines(expect: Expectation): TurnLines {
  if (Array.isArray(expect)) return { kind: 'calls', options: [expect.map(callLine)] };
  if ('any' in expect) return { kind: 'calls', options: expect.any.map((calls) => calls.map(callLine)) };
  if ('ask' in expect) return { kind: 'ask' };
  return { kind: 'refuse' in expect ? 'refuse' : 'none' };
}

export function actualLines(output: TurnOutput | undefined): TurnLines {
  if (output === undefined) return { kind: 'nothing' };
  const calls = output.proposed ?? output.resolved;
  if (calls.length > 0) return { kind: 'calls', options: [calls.map(callLine)] };
  if (output.asks === true) return { kind: 'ask' };
  if (output.error !== undefined) return { kind: 'failed', message: output.error.message };
  return { kind: output.guard?.verdict === 'refuse' ? 'refuse' : 'none' };
}

/** As the contract writes it; several values of one argument mean that any of them is right. */
export function callLine({ tool, args }: ExpectedCall): string {
  const written = Object.entries(args).map(([name, value]) => `${name}=${valueWords(value)}`);
  return `${tool}(${written.join(', ')})`;
}

function valueWords(value: ExpectedCall['args'][string]): string {
  return Array.isArray(value) ? value.map((one) => JSON.stringify(one)).join(' | ') : JSON.stringify(value);
}
