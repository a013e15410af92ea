/** Where in the past commands the field stands: 0 is what is being written, 1 the last command, and so on. */
export type Recall = { back: number; draft: string };

export const notRecalling: Recall = { back: 0, draft: '' };

const kept = 50;

/** Newest first, each text once. */
export function remember(commands: readonly string[], text: string): string[] {
  return [text, ...commands.filter((command) => command !== text)].slice(0, kept);
}

/** One step into the past or back; null where there is no further to go. */
export function step(
  commands: readonly string[],
  recall: Recall,
  written: string,
  direction: 'older' | 'newer',
): { recall: Recall; text: string } | null {
  const back = recall.back + (direction === 'older' ? 1 : -1);
  if (back < 0 || back > commands.length) return null;
  const draft = recall.back === 0 ? written : recall.draft;
  const text = back === 0 ? draft : (commands[back - 1] ?? '');
  return { recall: { back, draft }, text };
}
