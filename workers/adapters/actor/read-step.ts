import type { ActorStep, Division, StepArgument, StepValue } from '../../../src/protocol/actor.ts';
import { copiedText, type Source } from '../prefix-lm/source.ts';
import type { TokenTable } from '../prefix-lm/token-table.ts';

/** The step that legal tokens say; copied values are the texts' own characters. */
export function readStep(tokens: readonly number[], table: TokenTable, source: Source): ActorStep {
  const step = { seen: '', safe: true, thought: '', call: '' };
  const args: StepArgument[] = [];
  let first: number | null = null;
  const give = (value: StepValue): void => {
    const argument = args.pop();
    if (argument !== undefined) args.push({ ...argument, value });
  };
  for (const token of tokens) {
    const contract = table.contractToken(token);
    if (contract === null) {
      const index = table.sourceIndex(token);
      if (first === null) first = index;
      else {
        give(copied(source, first, index));
        first = null;
      }
      continue;
    }
    const { kind, text } = contract;
    if (kind === 'phrase' && text.startsWith('seen ')) step.seen = text.slice(5);
    else if (kind === 'phrase') step.thought = text.replace(/^think /, '');
    else if (text === '<unsafe>') step.safe = false;
    else if (kind === 'tool') step.call = text;
    else if (kind === 'argument') args.push({ name: text, value: { kind: 'number', parts: [] } });
    else if (kind === 'enum') give({ kind: 'word', word: text });
    else if (kind === 'number') give(added(args.at(-1)?.value, Number(text)));
    else if (kind === 'word') give(divided(args.at(-1)?.value, text === 'half' ? 'half' : 'share'));
  }
  return { ...step, args };
}

function copied(source: Source, first: number, last: number): StepValue {
  const from = source.words.find((word) => word.first === first)?.sentence === 1 ? 'observation' : 'instruction';
  return { kind: 'copy', text: copiedText(source, first, last), from };
}

function added(value: StepValue | undefined, part: number): StepValue {
  return { kind: 'number', parts: [...(value?.kind === 'number' ? value.parts : []), part] };
}

function divided(value: StepValue | undefined, divide: Division): StepValue {
  if (value === undefined || value.kind === 'word') throw new Error('There is no amount to divide');
  return { ...value, divide };
}
