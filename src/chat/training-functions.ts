import { noConversation, type GenerateRequest, type LoadRequest, type Round } from '../protocol/engine.ts';
import { functionMarks, functionPrompt } from './function-prompt.ts';
import { chatMessages } from './prompt.ts';

const [start, end] = functionMarks.call;
const added = '<analysis>\nA new task.\n</analysis>\n<action>\nadd_task(title="milk")\n</action>';
const turns: { text: string; rounds: Round[]; answer: string }[] = [
  {
    text: 'add milk',
    rounds: [],
    answer: `${start}call:add_task{title:${functionMarks.text}milk${functionMarks.text}}${end}${functionMarks.response[0]}`,
  },
  {
    text: 'add milk',
    rounds: [{ answer: added, observation: 'Added “milk”.\n- "milk"' }],
    answer: `It is on the list.${functionMarks.endOfTurn}`,
  },
  { text: 'hello', rounds: [], answer: `Hello there!${functionMarks.endOfTurn}` },
];

/**
 * Prompts as the app writes them, with the answers that training/llm/tiny.py has a toy of this architecture learn by heart.
 * What all of them begin with, the functions, stands there once.
 */
export function trainingFunctionsJson(vocabulary: LoadRequest['vocabulary']): string {
  const cases = [[], ['Inbox']].flatMap((listNames) =>
    turns.map(({ text, rounds, answer }) => {
      const state = { ...noConversation, listNames };
      const request: GenerateRequest = { runId: 'x', modelId: 'x', text, state, rounds };
      return { prompt: functionPrompt(chatMessages(request, vocabulary, 'functions'), vocabulary), answer };
    }),
  );
  const [first] = cases;
  const opening = first?.prompt.slice(0, first.prompt.indexOf(`${functionMarks.turn}user`)) ?? '';
  const rest = cases.map(({ prompt, answer }) => ({ prompt: prompt.slice(opening.length), answer }));
  return `${JSON.stringify({ opening, cases: rest }, null, 1)}\n`;
}
