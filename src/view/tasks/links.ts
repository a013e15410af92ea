export type TextPart = { text: string; href: string | null };

const address = /(?:https?:\/\/|mailto:)[^\s<>"“”]{1,2000}|www\.[^\s<>"“”]{1,2000}/giu;

/** Text cut into words and addresses. Only the web and mail can be opened; everything else stays words. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    // What ends a sentence is not part of the address.
    const found = match[0].replace(/[.,;:!?)\]}'’]+$/u, '');
    const href = safeAddress(found.startsWith('www.') ? `https://${found}` : found);
    if (href === null) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null });
    parts.push({ text: found, href });
    from = match.index + found.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}

function safeAddress(said: string): string | null {
  try {
    const { protocol, href } = new URL(said);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
