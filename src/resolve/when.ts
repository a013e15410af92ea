import type { Clock, Due } from '../core/clock.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import { writeDay, writeMinute } from './calendar.ts';
import { readNow } from './now.ts';
import { endsPhrase, readMoment } from './read-moment.ts';
import { settle, type Moment } from './settle.ts';
import { maxPhraseLength, tokenize } from './tokens.ts';

export type WhenFailureCode = 'unknown_date' | 'past_date';

export type WhenOptions = {
  /** The due that the words correct: "an hour later", "7pm" (keeps its day), "friday" (keeps its time). */
  base?: Due;
  /** Days before today are allowed: for what has been, such as a listing. */
  allowPast?: boolean;
};

/**
 * The moment that a phrase names, as an ISO local date, with a time where one was said. A phrase without a year looks
 * forward; only words that name a past day ("yesterday", "3 May 2019") lead to one, and those fail as `past_date`.
 */
export function resolveWhen(phrase: string, clock: Clock, options: WhenOptions = {}): Outcome<Due, WhenFailureCode> {
  const unknown = failure('unknown_date', `I could not read “${phrase.slice(0, 60)}” as a date or time.`);
  if (phrase.length > maxPhraseLength) return unknown;
  const now = readNow(clock, options.base);
  const tokens = tokenize(phrase);
  const read = readMoment(tokens, 0, now);
  if (read === undefined || !endsPhrase(tokens, read.next)) return unknown;
  const settled = settle(read.value, now);
  if (!settled.ok) {
    return settled.reason === 'no-time-to-move'
      ? failure('unknown_date', 'The task has no time of day that could be moved; say the time.')
      : unknown;
  }
  if (settled.moment.day < now.today && options.allowPast !== true) {
    return failure('past_date', `“${phrase}” is ${writeDay(settled.moment.day)}, which is past.`);
  }
  return success(writeDue(settled.moment));
}

export function writeDue(moment: Moment): Due {
  const date = writeDay(moment.day);
  return moment.minute === undefined ? date : `${date}T${writeMinute(moment.minute)}`;
}
