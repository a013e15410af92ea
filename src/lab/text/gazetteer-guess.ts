import type { TaggedSentence } from './read-tagged.ts';
import { spansOf } from './span-score.ts';

const longest = 6;

/** What one would say without learning: the entities of the known sentences, looked up word for word. */
export class GazetteerGuess {
  readonly #types = new Map<string, string>();

  constructor(known: readonly TaggedSentence[]) {
    const counts = new Map<string, Map<string, number>>();
    for (const { tokens, tags } of known) {
      for (const { start, end, type } of spansOf(tags ?? [])) {
        const phrase = phraseOf(tokens, start, end);
        const types = counts.get(phrase) ?? new Map<string, number>();
        counts.set(phrase, types.set(type, (types.get(type) ?? 0) + 1));
      }
    }
    for (const [phrase, types] of counts) {
      const [[type] = ['']] = [...types].sort((a, b) => b[1] - a[1]);
      this.#types.set(phrase, type);
    }
  }

  tag(tokens: readonly string[]): string[] {
    const tags = tokens.map(() => 'O');
    for (let at = 0; at < tokens.length;) {
      let size = Math.min(longest, tokens.length - at);
      while (size > 0 && !this.#types.has(phraseOf(tokens, at, at + size))) size -= 1;
      const type = this.#types.get(phraseOf(tokens, at, at + size));
      if (size > 0 && type !== undefined)
        tags.splice(at, size, `B-${type}`, ...new Array<string>(size - 1).fill(`I-${type}`));
      at += Math.max(1, size);
    }
    return tags;
  }
}

function phraseOf(tokens: readonly string[], start: number, end: number): string {
  return tokens.slice(start, end).join(' ').toLowerCase();
}
