import { maxCalls } from '../../../src/contract/grammar.ts';
import type { AnswerTool, AnswerTools, Slot } from './answer-tools.ts';
import type { GivenCalls } from './given-calls.ts';
import type { CopyableWord } from './source.ts';
import type { TokenTable } from './token-table.ts';

export const most = { calls: maxCalls, parts: 4, texts: 10, phrases: 3 };

/** What is being written. `slots` are the arguments, or the keys of a filter, that may still come. */
type Step =
  | { at: 'start' }
  | { at: 'plan' }
  | { at: 'phrases'; count: number }
  | { at: 'call' }
  | { at: 'argument' }
  | { at: 'choice'; tokens: readonly number[] }
  | { at: 'text'; slot: Slot; parts: number; texts: number; worded: boolean }
  | { at: 'part'; slot: Slot; parts: number; texts: number; first: CopyableWord }
  | { at: 'done' };

/**
 * The legal next tokens of one answer, step by step (docs/agent-model.md, Target). `training/agent/grammar.py` is the
 * same automaton; training/agent/fixtures holds the two equal.
 */
export class TokenGrammar {
  readonly #tools: AnswerTools;
  readonly #given: readonly AnswerTool[] | null;
  readonly #apart: readonly CopyableWord[];
  readonly #table: TokenTable;
  readonly #firsts: ReadonlyMap<number, CopyableWord>;
  readonly #lasts: ReadonlyMap<number, CopyableWord>;
  #step: Step = { at: 'start' };
  readonly #plan: AnswerTool[] = [];
  #call = 0;
  #slots: readonly Slot[] = [];
  #filterSlots: readonly Slot[] = [];

