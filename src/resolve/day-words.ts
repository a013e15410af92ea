import type { Weekday } from './calendar.ts';
import { phraseTable } from './tokens.ts';

export const weekdayNames = phraseTable<Weekday>({
  'sunday|sun|sunda|sundy': 0,
  'monday|mon|munday|moday': 1,
  'tuesday|tue|tues|teusday|tuseday|tuesdy': 2,
  'wednesday|wed|weds|wensday|wednsday|wendesday|wednesdy': 3,
  'thursday|thu|thur|thurs|thrusday|thursdy|thursady': 4,
  'friday|fri|firday|frida|fridy': 5,
  'saturday|sat|saterday|satuday|saturdy': 6,
});

export const monthNames = phraseTable<number>({
  'january|jan': 1,
  'february|feb|febuary|feburary': 2,
  'march|mar': 3,
  'april|apr': 4,
  may: 5,
  'june|jun': 6,
  'july|jul': 7,
  'august|aug': 8,
  'september|sep|sept': 9,
  'october|oct': 10,
  'november|nov': 11,
  'december|dec': 12,
});

/** Days counted from today. */
export const relativeDays = phraseTable<number>({
  'today|tdy|2day|tday|otd|the day|this day': 0,
  'tomorrow|tom|tomorow|tommorow|tommorrow|tomorro|tomorrrow|tmrw|tmr|tmrrw|tmw|tomoz|tomo|2moro|2morow|2morrow|2morro|2moz|2mrw|2mro|morrow|the morrow': 1,
  'day after tomorrow|the day after tomorrow|overmorrow|day after tmrw|day after tmr|the day after tmrw': 2,
  'yesterday|yday': -1,
  'day before yesterday|the day before yesterday': -2,
});
