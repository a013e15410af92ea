import type { GenerateRequest, LoadRequest } from '../protocol/engine.ts';
import { chatMessages } from './prompt.ts';

/** Rows of the trainer's kind, odd ones among them. */
const rows = [
  { text: 'add milk', previous: null, state: { ended: null, tools: [], listed: null, tasks: [], lists: [] } },
  {
    text: 'push it to friday',
    previous: 'add “milk”\nand eggs',
    state: {
      ended: 'ran' as const,
      tools: ['add_task', 'list_tasks'],
      listed: 2,
      tasks: ['Say "hi"\n\\now', 'café 🥛'],
      lists: ['Home', '買い物'],
    },
  },
  { text: 'the second\none', previous: null, state: { ended: null, tools: [], listed: 0, tasks: [], lists: ['A'] } },
];

/** What the app tells a chat model of each of them: the trainer in Python has to say the same. */
export function trainingChatJson(vocabulary: LoadRequest['vocabulary']): string {
  const cases = rows.map((row) => {
    const { ended, tools, listed, tasks, lists } = row.state;
    const state = { previousText: row.previous, ended, tools, listed, taskTitles: tasks, listNames: lists };
    const request: GenerateRequest = { runId: 'x', modelId: 'x', text: row.text, state };
    return { row, user: chatMessages(request, vocabulary, 'contract')[1]?.content ?? '' };
  });
  return `${JSON.stringify(cases, null, 1)}\n`;
}
