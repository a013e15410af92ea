/** Characters of an observation that an agent is shown. */
export const observationLimit = 4000;

/** What an action printed, and the traceback where it failed; never empty, so that an agent sees that it ran. */
export function observationOf(stdout: string, traceback: string | null, limit = observationLimit): string {
  const parts = [stdout.trimEnd(), traceback?.trimEnd() ?? ''].filter((part) => part !== '');
  if (parts.length === 0) return 'The action ran and printed nothing.';
  const text = parts.join('\n');
  // The end of a traceback says what went wrong, so the middle goes.
  if (text.length <= limit) return text;
  return `${text.slice(0, limit / 2)}\n… ${String(text.length - limit)} characters left out …\n${text.slice(-limit / 2)}`;
}
