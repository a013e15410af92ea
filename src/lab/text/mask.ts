export type MaskKind = 'name' | 'email' | 'phone' | 'link' | 'address' | 'birth';
export type Masked = {
  text: string;
  /** How much was masked of each kind. */
  counts: { [Kind in MaskKind]: number };
  /** The names, so that whoever shows a summary can look whether one is left. */
  names: string[];
};

const patterns: [kind: Exclude<MaskKind, 'name'>, pattern: RegExp][] = [
  ['email', /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu],
  [
    'link',
    /(?:https?:\/\/|www\.)[^\s<>"')\]]+|\b(?:linkedin|github|gitlab|facebook|instagram|xing)\.com\/[^\s<>"')\]]+/giu,
  ],
  [
    'birth',
    /(?:\bborn(?: on)?|\bdate of birth|\bDOB|\bgeboren(?: am)?|\bGeburtsdatum)\b[^\n]{0,40}?\d{2,4}\b(?:[./-]\d{1,4}){0,2}/giu,
  ],
  [
    'address',
    /\b\d{1,5}[a-z]?,? (?:\p{Lu}[\p{L}'.-]{0,30}\s){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Square|Court|Close|Way|Terrace|Boulevard|Blvd)\b\.?/gu,
  ],
  ['address', /\b\p{Lu}[\p{L}-]{0,40}(?:straße|strasse|str\.|weg|gasse|allee|platz) \d{1,4}[a-z]?\b/gu],
  ['address', /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g],
  ['phone', /(?<![\p{L}\p{N}.-])(?:\+|00)?\(?\d[\d\s()./-]{6,18}\d(?![\p{L}\p{N}])/gu],
];

const titles = '(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Herr|Frau)';
const word = "\\p{Lu}[\\p{L}'’-]{1,40}";
/** First lines that say what the paper is, not whose. */
const headings =
  /^(?:curriculum vitae|résumé|resume|lebenslauf|cv|profile|summary|about(?: me)?|contact|experience|education)\b/iu;

/**
 * Takes out who a document is about and how to reach them, before anything reads it. Contacts are known by their form.
 * Names are known by where they stand: the first line, behind a title or a label such as "Name:", and the words that an
 * e-mail address or a profile's link is made of; then wherever else they are. A name that stands nowhere so is not seen.
 */
export function maskDocument(text: string): Masked {
  const names = [...namesOf(text)].sort((a, b) => b.length - a.length);
  const counts = { name: 0, email: 0, phone: 0, link: 0, address: 0, birth: 0 };
  let masked = text;
  for (const [kind, pattern] of patterns) {
    masked = masked.replace(pattern, (found) => {
      // Years and ranges of years are no telephone numbers.
      if (kind === 'phone' && (found.replace(/\D/g, '').length < 7 || isYears(found))) return found;
      counts[kind] += 1;
      return `[${kind}]`;
    });
  }
  for (const name of names) {
    masked = masked.replace(wholeWord(name), () => {
      counts.name += 1;
      return '[name]';
    });
  }
  // A name of several words is one name.
  masked = masked.replace(/\[name\](?:[ ,]+(?:\p{Lu}\. )?\[name\])+/gu, '[name]');
  return { text: masked, counts, names };
}

/** Whether something that is masked elsewhere is left here. */
export function isMasked(text: string, names: readonly string[]): boolean {
  if (names.some((name) => wholeWord(name).test(text))) return false;
  return patterns.every(([kind, pattern]) => {
    const found = text.match(pattern) ?? [];
    return found.every((one) => kind === 'phone' && (one.replace(/\D/g, '').length < 7 || isYears(one)));
  });
}

function isYears(text: string): boolean {
  return /^(?:\d{1,2}[/.])?(?:19|20)\d{2}(?:\s*[-/. ]\s*(?:\d{1,2}[/.])?(?:19|20)\d{2})*$/.test(text.trim());
}

function namesOf(text: string): Set<string> {
  const names = new Set<string>();
  const add = (phrase: string) => {
    for (const part of phrase.split(/[\s,]+/)) {
      const bare = part.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
      if (bare.length >= 2 && new RegExp(`^${word}$`, 'u').test(capital(bare))) names.add(capital(bare.toLowerCase()));
    }
  };
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const heading = first.replace(/[|,–—].*$/u, '').trim();
  if (
    !headings.test(heading) &&
    new RegExp(`^(?:${titles}\\.? )?${word}(?: (?:\\p{Lu}\\.|${word})){1,3}$`, 'u').test(heading)
  ) {
    add(heading.replace(new RegExp(`^${titles}\\.? `, 'u'), ''));
  }
  const labelled = new RegExp(
    `^\\s*(?:full name|name|referee|reference|contact person|supervisor|manager|ansprechpartner)\\s*:\\s*(?:${titles}\\.? )*((?:${word}|\\p{Lu}\\.)(?: (?:${word}|\\p{Lu}\\.))*)`,
    'gimu',
  );
  for (const [, phrase = ''] of text.matchAll(labelled)) add(phrase);
  for (const [, phrase = ''] of text.matchAll(new RegExp(`\\b${titles}\\.? (${word}(?: ${word})?)`, 'gu'))) add(phrase);
  for (const [, local = ''] of text.matchAll(/([\p{L}\p{N}._-]{1,64})@/gu)) addParts(local, names);
  for (const [, user = ''] of text.matchAll(
    /(?:linkedin\.com\/in|xing\.com\/profile|github\.com)\/([\p{L}\p{N}._-]{1,64})/giu,
  ))
    addParts(user, names);
  return names;
}

const shared = new Set(['info', 'mail', 'contact', 'hello', 'office', 'team', 'jobs', 'post', 'admin', 'kontakt']);

/** jane.doe@… is Jane Doe. */
function addParts(local: string, names: Set<string>): void {
  for (const part of local.split(/[^\p{L}]+/u)) {
    if (part.length >= 3 && !shared.has(part.toLowerCase())) names.add(capital(part.toLowerCase()));
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** As a name is written: with a capital, or all in capitals. "May" the month goes with May the person. */
function wholeWord(name: string): RegExp {
  const letters = [...name].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const [first = '', ...rest] = letters;
  const either = rest.map((letter) =>
    letter.toLowerCase() === letter.toUpperCase() ? letter : `[${letter.toLowerCase()}${letter.toUpperCase()}]`,
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])${first.toUpperCase()}${either.join('')}(?![\\p{L}\\p{N}])`, 'gu');
}
