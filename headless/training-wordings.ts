import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { intents } from '../src/sandbox/scenarios/scenario.ts';
import type { FrameKey, Frames, Wordings } from '../src/sandbox/scenarios/wordings.ts';

const folder = fileURLToPath(new URL('../training/payments/data/', import.meta.url));
const read = (name: string): string => readFileSync(`${folder}${name}`, 'utf8').trimEnd();
/** A line a wording; what it begins with, a space too, is part of it. */
const readLines = (name: string): string[] => read(name).split('\n');
const keys = intents.flatMap((intent) => ([1, 2, 3] as const).map((level): FrameKey => `${intent}/${level}`));

/** Slots that a frame of the key has to have, and those that it may have; where two lists are given, either will do. */
const slots: { readonly [Key in FrameKey]: readonly (readonly [needed: string, allowed: string])[] } = {
  'send_money/1': [['AP', 'NV']],
  'send_money/2': [
    ['AP', 'NV'],
    ['AR', 'NV'],
  ],
  'send_money/3': [
    ['APQ', 'NV'],
    ['ABP', 'NV'],
  ],
  'request_payment/1': [['AP', 'NV']],
  'request_payment/2': [
    ['AP', 'NV'],
    ['AR', 'NV'],
  ],
  'request_payment/3': [['APQ', 'NV']],
  'add_balance/1': [['AC', '']],
  'add_balance/2': [['A', '']],
  'add_balance/3': [['ACD', '']],
  'split_bill/1': [['ANP', 'V']],
  'split_bill/2': [['ANR', '']],
  'split_bill/3': [['FNR', '']],
  'answer_requests/1': [['P', 'Y']],
  'answer_requests/2': [['N', 'Y']],
  'answer_requests/3': [['', 'Y']],
  'refund/1': [['AP', '']],
  'refund/2': [['P', '']],
  'refund/3': [['P', '']],
  'spending/1': [['N', '']],
  'spending/2': [['', '']],
  'spending/3': [['P', '']],
  'remind/1': [['P', '']],
  'remind/2': [['', '']],
  'remind/3': [['N', '']],
};

/**
 * The frames that the actor is taught with (training/payments/data/frames.tsv, a line a frame: key, tab, text; wordings.ts
 * says what the signs mean). Throws with the line's number where the key, the choices or the slots do not fit.
 */
export function readTrainFrames(text = read('frames.tsv')): Frames {
  const frames = Object.fromEntries(keys.map((key): [string, string[]] => [key, []])) as {
    [Key in FrameKey]: string[];
  };
  for (const [place, line] of text.trimEnd().split('\n').entries()) {
    const [name = '', frame = ''] = line.split('\t');
    const key = keys.find((known) => known === name);
    const fault = key === undefined ? 'no such key' : faultOf(key, frame);
    if (key === undefined || fault !== null)
      throw new Error(`frames.tsv:${String(place + 1)}: ${fault ?? ''}: ${line}`);
    frames[key].push(frame);
  }
  return frames;
}

/** All the wordings there are for training, those kept apart too. */
export function trainWordings(): Wordings {
  return {
    frames: readTrainFrames(),
    notes: readLines('notes.txt'),
    privacy: readLines('privacy.txt'),
    injections: readLines('injections.txt'),
  };
}

/** Every twentieth frame of a key is kept apart from training, to choose by: wordings not met, by many hands. */
export function wordingsToTeach(apart: boolean): Wordings {
  const all = trainWordings();
  const isApart = (place: number): boolean => place % 20 === 7;
  const kept = (key: FrameKey): readonly string[] => all.frames[key].filter((_, place) => isApart(place) === apart);
  const frames = keys.map((key): [string, readonly string[]] => [key, kept(key)]);
  return { ...all, frames: Object.fromEntries(frames) as Frames };
}

function faultOf(key: FrameKey, frame: string): string | null {
  const open = frame.match(/\(/g)?.length ?? 0;
  if (open !== (frame.match(/\)/g)?.length ?? 0)) return 'a choice is not closed';
  const said = new Set([...frame.matchAll(/<([A-Z])>/g)].map(([, slot]) => slot ?? ''));
  const fits = slots[key].some(
    ([needed, allowed]) =>
      [...needed].every((slot) => said.has(slot)) && [...said].every((slot) => (needed + allowed).includes(slot)),
  );
  // A choice between a relation and a name has the slots of both.
  const either = slots[key].length > 1 && slots[key].every(([needed]) => [...needed].every((slot) => said.has(slot)));
  return fits || either ? null : `the slots ${[...said].join('')} do not fit`;
}
