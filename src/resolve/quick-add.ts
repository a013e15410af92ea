import type { Clock, Due } from '../core/clock.ts';
import type { Priority } from '../core/task.ts';
import { isTrustworthy } from './quick-add-caution.ts';
import { blank, readMarks, type TakenSpan } from './quick-add-marks.ts';
import { mergeDrafts, saysDay, saysTime, type Draft } from './draft.ts';
import { readNow, type Now } from './now.ts';
import { readMoment } from './read-moment.ts';
import { resolveRepeat } from './repeat.ts';
import { readRepeat } from './repeat-words.ts';
import { settle } from './settle.ts';
import { tokenize, type Token } from './tokens.ts';
import { writeDue } from './when.ts';

export type QuickAdd = {
  title: string;
  due?: Due;
  /** RRULE; `due` is then the first day, also where only the repetition was said. */
  repeat?: string;
  priority?: Priority;
  tags: readonly string[];
  /** The name as written; which list it is, `resolveList` says. */
  list?: string;
  /** What was taken out of the text, in order, for the chips. */
  spans: readonly TakenSpan[];
};

/** Of longer text only the beginning is looked at; the rest belongs to the title as it is. */
const maxReadLength = 600;

/** What only asks for a task to be made. Each piece is taken at most once, in this order. */
const leadIns: readonly RegExp[] = [
  /^(?:(?:please|pls|plz|kindly|hey|ok|okay|oh|and|so),? +){1,3}/i,
  /^(?:(?:can|could|would|will) you )?(?:please |pls )?(?=\S)/i,
  /^(?:(?:remind me|remember|don['’]?t (?:let me )?forget|do not (?:let me )?forget|make sure (?:i|that i) (?:remember|don['’]t forget))(?: (?:to|about|that|of))? |(?:i (?:need|have|want|ought) to|i (?:must|should)|i['’]?ve (?:got )?to|i gotta|gotta|need to) |(?:jot|note|write|put)(?: (?:this|it))? down:? |(?:note to self|reminder|to-?do|task|note): *|to-?do |reminder to )/i,
  /^(?:add|create|make|set up|new)(?: me)?(?: an?)?(?: new)? (?:task|to-?do|reminder)s?(?: (?:to|for|called|named|saying)|:)? +/i,
  /^add(?: |: *)(?=\S)/i,
];

/**
 * One line of text to a task, by rules alone. What is in doubt stays in the title, and so do words that the person has
 * taken out of the reading (`leftAlone`).
 */
export function parseQuickAdd(text: string, clock: Clock, leftAlone: readonly string[] = []): QuickAdd {
  const now = readNow(clock);
  const head = text.slice(0, maxReadLength);
  const marks = readMarks(head, leftAlone);
  const spans: TakenSpan[] = [...marks.spans];
  const tokens = blank(tokenize(head), [...marks.quoted, ...spans]);
  const result: QuickAdd = { title: '', tags: marks.tags, spans: [] };
  if (marks.priority !== undefined) result.priority = marks.priority;
  if (marks.list !== undefined) result.list = marks.list;

  const repeat = findRepeat(tokens, head, now);
  if (repeat !== undefined) spans.push(repeat);
  const moment = findMoment(repeat === undefined ? tokens : blank(tokens, [repeat]), head, now);
  if (moment !== undefined) {
    spans.push(...moment.spans);
    result.due = moment.due;
  }
  if (repeat !== undefined) {
    const resolved = resolveRepeat(repeat.text, clock, moment?.due);
    if (resolved.ok && resolved.value.rule !== null) {
      result.repeat = resolved.value.rule;
      if (resolved.value.firstDue !== null) result.due = resolved.value.firstDue;
    }
  }
  result.spans = spans.sort((a, b) => a.start - b.start);
  result.title = titleOf(text, result.spans);
  return result;
}

/** Words of frequency are adjectives more often than not ("weekly report"); they count where the phrase ends. */
function findRepeat(tokens: readonly Token[], text: string, now: Now): TakenSpan | undefined {
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    if (token.glued && previous !== undefined && !/^[,;:(-]$/.test(previous.text)) continue;
    if (
      !/^(?:every|each|evry|alternate|on|in|the|once|twice|\d+|three|four|five|first|second|third|last|daily|weekly|fortnightly|biweekly|monthly|quarterly|yearly|annually|nightly|weekdays|weekends|mon|monday|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|tue|tues|tuesday|wed|weds|wednesday|thu|thurs|thursday|fri|friday|sat|saturday|sun|sunday|at)$/.test(
        token.text,
      )
    )
      continue;
    const read = readRepeat(tokens, index, now);
    if (read === undefined) continue;
    const said = tokens.slice(index, read.next);
    const explicit = said.some(({ text: word }) =>
      ['every', 'each', 'evry', 'once', 'twice', 'times', 'alternate'].includes(word),
    );
    const after = tokens[read.next];
    const free =
      after === undefined ||
      after.text === '' ||
      /^[,.;:!?)]$/.test(after.text) ||
      /^(?:at|starting|from|until)$/.test(after.text);
    if (!explicit && !(free && index > 0)) continue;
    if (after?.glued === true && !/^[,.;:!?)]?$/.test(after.text)) continue;
    const end = said.at(-1)?.end ?? token.end;
    return { kind: 'repeat', start: token.start, end, text: text.slice(token.start, end) };
  }
  return undefined;
}

