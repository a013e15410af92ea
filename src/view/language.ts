/** The languages that every word of the task screens is there in. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

export const languageNames: { readonly [Name in Language]: string } = { en: 'English', de: 'Deutsch' };

const storageKey = 'errand-language';

/** What the person chose, or null where the browser's own language decides. */
export function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(storageKey);
    return languages.find((name) => name === kept) ?? null;
  } catch {
    // Nothing is kept in a private window, and tests outside a browser have no place to keep it.
    return null;
  }
}

/** Counts from the next load of the page on: words are taken once, when it opens. */
export function keepLanguage(language: Language | null): void {
  try {
    if (language === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing goes by its own language.
  }
}

function browserTags(): readonly string[] {
  return 'document' in globalThis ? navigator.languages : [];
}

/** The first language of the browser that there are words in, English where there is none. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const known = languages.find((name) => tag.toLowerCase().split('-')[0] === name);
    if (known !== undefined) return known;
  }
  return 'en';
}

export const language: Language = keptLanguage() ?? languageOf(browserTags());

/**
 * The tag that dates and the week's first day go by: the browser's first one of that language, so that British English
 * stays British, or the language alone. Without a choice, the browser's first tag whatever it is.
 */
export function localeOf(tags: readonly string[], kept: Language | null): string | undefined {
  if (kept === null) return tags[0];
  return tags.find((tag) => tag.toLowerCase().split('-')[0] === kept) ?? kept;
}

/** One dictionary of each language; a key that one of them lacks does not compile. */
export function inLanguage<Words>(dictionaries: { readonly [Name in Language]: Words }): Words {
  return dictionaries[language];
}
