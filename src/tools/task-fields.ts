import { failure, success, type Outcome } from '../core/outcome.ts';

/** The word that clears a field, where the person's words come here as they are. */
export const cleared = 'none';

const longestTitle = 2000;
const longestListName = 200;
const longestNotes = 20_000;

type Checked = Outcome<string, 'invalid_change'>;

export function checkTitle(said: string): Checked {
  return checkLength(said.trim(), longestTitle, 'A task’s title');
}

export function checkListName(said: string): Checked {
  return checkLength(said.trim().replace(/\s+/gu, ' '), longestListName, 'A list’s name');
}

export function checkNotes(said: string): Checked {
  const notes = said.trim().toLowerCase() === cleared ? '' : said.trim();
  return notes === '' ? success(notes) : checkLength(notes, longestNotes, 'A task’s notes');
}

function checkLength(value: string, longest: number, what: string): Checked {
  if (value === '') return failure('invalid_change', `${what} cannot be empty.`);
  if (Array.from(value).length <= longest) return success(value);
  return failure('invalid_change', `${what} can have at most ${longest} characters.`);
}

/** Tags without `#`, in the order given, each once whatever its case. */
export function normaliseTags(said: readonly string[]): readonly string[] {
  const tags = new Map<string, string>();
  for (const word of said) {
    const tag = word
      .trim()
      .replace(/^#+\s*/u, '')
      .replace(/\s+/gu, ' ');
    const key = tag.toLowerCase();
    if (tag !== '' && key !== cleared && !tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}
