import { parseAnswer } from '../contract/parse.ts';
import type { ArgumentSpec, ArgumentValue, Call, FilterValue, ToolSpec } from '../core/call.ts';
import type { LoadRequest } from '../protocol/engine.ts';
import type { ChatMessage } from './chat-model.ts';
import { argumentWords } from './prompt.ts';

type Vocabulary = LoadRequest['vocabulary'];

/** FunctionGemma's control tokens, as its publisher documents them. Each is one token to the model. */
export const functionMarks = {
  begin: '<bos>',
  turn: '<start_of_turn>',
  endOfTurn: '<end_of_turn>',
  declaration: ['<start_function_declaration>', '<end_function_declaration>'],
  call: ['<start_function_call>', '<end_function_call>'],
  response: ['<start_function_response>', '<end_function_response>'],
  /** Before and after every text. */
  text: '<escape>',
} as const;

/** Where the model has said what it has to say: it ends its turn, or waits for what its calls gave. */
export const functionStops: readonly string[] = [functionMarks.endOfTurn, functionMarks.response[0]];

/** The tokens without which a model is none of this kind. */
export const functionTokens: readonly string[] = [
  functionMarks.turn,
  functionMarks.endOfTurn,
  ...functionMarks.declaration,
  ...functionMarks.call,
  ...functionMarks.response,
  functionMarks.text,
];

/**
 * A conversation as the model was trained on it: the functions in the developer's turn, calls and what they gave in the
 * model's own. The messages are those of `chatMessages` for the form `functions`, and hold no control token.
 */
export function functionPrompt(messages: readonly ChatMessage[], vocabulary: Vocabulary): string {
  const { begin, turn, endOfTurn } = functionMarks;
  let prompt: string = begin;
  /** The calls that wait for what they gave, in a turn of the model's that is still open. */
  let waiting: readonly Call[] = [];
  for (const { role, content } of messages) {
    if (role === 'system') {
      prompt += `${turn}developer\n${content}${declareFunctions(vocabulary)}${endOfTurn}\n`;
    } else if (role === 'assistant') {
      const answer = parseAnswer(content, vocabulary);
      waiting = answer.ok && answer.value.kind === 'action' ? answer.value.calls : [];
      const opened = prompt.endsWith(functionMarks.response[1]) ? prompt : `${prompt}${turn}model\n`;
      prompt = waiting.length > 0 ? `${opened}${waiting.map(writeCall).join('')}` : `${opened}${content}${endOfTurn}\n`;
    } else if (waiting.length > 0) {
      prompt += writeResponse(waiting, content);
      waiting = [];
    } else {
      const closed = prompt.endsWith(functionMarks.response[1]) ? `${prompt}${endOfTurn}\n` : prompt;
      prompt = `${closed}${turn}user\n${content.trim()}${endOfTurn}\n`;
    }
  }
  return prompt.endsWith(functionMarks.response[1]) ? prompt : `${prompt}${turn}model\n`;
}

/** What the calls of one answer gave is told in one piece, under the name of the last of them. */
function writeResponse(calls: readonly Call[], value: string): string {
  const [start, end] = functionMarks.response;
  return `${start}response:${calls.at(-1)?.tool ?? ''}{value:${text(value)}}${end}`;
}

export function declareFunctions({ tools, filter }: Vocabulary): string {
  const [start, end] = functionMarks.declaration;
  return tools.map((tool) => `${start}${declare(tool, filter)}${end}`).join('');
}

function declare({ name, summary, args }: ToolSpec, filter: readonly ArgumentSpec[]): string {
  return `declaration:${name}{description:${text(summary)},parameters:${objectShape(args, filter)}}`;
}

/** Keys stand in the order of the alphabet, as everywhere in the model's training. */
function objectShape(specs: readonly ArgumentSpec[], filter: readonly ArgumentSpec[]): string {
  const properties = byName(specs).map((spec) => `${spec.name}:${propertyShape(spec, filter)}`);
  const required = specs.filter((spec) => spec.required).map(({ name }) => text(name));
  const parts = [
    ...(properties.length > 0 ? [`properties:{${properties.join(',')}}`] : []),
    ...(required.length > 0 ? [`required:[${required.join(',')}]`] : []),
    `type:${text('OBJECT')}`,
  ];
  return `{${parts.join(',')}}`;
}

function propertyShape(spec: ArgumentSpec, filter: readonly ArgumentSpec[]): string {
  const described = `description:${text(argumentWords(spec))}`;
  switch (spec.kind) {
    case 'texts':
      return `{${described},items:{type:${text('STRING')}},type:${text('ARRAY')}}`;
    case 'enum':
      return `{${described},enum:[${(spec.values ?? []).map(text).join(',')}],type:${text('STRING')}}`;
    case 'int':
      return `{${described},type:${text('INTEGER')}}`;
    case 'filter':
      return `{${described},${objectShape(filter, []).slice(1)}`;
    default:
      return `{${described},type:${text('STRING')}}`;
  }
}

function writeCall({ tool, args }: Call): string {
  const [start, end] = functionMarks.call;
  return `${start}call:${tool}${writeObject(args)}${end}`;
}

function writeObject(values: { readonly [name: string]: ArgumentValue }): string {
  const names = Object.keys(values).sort();
  return `{${names.map((name) => `${name}:${writeValue(values[name] ?? '')}`).join(',')}}`;
}

function writeValue(value: ArgumentValue): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly string[]).map(text).join(',')}]`;
  return writeObject(value as FilterValue);
}

function text(value: string): string {
  return `${functionMarks.text}${value}${functionMarks.text}`;
}

function byName(specs: readonly ArgumentSpec[]): readonly ArgumentSpec[] {
  return [...specs].sort((a, b) => (a.name < b.name ? -1 : 1));
}
