import { actorVocabulary, numberWords } from './actor-vocabulary.ts';
import { seen, thoughts } from './phrases.ts';

/** What the trainer and the actor's worker need to know of the vocabulary, as data. */
export function actorContractJson(): string {
  const contract = {
    calls: actorVocabulary,
    divisions: ['half', 'share'],
    numbers: numberWords,
    seen: Object.keys(seen),
    thoughts: Object.keys(thoughts),
  };
  return `${JSON.stringify(contract, null, 2)}\n`;
}
