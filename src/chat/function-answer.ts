import { tags } from '../contract/grammar.ts';
import { writeAnalysis, writeAnswer, writeValue } from '../contract/write.ts';
import type { ArgumentValue } from '../core/call.ts';
import type { LoadRequest } from '../protocol/engine.ts';
import { functionMarks, functionTokens } from './function-prompt.ts';

type Vocabulary = LoadRequest['vocabulary'];
/** As it was written, so that what stands there twice is still there twice when the parser judges it. */
type WrittenCall = { tool: string; args: (readonly [name: string, value: ArgumentValue])[] };

/**
 * What a function-calling model wrote, as contract text for the one parser, which judges it. It is hostile: what is neither
 * whole calls and nothing else, nor plain words and nothing else, goes to the parser as it came and fails there.
 */
export function contractOfFunctions(raw: string, { tools }: Vocabulary): string {
  const said = raw.trim();
  if (said.includes(functionMarks.call[0])) {
    const calls = readCalls(said);
    if (calls === null) return said;
    const nouns = calls.map(({ tool }) => tools.find(({ name }) => name === tool)?.noun ?? 'something else');
    const lines = calls.map(({ tool, args }) => `${tool}(${args.map(writeArgument).join(', ')})`);
    return [tags.analysis[0], writeAnalysis(nouns), tags.analysis[1], tags.action[0], ...lines, tags.action[1]].join(
      '\n',
    );
  }
  const isPlain = said !== '' && !said.startsWith('<') && !functionTokens.some((token) => said.includes(token));
  return isPlain ? writeAnswer({ kind: 'final', text: said }) : said;
}

/** What may be shown of an answer that still comes: a last sentence as it grows. Calls are shown when they are whole. */
export function shownOfFunctions(textSoFar: string): string | null {
  const said = textSoFar.trimStart();
  return said === '' || said.includes('<') ? null : `${tags.final[0]}\n${said}`;
}

function writeArgument([name, value]: readonly [string, ArgumentValue]): string {
  return `${name}=${writeValue(value)}`;
}

/** Calls one after the other, whole, with nothing between or after them; null otherwise. */
function readCalls(said: string): WrittenCall[] | null {
  const reader = new Reader(said);
  const calls: WrittenCall[] = [];
  while (!reader.isAtEnd()) {
    const call = reader.call();
    if (call === null) return null;
    calls.push(call);
  }
  return calls;
}

const namePattern = /[a-z_][a-z0-9_]*/uy;
const numberPattern = /-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?/uy;
const wordPattern = /true|false/uy;

/** Reads from left to right and never back; each method gives null where what stands there is something else. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  call(): WrittenCall | null {
    if (!this.#take(functionMarks.call[0]) || !this.#take('call:')) return null;
    const tool = this.#match(namePattern);
    const args = tool === null ? null : this.#entries(() => this.#value());
    if (tool === null || args === null || !this.#take(functionMarks.call[1])) return null;
    // A line break between two calls says nothing.
    this.#match(/\s*/uy);
    return { tool, args };
  }

  #value(): ArgumentValue | null {
    const plain = this.#textOrTexts();
    if (plain !== null) return plain;
    if (this.#sees('{')) {
      const entries = this.#entries(() => this.#textOrTexts());
      if (entries === null || new Set(entries.map(([name]) => name)).size < entries.length) return null;
      return Object.fromEntries(entries);
    }
    const word = this.#match(wordPattern);
    if (word !== null) return word === 'true';
    const number = this.#match(numberPattern);
    return number === null ? null : Number(number);
  }

  #textOrTexts(): string | readonly string[] | null {
    return this.#sees('[') ? this.#items(['[', ']'], () => this.#string()) : this.#string();
  }

  #string(): string | null {
    if (!this.#take(functionMarks.text)) return null;
    const end = this.#text.indexOf(functionMarks.text, this.#at);
    if (end < 0) return null;
    const inner = this.#text.slice(this.#at, end);
    this.#at = end + functionMarks.text.length;
    return inner;
  }

  #entries<Value>(value: () => Value | null): (readonly [string, Value])[] | null {
    return this.#items(['{', '}'], () => {
      const name = this.#match(namePattern);
      if (name === null || !this.#take(':')) return null;
      const inner = value();
      return inner === null ? null : ([name, inner] as const);
    });
  }

  #items<Item>([open, close]: readonly [string, string], item: () => Item | null): Item[] | null {
    if (!this.#take(open)) return null;
    const items: Item[] = [];
    if (this.#take(close)) return items;
    for (;;) {
      const next = item();
      if (next === null) return null;
      items.push(next);
      if (this.#take(close)) return items;
      if (!this.#take(',')) return null;
    }
  }

  #sees(mark: string): boolean {
    return this.#text.startsWith(mark, this.#at);
  }

  #take(mark: string): boolean {
    if (!this.#sees(mark)) return false;
    this.#at += mark.length;
    return true;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    this.#at += found?.length ?? 0;
    return found;
  }
}
