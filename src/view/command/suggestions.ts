import type { HelpTopic } from '../app.ts';

const mostShown = 4;
const leastTyped = 2;

/**
 * What could be said that begins as what was typed does, or else has all of its words; none where it is said already.
 * `?` alone asks for one example of each tool.
 */
export function suggestionsFor(typed: string, topics: readonly HelpTopic[]): string[] {
  const text = typed.trim().toLowerCase();
  if (text === '?') return topics.flatMap(({ examples: [first] }) => (first === undefined ? [] : [first]));
  if (text.length < leastTyped || text.includes('\n')) return [];
  const examples = topics.flatMap((topic) => topic.examples);
  const words = text.split(/\s+/);
  const begins = examples.filter((example) => example.toLowerCase().startsWith(text));
  const has = examples.filter((example) => {
    const said = example.toLowerCase().split(/[^\p{L}\p{N}']+/u);
    return words.every((word, at) => said.some((one) => (at < words.length - 1 ? one === word : one.startsWith(word))));
  });
  return [...new Set([...begins, ...has])].filter((example) => example.toLowerCase() !== text).slice(0, mostShown);
}
