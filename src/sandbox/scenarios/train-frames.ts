import { billFrames } from './train-wordings-bills.ts';
import { pastFrames } from './train-wordings-past.ts';
import { payFrames } from './train-wordings-pay.ts';
import { trainFrames as firstFrames } from './train-wordings.ts';
import type { FrameKey, Frames } from './wordings.ts';

/** All frames that the actor is taught with, the first ones and those written since. */
export const trainFrames: Frames = { ...payFrames, ...billFrames, ...pastFrames };
for (const key of Object.keys(firstFrames) as FrameKey[]) trainFrames[key] = [...firstFrames[key], ...trainFrames[key]];
