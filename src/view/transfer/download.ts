import type { OutFile } from './transfer-door.ts';

/** Hands a file to the browser's downloads; nothing is fetched. */
export function download({ name, mediaType, content }: Omit<OutFile, 'taskCount'>): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** `2026-11-21T10:05` or an instant, as people of the locale write it. */
export function momentWords(at: string, locale: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' });
}
