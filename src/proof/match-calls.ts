import type { ExpectedCall } from './evaluation-row.ts';

type Value = ExpectedCall['args'][string];

/** Asked-for or wrong: these may not appear unless the expectation names them. */
const neverUnasked = ['due', 'list', 'priority', 'tags', 'repeat'];
const exactSets = ['filter', 'tags'];

/** Case-folded, the leading article and the punctuation at the end dropped, white space folded. */
export function normalizeTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .trim()
    .replace(/^(the|a|an)\s+/, '')
    .replace(/[\s.,;:!?]+$/, '')
    .replace(/\s+/g, ' ');
}

/** An expected list of strings means any of them, but the exact set under `filter` and `tags`. */
export function valueMatches(name: string, expected: Value, actual: Value | undefined): boolean {
  if (actual === undefined) return false;
  if (exactSets.includes(name)) return sameSet(asStrings(expected), asStrings(actual));
  const options = Array.isArray(expected) ? expected : [expected];
  return options.some((option) => sameValue(name, option, actual));
}

function sameValue(name: string, expected: string | number | boolean | null, actual: Value): boolean {
  if (name === 'repeat')
    return typeof expected === 'string' && typeof actual === 'string'
      ? sameRule(expected, actual)
      : expected === actual;
  if (typeof expected !== 'string' || typeof actual !== 'string') return expected === actual;
  return isMoment(name) ? sameMoment(expected, actual) : normalizeTitle(expected) === normalizeTitle(actual);
}

function isMoment(name: string): boolean {
  return name === 'due' || name === 'at';
}

/** The same minute; the same day where no time was said. */
function sameMoment(expected: string, actual: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/;
  return day.test(expected) ? actual.slice(0, 10) === expected && !actual.includes('/') : actual === expected;
}

function asStrings(value: Value): string[] {
  if (Array.isArray(value)) return value;
  return value === null ? [] : [String(value)];
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  const sorted = (list: readonly string[]) => JSON.stringify(list.map(normalizeTitle).sort());
  return sorted(left) === sorted(right);
}

/** Two RRULEs with the same parts in any order; INTERVAL=1 is the default and may be left out. */
function sameRule(left: string, right: string): boolean {
  const parts = (rule: string) =>
    JSON.stringify(
      rule
        .toUpperCase()
        .split(';')
        .filter((part) => part !== '' && part !== 'INTERVAL=1')
        .map((part) =>
          part
            .split('=')
            .map((side) => side.split(',').sort().join(','))
            .join('='),
        )
        .sort(),
    );
  return parts(left) === parts(right);
}

export function callMatches(expected: ExpectedCall, actual: ExpectedCall): boolean {
  if (expected.tool !== actual.tool) return false;
  const asked = Object.entries(expected.args).every(([name, value]) => valueMatches(name, value, actual.args[name]));
  const unasked = neverUnasked.some((name) => name in actual.args && !(name in expected.args));
  return asked && !unasked;
}

/** The name a call is paired by: the title it gives, or the task it is about. */
export function titleOf(call: ExpectedCall): Value | undefined {
  return call.args['title'] ?? call.args['task'] ?? call.args['name'];
}

export type Pair = { expected: ExpectedCall; actual: ExpectedCall | undefined };

/** Pairs expected calls with actual ones of the same tool, whole matches first, then equal titles, then in order. */
export function pairCalls(expected: readonly ExpectedCall[], actual: readonly ExpectedCall[]): Pair[] {
  const left = [...actual];
  const take = (accepts: (candidate: ExpectedCall) => boolean): ExpectedCall | undefined => {
    const index = left.findIndex(accepts);
    return index < 0 ? undefined : left.splice(index, 1)[0];
  };
  const pairs: Pair[] = expected.map((call) => ({
    expected: call,
    actual: take((candidate) => callMatches(call, candidate)),
  }));
  const fill = (accepts: (call: ExpectedCall, candidate: ExpectedCall) => boolean) => {
    for (const pair of pairs) pair.actual ??= take((candidate) => accepts(pair.expected, candidate));
  };
  fill((call, candidate) => call.tool === candidate.tool && titleMatches(call, candidate));
  fill((call, candidate) => call.tool === candidate.tool);
  return pairs;
}

export function titleMatches(expected: ExpectedCall, actual: ExpectedCall | undefined): boolean {
  const title = titleOf(expected);
  return actual !== undefined && title !== undefined && valueMatches('title', title, titleOf(actual));
}
