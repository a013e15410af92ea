import type { VocabularyArgument, VocabularyCall } from '../../../src/protocol/actor.ts';
import type { CopyableWord } from '../prefix-lm/source.ts';
import type { TokenKind, TokenTable } from '../prefix-lm/token-table.ts';

const mostNumbers = 3;

type Place =
  | { at: 'seen' | 'safe' | 'thought' | 'call' | 'argument' | 'done' }
  | { at: 'value'; argument: VocabularyArgument }
  | { at: 'last'; argument: VocabularyArgument; first: CopyableWord }
  | { at: 'after'; argument: VocabularyArgument; numbers: number };

/**
 * The legal next tokens of one step: what is seen, whether it is safe, the thought, one call and its arguments in the
 * vocabulary's order. An id is one number of the texts, an amount begins and ends with digits.
 */
export class StepGrammar {
  readonly #table: TokenTable;
  readonly #vocabulary: readonly VocabularyCall[];
  readonly #words: readonly CopyableWord[];
  readonly #texts: readonly [string, string];
  #place: Place = { at: 'seen' };
  #open: readonly VocabularyArgument[] = [];

  constructor(
    table: TokenTable,
    vocabulary: readonly VocabularyCall[],
    words: readonly CopyableWord[],
    texts: readonly [string, string],
  ) {
    this.#table = table;
    this.#vocabulary = vocabulary;
    this.#words = words;
    this.#texts = texts;
  }

  get done(): boolean {
    return this.#place.at === 'done';
  }

  legal(): number[] {
    const place = this.#place;
    switch (place.at) {
      case 'seen':
        return this.#phrases('seen ');
      case 'safe':
        return [this.#table.control('<safe>'), this.#table.control('<unsafe>')];
      case 'thought':
        return this.#phrases('think ');
      case 'call':
        return this.#vocabulary
          .filter(({ args }) => args.every((argument) => !argument.required || this.#canFill(argument)))
          .flatMap(({ name }) => this.#find('tool', name));
      case 'argument':
        return this.#next();
      case 'value':
        return [...this.#closed(place.argument), ...this.#firsts(place.argument)];
      case 'last':
        return this.#lasts(place.argument, place.first).map(({ last }) => this.#table.copyOf(last));
      case 'after':
        return [...this.#more(place.argument, place.numbers), ...this.#next()];
      case 'done':
        return [];
    }
  }

  /** Takes a legal token; anything else is a bug of the caller. */
  advance(token: number): void {
    if (!this.legal().includes(token)) throw new Error(`Token ${String(token)} is not legal here`);
    const place = this.#place;
    if (place.at === 'seen') this.#place = { at: 'safe' };
    else if (place.at === 'safe') this.#place = { at: 'thought' };
    else if (place.at === 'thought') this.#place = { at: 'call' };
    else if (place.at === 'last') this.#place = { at: 'after', argument: place.argument, numbers: mostNumbers };
    else if (place.at === 'value' && this.#table.isCopy(token)) this.#takeFirst(place.argument, token);
    else this.#takeContract(token);
  }

  #takeFirst(argument: VocabularyArgument, token: number): void {
    const first = this.#words.find((word) => this.#table.copyOf(word.first) === token);
    if (first !== undefined) this.#place = { at: 'last', argument, first };
  }

  #takeContract(token: number): void {
    const contract = this.#table.contractToken(token);
    const place = this.#place;
    switch (contract?.kind) {
      case 'tool':
        this.#open = this.#vocabulary.find(({ name }) => name === contract.text)?.args ?? [];
        this.#place = { at: 'argument' };
        return;
      case 'argument': {
        const at = this.#open.findIndex(({ name }) => name === contract.text);
        const argument = this.#open[at];
        if (argument === undefined) throw new Error('No such argument is open');
        this.#open = this.#open.slice(at + 1);
        this.#place = { at: 'value', argument };
        return;
      }
      case 'number':
        if (place.at === 'value') this.#place = { at: 'after', argument: place.argument, numbers: 1 };
        else if (place.at === 'after') this.#place = { ...place, numbers: place.numbers + 1 };
        return;
      case 'enum':
      case 'word':
        this.#place = { at: 'argument' };
        return;
      default:
        this.#place = { at: 'done' };
    }
  }

  #find(kind: TokenKind, text: string): number[] {
    const token = this.#table.find(kind, text);
    return token === undefined ? [] : [token];
  }

  #phrases(head: string): number[] {
    return this.#table.tokens
      .filter(({ kind, text }) => kind === 'phrase' && text.startsWith(head))
      .map(({ id }) => id);
  }

  #canFill(argument: VocabularyArgument): boolean {
    return this.#closed(argument).length + this.#firsts(argument).length > 0;
  }

  /** The arguments that may come, never past a required one; or the end. */
  #next(): number[] {
    const tokens: number[] = [];
    for (const argument of this.#open) {
      if (this.#canFill(argument)) tokens.push(...this.#find('argument', argument.name));
      if (argument.required) return tokens;
    }
    return [...tokens, this.#table.control('</s>')];
  }

  #closed({ kind, values }: VocabularyArgument): number[] {
    if (values !== undefined) return values.flatMap((value) => this.#find('enum', value));
    return kind === 'amount' || kind === 'page' ? this.#numbers() : [];
  }

  #numbers(): number[] {
    return this.#table.tokens.filter(({ kind }) => kind === 'number').map(({ id }) => id);
  }

  #firsts(argument: VocabularyArgument): number[] {
    return this.#words.filter((word) => this.#fits(argument, word)).map(({ first }) => this.#table.copyOf(first));
  }

  #fits({ kind, values }: VocabularyArgument, word: CopyableWord): boolean {
    if (values !== undefined || kind === 'page') return false;
    const text = this.#texts[word.sentence].slice(word.start, word.end);
    // "£18" is one word, where "$18" is two.
    return kind === 'text' || (kind === 'amount' ? /^\p{Sc}?\d+\p{Sc}?$/u : /^\d+$/).test(text);
  }

  #lasts(argument: VocabularyArgument, first: CopyableWord): CopyableWord[] {
    if (argument.kind === 'id') return [first];
    return this.#words.filter(
      (word) => word.sentence === first.sentence && word.last >= first.last && this.#fits(argument, word),
    );
  }

  /** Another number word of the sum, or the division of an amount. */
  #more({ kind }: VocabularyArgument, numbers: number): number[] {
    if (kind !== 'amount') return [];
    const division = ['half', 'share'].flatMap((text) => this.#find('word', text));
    return numbers < mostNumbers ? [...this.#numbers(), ...division] : division;
  }
}
