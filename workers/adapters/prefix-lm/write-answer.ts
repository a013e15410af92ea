import { tags } from '../../../src/contract/grammar.ts';
import { writeAnalysis, writeString, writeValue } from '../../../src/contract/write.ts';
import type { Call } from '../../../src/core/call.ts';
import type { AnswerTools, Slot } from './answer-tools.ts';
import { copiedText, type Source } from './source.ts';
import type { ContractToken, TokenTable } from './token-table.ts';

/**
 * Turns legal tokens into the contract's text, growing at its end only: what is shown while the answer is being written
 * never changes afterwards.
 */
export class AnswerWriter {
  readonly #tools: AnswerTools;
  readonly #table: TokenTable;
  readonly #source: Source;
  readonly #fixed: readonly Call['args'][];
  #calls = 0;
  #text = '';
  /** The nouns of the plan, for the analysis; null once the calls have begun. */
  #nouns: string[] | null = [];
  #slots: readonly Slot[] = [];
  #phrases = 0;
  /** Written when what is open ends: a call's parenthesis, a filter's brace, a list's bracket, a string's quote. */
  #open: { call: boolean; filter: boolean; list: boolean; string: boolean } = closed;
  #needsComma = false;
  /** The value is a list of strings. */
  #inTexts = false;
  #firstIndex: number | null = null;

  /** `fixed` are the arguments of each call that are written without a token of theirs. */
  constructor(tools: AnswerTools, table: TokenTable, source: Source, fixed: readonly Call['args'][] = []) {
    this.#fixed = fixed;
    this.#tools = tools;
    this.#table = table;
    this.#source = source;
  }

  get text(): string {
    return this.#text;
  }

  /** Takes the next token of an answer that follows the grammar. */
  take(token: number): void {
    const contract = this.#table.contractToken(token);
    if (contract === null) this.#copy(this.#table.sourceIndex(token));
    else this.#say(contract);
  }

  #say(token: ContractToken): void {
    switch (token.kind) {
      case 'tool':
        this.#tool(token);
        return;
      case 'argument':
        this.#endFilter();
        this.#key(`${token.text}=`, this.#slots, token.id);
        return;
      case 'filter':
        this.#endValue();
        this.#key(`${writeString(token.text)}: `, this.#tools.filter, token.id);
        return;
      case 'enum':
        this.#text += writeString(token.text);
        return;
      case 'number':
        this.#text += token.text;
        return;
      case 'word':
        this.#part(token.text);
        return;
      case 'phrase':
        this.#text += this.#phrases === 0 ? token.text : ` ${token.text}`;
        this.#phrases += 1;
        return;
      case 'control':
        this.#control(token.text);
    }
  }

  #tool({ id, text }: ContractToken): void {
    const tool = this.#tools.tools.find(({ token }) => token === id);
    if (tool === undefined) throw new Error(`The model has no tool ${text}`);
    if (this.#nouns !== null) {
      // The sentence waits for the whole plan: one noun more can change the words before it.
      if (this.#nouns.length === 0) this.#text += `${tags.analysis[0]}\n`;
      this.#nouns.push(tool.noun);
      return;
    }
    this.#endCall();
    this.#slots = tool.slots;
    this.#text += `${text}(`;
    this.#open = { ...closed, call: true };
    this.#needsComma = false;
    for (const [name, value] of Object.entries(this.#fixed[this.#calls] ?? {})) {
      this.#text += `${this.#needsComma ? ', ' : ''}${name}=${writeValue(value)}`;
      this.#needsComma = true;
    }
    this.#calls += 1;
  }

  #control(text: string): void {
    if (text === '<final>') this.#text += `${tags.final[0]}\n`;
    else if (text === '<action>') {
      this.#text += `${writeAnalysis(this.#nouns ?? [])}\n${tags.analysis[1]}\n${tags.action[0]}\n`;
      this.#nouns = null;
    } else if (text === '<,>') {
      this.#endString();
      this.#text += ', ';
    } else if (this.#phrases > 0) this.#text += `\n${tags.final[1]}`;
    else {
      this.#endCall();
      this.#text += tags.action[1];
    }
  }

  #key(written: string, slots: readonly Slot[], token: number): void {
    const kind = slots.find((slot) => slot.token === token)?.value.kind;
    this.#text += (this.#needsComma ? ', ' : '') + written;
    this.#needsComma = true;
    this.#inTexts = kind === 'texts';
    if (kind !== 'filter') return;
    this.#text += '{';
    this.#open = { ...this.#open, filter: true };
    this.#needsComma = false;
  }

  #copy(index: number): void {
    if (this.#firstIndex === null) {
      this.#firstIndex = index;
      return;
    }
    this.#part(copiedText(this.#source, this.#firstIndex, index));
    this.#firstIndex = null;
  }

  /** One more part of a text. The escapes of two parts joined are the escapes of the parts. */
  #part(part: string): void {
    if (this.#inTexts && !this.#open.list) {
      this.#text += '[';
      this.#open = { ...this.#open, list: true };
    }
    this.#text += (this.#open.string ? ' ' : '"') + writeString(part).slice(1, -1);
    this.#open = { ...this.#open, string: true };
  }

  #endString(): void {
    if (this.#open.string) this.#text += '"';
    this.#open = { ...this.#open, string: false };
  }

  #endValue(): void {
    this.#endString();
    if (this.#open.list) this.#text += ']';
    this.#open = { ...this.#open, list: false };
  }

  #endFilter(): void {
    this.#endValue();
    if (this.#open.filter) {
      this.#text += '}';
      this.#needsComma = true;
    }
    this.#open = { ...this.#open, filter: false };
  }

  #endCall(): void {
    this.#endFilter();
    if (this.#open.call) this.#text += ')\n';
    this.#open = closed;
  }
}

const closed = { call: false, filter: false, list: false, string: false };
