/** What words for several tasks may stand for, each in the order it was made or shown. */
export type SeveralContext = {
  /** Newest first. */
  lastTouched: readonly string[];
  /** What the last run touched, or this run so far. */
  lastGroup: readonly string[];
  lastListing: readonly string[];
};

const counts: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['2', 2],
  ['both', 2],
  ['pair', 2],
  ['three', 3],
  ['3', 3],
  ['four', 4],
  ['4', 4],
  ['five', 5],
  ['5', 5],
]);
const things = '(?: ones| tasks| items| things)?';
const edge = new RegExp(`^(?:the )?(first|top|last|bottom) (two|three|four|five|[2-5])${things}$`);
const group = new RegExp(
  `^(?:(?:them|those|these|they)(?: all| both| two| three| four| [2-4])?|(?:all|both)(?: of (?:them|those|these)| those| these)?${things}|all (?:the )?(?:two|three|four|[2-4])(?: of (?:them|those|these))?|the (?:two|three|four|[2-4]|pair|lot)(?: of (?:them|those|these))?|all the ones?)$`,
);

/**
 * The tasks meant by words that point at several: "both", "those", "all three of them", "the first two". Undefined where
 * the phrase is not of that sort or nothing fits; then it is read as one task like any other.
 */
export function pointAtSeveral(phrase: string, context: SeveralContext): readonly string[] | undefined {
  const text = phrase
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[ .,!?]+$/, '')
    .trim();
  const atEdge = edge.exec(text);
  if (atEdge !== null) {
    const count = counts.get(atEdge[2] ?? '') ?? 0;
    if (context.lastListing.length < count) return undefined;
    const fromStart = atEdge[1] === 'first' || atEdge[1] === 'top';
    return fromStart ? context.lastListing.slice(0, count) : context.lastListing.slice(-count);
  }
  if (!group.test(text)) return undefined;
  const words = text.split(' ');
  const count = words.map((word) => counts.get(word)).find((known) => known !== undefined);
  const meant = count === undefined ? someGroup(context) : groupOf(count, context);
  return meant.length > 1 ? meant : undefined;
}

function someGroup({ lastGroup, lastListing }: SeveralContext): readonly string[] {
  return lastGroup.length > 1 ? lastGroup : lastListing;
}

/** Of a number that was said: the group of that size, or else as many as were touched last. */
function groupOf(count: number, { lastTouched, lastGroup, lastListing }: SeveralContext): readonly string[] {
  if (lastGroup.length === count) return lastGroup;
  if (lastGroup.length === 0 && lastListing.length === count) return lastListing;
  if (lastTouched.length >= count) return lastTouched.slice(0, count).toReversed();
  return lastListing.length === count ? lastListing : [];
}
