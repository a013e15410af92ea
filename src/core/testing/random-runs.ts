/** The size of a random test: a share of it in `npm test`, all of it in `npm run test:long`. Seed and size are printed, so that a failure can be had again. */
export function randomRuns(name: string, size: { quick: number; long: number }): { seed: number; numRuns: number } {
  const isLong = import.meta.env['ERRAND_LONG'] === '1';
  const numRuns = isLong ? size.long : size.quick;
  const given = Number(import.meta.env['ERRAND_SEED'] ?? NaN);
  const seed = Number.isInteger(given) ? given : Date.now() % 2 ** 31;
  console.info(`${name}: ${String(numRuns)} of ${String(size.long)} runs, seed ${String(seed)} (ERRAND_SEED sets it)`);
  return { seed, numRuns };
}
