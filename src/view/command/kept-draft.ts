const storageKey = 'errand-draft';

/** What was being written when the page went, in this tab; once taken it is forgotten. */
export function takeDraft(): string {
  try {
    const draft = sessionStorage.getItem(storageKey) ?? '';
    sessionStorage.removeItem(storageKey);
    return draft;
  } catch {
    return '';
  }
}

export function keepDraft(draft: string): void {
  try {
    if (draft !== '') sessionStorage.setItem(storageKey, draft);
  } catch {
    // A browser that keeps nothing has nothing to give back either.
  }
}
