import * as v from 'valibot';
import type { Answer, ArgumentSpec, ArgumentValue, Call, FilterValue, ToolSpec } from '../core/call.ts';
import { failure, success, type Outcome } from '../core/outcome.ts';
import { maxAnswerBytes, maxCalls, tags, valueSchema, type Vocabulary } from './grammar.ts';
import { lex, type Token } from './lexer.ts';

export type ContractCode =
  | 'answer_empty'
  | 'answer_too_long'
  | 'bad_envelope'
  | 'bad_analysis'
  | 'bad_final'
  | 'no_calls'
  | 'too_many_calls'
  | 'bad_syntax'
  | 'unknown_tool'
  | 'unknown_argument'
  | 'repeated_argument'
  | 'missing_argument'
  | 'wrong_type';

type Parsed<Value> = Outcome<Value, ContractCode>;

/**
 * Reads an engine's whole answer. The text is hostile: anything outside the grammar fails the answer as a whole, with a
 * code, so that no part of a malformed answer ever becomes a call.
 */
export function parseAnswer(text: string, vocabulary: Vocabulary): Parsed<Answer> {
  if (text.trim() === '') return failure('answer_empty', 'The answer is empty.');
  if (new TextEncoder().encode(text).length > maxAnswerBytes) {
    return failure('answer_too_long', `The answer is longer than ${String(maxAnswerBytes / 1024)} KiB.`);
  }
  if (text.startsWith(tags.final[0])) return parseFinal(text);
  return parseAction(text, vocabulary);
}

function parseFinal(text: string): Parsed<Answer> {
  const inner = between(text, tags.final);
  if (inner === null) return failure('bad_envelope', 'The final sentence is not closed.');
  const sentence = inner.trim();
  if (sentence === '' || mentionsTag(sentence))
    return failure('bad_final', 'The final sentence is empty or malformed.');
  return success({ kind: 'final', text: sentence });
}

function parseAction(text: string, vocabulary: Vocabulary): Parsed<Answer> {
  const lines = text.split('\n');
  const analysisEnd = lines.indexOf(tags.analysis[1]);
  if (lines[0] !== tags.analysis[0] || analysisEnd < 0 || lines[analysisEnd + 1] !== tags.action[0]) {
    return failure('bad_envelope', 'The answer is not an analysis followed by an action, nor a final sentence.');
  }
  if (lines.at(-1) !== tags.action[1]) return failure('bad_envelope', 'The action is not closed.');
  const analysis = lines.slice(1, analysisEnd).join('\n').trim();
  if (analysis === '' || mentionsTag(analysis)) return failure('bad_analysis', 'The analysis is empty or malformed.');
  const calls = parseCalls(lines.slice(analysisEnd + 2, -1), vocabulary);
  return calls.ok ? success({ kind: 'action', analysis, calls: calls.value }) : calls;
}

function parseCalls(lines: readonly string[], vocabulary: Vocabulary): Parsed<Call[]> {
  if (lines.length === 0) return failure('no_calls', 'The action holds no call.');
  if (lines.length > maxCalls)
    return failure('too_many_calls', `The action holds more than ${String(maxCalls)} calls.`);
  const calls: Call[] = [];
  for (const line of lines) {
    const call = parseCall(line, vocabulary);
    if (!call.ok) return call;
    calls.push(call.value);
  }
  return success(calls);
}

export function parseCall(line: string, vocabulary: Vocabulary): Parsed<Call> {
  const tokens = lex(line);
  const name = tokens?.[0];
  if (tokens === null || name?.kind !== 'name') return badSyntax(line);
  const written = readArguments(new TokenReader(tokens.slice(1)));
  if (written === null) return badSyntax(line);
  const tool = vocabulary.tools.find((candidate) => candidate.name === name.text);
  if (tool === undefined) return failure('unknown_tool', `There is no tool named “${name.text}”.`);
  return checkArguments(tool, written, vocabulary.filter);
}

