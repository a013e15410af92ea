import type { CareLevel } from './core/judgement.ts';
import { success } from './core/outcome.ts';
import { decideText } from './guard/decide-text.ts';
import { endlessPatience } from './guard/guard-client.ts';
import { weighWords, withoutEach, wordsOf } from './guard/weigh-words.ts';
import type { GuardDoor, JudgedText } from './view/guard/guard-door.ts';
import type { WiredGuard } from './wire-guard.ts';

/** Texts that are sent at once, so that progress is seen and stopping is quick. */
const partSize = 32;

/** The guard as its own pages see it: the same worker, cuts and policy as a run's. */
export function wireGuardDoor({ client, cuts }: WiredGuard, care: () => CareLevel): GuardDoor {
  return {
    cuts,
    tryText: async (text) => {
      const judged = await client.judge(text, endlessPatience).answer();
      if (!judged.ok) return judged;
      const { heads, ms } = judged.value;
      return success({ heads, cuts, ...(await decideText(text, { heads, cuts }, care())), ms });
    },
    weighWords: async (text) => {
      const words = wordsOf(text);
      // The whole text goes along, so that all scores share their rounding.
      const judged = await client.judgeMany([text, ...withoutEach(text, words)]);
      if (!judged.ok) return judged;
      const [whole, ...without] = judged.value.map(({ heads }) => heads);
      return success(whole === undefined ? [] : weighWords(words, whole, without));
    },
    judgeMany: async (texts, onJudged) => {
      const done: JudgedText[] = [];
      for (let at = 0; at < texts.length; at += partSize) {
        const part = await client.judgeMany(texts.slice(at, at + partSize));
        if (!part.ok) return part;
        done.push(...part.value);
        if (!onJudged(done.length)) break;
      }
      return success(done);
    },
  };
}