  /** `given`: the plan is known, its tools need not be those of `tools` in every slot, and some words are not copied. */
  constructor(tools: AnswerTools, table: TokenTable, words: readonly CopyableWord[], given: GivenCalls | null = null) {
    this.#given = given?.plan ?? null;
    this.#apart = given?.apart ?? [];
    const copied = words.filter((word) => !this.#apart.includes(word));
    this.#tools = tools;
    this.#table = table;
    this.#firsts = new Map(copied.map((word) => [table.copyOf(word.first), word]));
    this.#lasts = new Map(copied.map((word) => [table.copyOf(word.last), word]));
  }

  get done(): boolean {
    return this.#step.at === 'done';
  }

  /** Each legal token once. Where there is one only, it need not be asked of the model. */
  legal(): number[] {
    const step = this.#step;
    switch (step.at) {
      case 'start':
        return this.#nextGiven() ?? [...this.#writableTools(), this.#table.control('<final>')];
      case 'plan': {
        const given = this.#nextGiven();
        if (given !== null) return given;
        const more = this.#plan.length < most.calls ? this.#writableTools() : [];
        return [this.#table.control('<action>'), ...more];
      }
      case 'phrases': {
        const more = step.count < most.phrases ? this.#phrases() : [];
        return step.count > 0 ? [...more, this.#table.control('</s>')] : more;
      }
      case 'call':
        return [this.#callTool().token];
      case 'argument':
        return this.#afterValue();
      case 'choice':
        return [...step.tokens];
      case 'text':
        return this.#nextInText(step);
      case 'part':
        return this.#lastsFrom(step.first);
      case 'done':
        return [];
    }
  }

  /** Takes a legal token; anything else is a bug of the caller. */
  advance(token: number): void {
    if (!this.legal().includes(token)) throw new Error(`Token ${String(token)} is not legal here`);
    const contract = this.#table.contractToken(token);
    if (contract === null) this.#takeCopy(token);
    else if (contract.kind === 'tool') this.#takeTool(token);
    else if (contract.kind === 'argument') this.#takeArgument(token);
    else if (contract.kind === 'filter') this.#takeFilterKey(token);
    else if (contract.kind === 'control') this.#takeControl(contract.text);
    else this.#takeValue(contract.kind);
  }

  /** The next tool of a plan that is known, or its end; null where the plan is the model's. */
  #nextGiven(): number[] | null {
    if (this.#given === null) return null;
    return [this.#given[this.#plan.length]?.token ?? this.#table.control('<action>')];
  }

  #phrases(): number[] {
    return this.#table.tokens.filter(({ kind }) => kind === 'phrase').map(({ id }) => id);
  }

  /** Without a word to copy, a tool that needs one would lead nowhere. */
  #writableTools(): number[] {
    const writable = ({ required, value }: Slot): boolean => !required || this.#canFill(value);
    return this.#tools.tools.filter(({ slots }) => slots.every(writable)).map(({ token }) => token);
  }

  #canFill(value: Slot['value']): boolean {
    return value.kind === 'choice' || value.kind === 'filter' || value.word !== null || this.#firsts.size > 0;
  }

  #callTool(): AnswerTool {
    const tool = this.#plan[this.#call];
    if (tool === undefined) throw new Error('The plan has no such call');
    return tool;
  }

  /** The filter's next key, the next argument but never past a required one, or what follows the call. */
  #afterValue(): number[] {
    const tokens = this.#filterSlots.filter(({ value }) => this.#canFill(value)).map(({ token }) => token);
    for (const { token, required, value } of this.#slots) {
      if (this.#canFill(value)) tokens.push(token);
      if (required) return tokens;
    }
    const next = this.#plan[this.#call + 1];
    return [...tokens, next === undefined ? this.#table.control('</s>') : next.token];
  }

  #nextInText({ slot, parts, texts, worded }: Step & { at: 'text' }): number[] {
    const { value } = slot;
    if (value.kind !== 'text' && value.kind !== 'texts') throw new Error('Only texts have parts');
    const firsts = worded || parts >= most.parts ? [] : this.#firsts.keys();
    if (parts === 0 && !worded) return texts === 0 && value.word !== null ? [...firsts, value.word] : [...firsts];
    const comma = value.kind === 'texts' && !worded && texts + 1 < most.texts ? [this.#table.control('<,>')] : [];
    return [...this.#afterValue(), ...firsts, ...comma];
  }

  /** The last pieces of words that are not before the first and lie in the same sentence. */
  #lastsFrom(first: CopyableWord): number[] {
    const free = (last: number): boolean => !this.#apart.some((word) => first.first < word.first && word.first < last);
    const fits = (word: CopyableWord): boolean =>
      word.sentence === first.sentence && word.last >= first.last && free(word.last);
    return [...this.#lasts].filter(([, word]) => fits(word)).map(([token]) => token);
  }

  #takeControl(text: string): void {
    if (text === '<final>') this.#step = { at: 'phrases', count: 0 };
    else if (text === '<action>') this.#step = { at: 'call' };
    else if (text === '<,>' && this.#step.at === 'text') {
      this.#step = { ...this.#step, parts: 0, texts: this.#step.texts + 1 };
    } else this.#step = { at: 'done' };
  }

  #takeTool(token: number): void {
    if (this.#step.at === 'start' || this.#step.at === 'plan') {
      const known = this.#given?.[this.#plan.length];
      this.#plan.push(...(known === undefined ? this.#tools.tools.filter((tool) => tool.token === token) : [known]));
      this.#step = { at: 'plan' };
      return;
    }
    if (this.#step.at !== 'call') this.#call += 1;
    this.#slots = this.#callTool().slots;
    this.#filterSlots = [];
    this.#step = { at: 'argument' };
  }

  #takeArgument(token: number): void {
    const slot = this.#take(this.#slots, token);
    this.#slots = slot.rest;
    this.#filterSlots = [];
    this.#open(slot.taken);
  }

  #takeFilterKey(token: number): void {
    const slot = this.#take(this.#filterSlots, token);
    this.#filterSlots = slot.rest;
    this.#open(slot.taken);
  }

  #take(slots: readonly Slot[], token: number): { taken: Slot; rest: readonly Slot[] } {
    const place = slots.findIndex((slot) => slot.token === token);
    const taken = slots[place];
    if (taken === undefined) throw new Error('No such slot is open');
    return { taken, rest: slots.slice(place + 1) };
  }

  #open(slot: Slot): void {
    switch (slot.value.kind) {
      case 'filter':
        this.#filterSlots = this.#tools.filter;
        this.#step = { at: 'argument' };
        return;
      case 'choice':
        this.#step = { at: 'choice', tokens: slot.value.tokens };
        return;
      default:
        this.#step = { at: 'text', slot, parts: 0, texts: 0, worded: false };
    }
  }

  #takeValue(kind: 'enum' | 'number' | 'word' | 'phrase'): void {
    if (kind === 'phrase' && this.#step.at === 'phrases') this.#step = { at: 'phrases', count: this.#step.count + 1 };
    else if (kind === 'word' && this.#step.at === 'text') this.#step = { ...this.#step, worded: true };
    else this.#step = { at: 'argument' };
  }

  #takeCopy(token: number): void {
    const step = this.#step;
    if (step.at === 'text') {
      const first = this.#firsts.get(token);
      if (first === undefined) throw new Error('A part starts at a word');
      this.#step = { at: 'part', slot: step.slot, parts: step.parts, texts: step.texts, first };
    } else if (step.at === 'part') {
      this.#step = { at: 'text', slot: step.slot, parts: step.parts + 1, texts: step.texts, worded: false };
    }
  }
}