function badSyntax(line: string): Parsed<never> {
  return failure('bad_syntax', `This line is not a call: ${line.slice(0, 80)}`);
}

type WrittenArgument = { name: string; value: ArgumentValue };

function checkArguments(
  tool: ToolSpec,
  written: readonly WrittenArgument[],
  filter: readonly ArgumentSpec[],
): Parsed<Call> {
  const args: { [name: string]: ArgumentValue } = {};
  for (const { name, value } of written) {
    const spec = tool.args.find((candidate) => candidate.name === name);
    if (spec === undefined) return failure('unknown_argument', `${tool.name} has no argument “${name}”.`);
    if (name in args) return failure('repeated_argument', `${tool.name} is given “${name}” twice.`);
    if (!v.is(valueSchema(spec, filter), value)) {
      return failure('wrong_type', `“${name}” of ${tool.name} has a value of the wrong kind.`);
    }
    args[name] = value;
  }
  const missing = tool.args.find((spec) => spec.required && !(spec.name in args));
  if (missing !== undefined) return failure('missing_argument', `${tool.name} needs “${missing.name}”.`);
  return success({ tool: tool.name, args });
}

class TokenReader {
  #next = 0;
  readonly #tokens: readonly Token[];
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }
  take(): Token | undefined {
    return this.#tokens[this.#next++];
  }
  /** Takes the mark if it comes next. */
  skip(mark: string): boolean {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    this.#next += 1;
    return true;
  }
  get atEnd(): boolean {
    return this.#next >= this.#tokens.length;
  }
}

/** The arguments between the parentheses that must end the line, or null where the line is malformed. */
function readArguments(reader: TokenReader): WrittenArgument[] | null {
  if (!reader.skip('(')) return null;
  const items = readItems(reader, ')', readArgument);
  return items !== null && reader.atEnd ? items : null;
}

function readArgument(reader: TokenReader): WrittenArgument | null {
  const name = reader.take();
  if (name?.kind !== 'name' || !reader.skip('=')) return null;
  const value = readValue(reader);
  return value === null ? null : { name: name.text, value };
}

function readValue(reader: TokenReader): ArgumentValue | null {
  if (reader.skip('[')) return readItems(reader, ']', readString);
  if (reader.skip('{')) return readFilter(reader);
  const token = reader.take();
  if (token?.kind === 'string' || token?.kind === 'number') return token.value;
  if (token?.kind === 'name' && (token.text === 'true' || token.text === 'false')) return token.text === 'true';
  return null;
}

function readString(reader: TokenReader): string | null {
  const token = reader.take();
  return token?.kind === 'string' ? token.value : null;
}

function readFilter(reader: TokenReader): FilterValue | null {
  const entries = readItems(reader, '}', (inner) => {
    const key = readString(inner);
    if (key === null || !inner.skip(':')) return null;
    const value = inner.skip('[') ? readItems(inner, ']', readString) : readString(inner);
    return value === null ? null : ([key, value] as const);
  });
  if (entries === null) return null;
  const keys = new Set(entries.map(([key]) => key));
  return keys.size === entries.length ? Object.fromEntries(entries) : null;
}

/** Items separated by commas up to the closing mark, which it takes; null where one is malformed. */
function readItems<Item>(
  reader: TokenReader,
  close: string,
  readItem: (reader: TokenReader) => Item | null,
): Item[] | null {
  const items: Item[] = [];
  if (reader.skip(close)) return items;
  for (;;) {
    const item = readItem(reader);
    if (item === null) return null;
    items.push(item);
    if (reader.skip(close)) return items;
    if (!reader.skip(',')) return null;
  }
}

function between(text: string, [open, close]: readonly [string, string]): string | null {
  return text.startsWith(open) && text.endsWith(close) && text.length >= open.length + close.length
    ? text.slice(open.length, -close.length)
    : null;
}

function mentionsTag(text: string): boolean {
  return /<\/?(analysis|action|final|code)>/.test(text);
}
