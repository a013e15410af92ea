import type { FeatureGroup } from '../../../src/protocol/text-api.ts';

/** Rows of the table of weights. Names of features are hashed into it, so two may share a row; few do. */
export const featureRows = 2 ** 18;

/** For each token the rows of its features. What is told of a token never depends on its tag or on other sentences. */
export function featuresOf(tokens: readonly string[], groups: readonly FeatureGroup[]): Int32Array[] {
  const has = (group: FeatureGroup): boolean => groups.includes(group);
  const lower = tokens.map((token) => token.toLowerCase());
  const shapes = tokens.map(shapeOf);
  const mood = moodOf(tokens);
  const at = (values: readonly string[], place: number): string => values[place] ?? (place < 0 ? '<s>' : '</s>');
  return tokens.map((token, t) => {
    const word = at(lower, t);
    const shape = at(shapes, t);
    const names = ['one'];
    if (has('words')) names.push(`w=${word}`);
    if (has('shapes')) {
      names.push(`s=${shape}`, `f=${t === 0 ? 'first' : 'later'}|${shape}`, `k=${kindOf(token)}`);
      names.push(`s-=${at(shapes, t - 1)}|${shape}`, `s+=${shape}|${at(shapes, t + 1)}`);
      names.push(`s±=${at(shapes, t - 1)}|${shape}|${at(shapes, t + 1)}`);
    }
    if (has('affixes')) {
      for (let length = 1; length <= 4; length += 1) {
        if (word.length > length) names.push(`p=${word.slice(0, length)}`, `e=${word.slice(-length)}`);
      }
    }
    if (has('neighbours')) {
      for (const step of [-2, -1, 1, 2]) names.push(`${String(step)}=${at(lower, t + step)}`);
      names.push(`-|=${at(lower, t - 1)}|${word}`, `|+=${word}|${at(lower, t + 1)}`);
      names.push(`--=${at(lower, t - 2)}|${at(lower, t - 1)}`, `++=${at(lower, t + 1)}|${at(lower, t + 2)}`);
    }
    if (has('sentence')) names.push(`m=${mood}|${shape}`, `m=${mood}`, `m=${mood}|${at(shapes, t - 1)}|${shape}`);
    return Int32Array.from(names, rowOf);
  });
}

/** Letters and digits by their kind, runs of four or more cut short: "McDonald's" is XxXxxx'x. */
export function shapeOf(token: string): string {
  let shape = '';
  let run = 0;
  for (const letter of token) {
    const kind = /\p{Lu}/u.test(letter) ? 'X' : /\p{L}/u.test(letter) ? 'x' : /\p{N}/u.test(letter) ? '9' : letter;
    run = shape.endsWith(kind) ? run + 1 : 1;
    if (run <= 3) shape += kind;
    if (shape.length >= 12) break;
  }
  return shape;
}

function kindOf(token: string): string {
  if (/^https?:|^www\./i.test(token)) return 'address';
  if (/^@./.test(token)) return 'handle';
  if (/^#./.test(token)) return 'hashtag';
  if (/^[\p{P}\p{S}]+$/u.test(token)) return 'mark';
  if (/^[\d.,:]+$/.test(token)) return 'number';
  return 'word';
}

/** Where everything or nothing is in capitals, a capital says nothing. */
function moodOf(tokens: readonly string[]): string {
  const words = tokens.filter((token) => /^\p{L}{2,}/u.test(token));
  const share = (test: RegExp): number => words.filter((word) => test.test(word)).length / Math.max(1, words.length);
  if (share(/^\p{Lu}+$/u) > 0.6) return 'shouted';
  const capitals = share(/^\p{Lu}/u);
  return capitals > 0.6 ? 'titled' : capitals === 0 ? 'lower' : 'mixed';
}

/** FNV-1a of the name's UTF-16 units. */
function rowOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < name.length; place += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193);
  }
  return (hash >>> 0) % featureRows;
}
