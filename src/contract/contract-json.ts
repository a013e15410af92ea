import type { Vocabulary } from './grammar.ts';

/** The vocabulary as JSON text, tools and arguments in the registry's order. Deterministic. */
export function contractJson(vocabulary: Vocabulary): string {
  const tools = vocabulary.tools.map(({ name, effect, noun, args }) => ({ name, effect, noun, args }));
  return `${JSON.stringify({ tools, filter: vocabulary.filter }, null, 1)}\n`;
}
