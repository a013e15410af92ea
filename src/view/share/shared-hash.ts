/** Whether an address holds a shared sentence or run; reading it is `shared-run.ts`'s matter, whose code comes only then. */
export function isSharedHash(hash: string): boolean {
  return /^#(?:try|run)=/u.test(hash);
}
