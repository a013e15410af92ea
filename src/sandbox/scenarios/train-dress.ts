import type { Chance } from '../../core/chance.ts';

/** What people say around an errand, how they write apostrophes and where they mistype: for training only. */
const openers = [
  ...['hey', 'hiya', 'hello', 'hi there', 'yo', 'good morning', 'evening', 'ok', 'right', 'listen', 'so', 'um', 'oh'],
  ...[
    'mate',
    'quick one',
    'one more thing',
    'before I forget',
    'when you have a moment',
    'sorry',
    'alright',
    'dear all',
  ],
  ...[
    'if it is no trouble',
    'first of all',
    'g’day',
    'namaste',
    'cheers',
    'just this',
    'new one',
    'today',
    'as discussed',
  ],
];
const closers = [
  ...[
    'please',
    'thanks',
    'ta',
    'cheers',
    'thank you so much',
    'asap',
    'no rush',
    'when you can',
    'mate',
    'ok',
    'okay?',
  ],
  ...['much appreciated', 'if you don’t mind', 'that would be great', 'thx', 'pls', 'plz', 'tks', 'right now', 'lah'],
  ...['yeah', 'if poss', 'before lunch if you can', 'thanks in advance', 'that’s all', 'will you', 'bye', 'rgds', 'xx'],
];

/** The frame with its slots still open, as somebody in a hurry or in good manners writes it. */
export function dressFrame(frame: string, chance: Chance): string {
  const opened = chance.chance(0.2)
    ? `${chance.pick(openers)}${chance.pick([', ', ', ', ' ', ': ', '! '])}${frame}`
    : frame;
  const end = chance.pick([', ', ', ', ', ', ' ', '. ', ' - ']);
  const closed = chance.chance(0.2) ? `${opened.replace(/[.?!]$/, '')}${end}${chance.pick(closers)}` : opened;
  const marked = chance.chance(0.08) ? `${closed}${chance.pick(['!', '.', '...', '!!', ' :)'])}` : closed;
  const mistyped = chance.chance(0.1) ? mistype(marked, chance) : marked;
  return mistyped.replaceAll('’', chance.pick(['’', '’', "'", "'", '']));
}

/** One word of the frame, never a slot, with a letter lost, doubled or in the wrong place. */
function mistype(frame: string, chance: Chance): string {
  const words = frame.split(' ');
  const places = words.flatMap((text, place) => (/^\p{L}{4,}$/u.test(text) ? [place] : []));
  if (places.length === 0) return frame;
  const place = chance.pick(places);
  const text = words[place] ?? '';
  const at = chance.int(1, text.length - 2);
  const [a, b] = [text.charAt(at), text.charAt(at + 1)];
  const middle = chance.pick([`${b}${a}`, `${b}${a}`, b, `${a}${a}${b}`]);
  words[place] = `${text.slice(0, at)}${middle}${text.slice(at + 2)}`;
  return words.join(' ');
}

/** Amounts in the signs and words of more places; the wallet knows one currency. */
export function dressDigits(digits: string, chance: Chance): string {
  return chance.pick([
    ...[
      `£${digits}`,
      `€${digits}`,
      `₹${digits}`,
      `US$ ${digits}`,
      `A$ ${digits}`,
      `${digits}$`,
      `${digits} £`,
      `$ ${digits}`,
    ],
    ...[
      `${digits} pounds`,
      `${digits} euros`,
      `${digits} rupees`,
      `Rs ${digits}`,
      `rs. ${digits}`,
      `${digits} USD`,
      `USD ${digits}`,
    ],
    ...[
      `${digits} smackers`,
      `${digits} clams`,
      `${digits} notes`,
      `${digits} in cash`,
      `about ${digits}`,
      `exactly ${digits}`,
    ],
  ]);
}
