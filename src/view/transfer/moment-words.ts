/** `2026-11-21T10:05` or an instant, as people of the locale write it. */
export function momentWords(at: string, locale: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}