type FoundMoment = { due: Due; spans: readonly TakenSpan[] };
type Candidate = { draft: Draft; span: TakenSpan };

function findMoment(tokens: readonly Token[], text: string, now: Now): FoundMoment | undefined {
  const candidates: Candidate[] = [];
  for (let index = 0; index < tokens.length;) {
    const candidate = candidateAt(tokens, index, text, now);
    if (candidate === undefined) {
      index += 1;
      continue;
    }
    candidates.push(candidate.found);
    index = candidate.next;
  }
  // The last day said is the due; a time elsewhere joins it ("tuesday with Sam at 5").
  const main = candidates.findLast(({ draft }) => saysDay(draft) || draft.shift !== undefined) ?? candidates.at(-1);
  if (main === undefined) return undefined;
  const joined = candidates.findLast(
    (other) => other !== main && saysTime(other.draft) && !saysDay(other.draft) && other.draft.shift === undefined,
  );
  const merged = joined === undefined || saysTime(main.draft) ? undefined : mergeDrafts(main.draft, joined.draft);
  const settled = settle(merged ?? main.draft, now);
  if (!settled.ok) return undefined;
  return {
    due: writeDue(settled.moment),
    spans: merged === undefined || joined === undefined ? [main.span] : [main.span, joined.span],
  };
}

function candidateAt(
  tokens: readonly Token[],
  index: number,
  text: string,
  now: Now,
): { found: Candidate; next: number } | undefined {
  const first = tokens[index];
  if (first === undefined || first.text === '' || (first.glued && !/^[,;:(-]?$/.test(tokens[index - 1]?.text ?? '')))
    return undefined;
  let clipped = tokens;
  // A shorter reading may be sound where the longest is not: "tomorrow 9 eggs" is about tomorrow.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const read = readMoment(clipped, index, now);
    const last = read === undefined ? undefined : tokens[read.next - 1];
    if (read === undefined || last === undefined) return undefined;
    const settled = settle(read.value, now);
    const future = settled.ok && settled.moment.day >= now.today;
    if (future && isTrustworthy({ tokens, index, next: read.next, draft: read.value, text })) {
      const span: TakenSpan = {
        kind: 'due',
        start: first.start,
        end: last.end,
        text: text.slice(first.start, last.end),
      };
      return { found: { draft: read.value, span }, next: read.next };
    }
    clipped = tokens.slice(0, read.next - 1);
  }
  return undefined;
}

function titleOf(text: string, spans: readonly TakenSpan[]): string {
  let title = '';
  let from = 0;
  for (const { start, end } of spans) {
    title += `${text.slice(from, start)} `;
    from = Math.max(from, end);
  }
  title += text.slice(from);
  const tidy = title
    .replace(/[ \t\n\r]{1,2000}/g, ' ')
    .replace(/ ([,.;:!?]+)(?=\s|$)/g, '$1')
    .replace(/([,;:]) ?(?=[,;:.])/g, '')
    .trim();
  const bare = leadIns
    .reduce((left, lead) => left.replace(lead, ''), tidy)
    .replace(/^[,;:.\- ]{1,20}/, '')
    .replace(/[,;:\- ]{1,20}$/, '')
    .trim();
  return bare === '' ? tidy || text.trim() : bare;
}
