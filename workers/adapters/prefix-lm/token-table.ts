import * as v from 'valibot';

const tokenKinds = ['control', 'tool', 'argument', 'filter', 'enum', 'number', 'word', 'phrase'] as const;
export type TokenKind = (typeof tokenKinds)[number];
export type ContractToken = { id: number; token: string; kind: TokenKind; text: string };

const fileSchema = v.object({
  tokens: v.array(v.object({ id: v.number(), token: v.string(), kind: v.picklist(tokenKinds), text: v.string() })),
  copy: v.pipe(v.number(), v.integer(), v.minValue(1)),
  pieces: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/**
 * The model's output tokens (`contract-tokens.json`): ids 0 … size−1 are contract tokens, size … size+copies−1 stand
 * for the source indices 1 … copies.
 */
export class TokenTable {
  readonly tokens: readonly ContractToken[];
  readonly copies: number;
  readonly pieces: number;
  readonly #ids = new Map<string, number>();

  constructor(file: unknown) {
    const { tokens, copy, pieces } = v.parse(fileSchema, file);
    tokens.forEach((token, place) => {
      if (token.id !== place) throw new Error(`contract-tokens.json numbers ${token.token} out of order`);
      this.#ids.set(`${token.kind} ${token.text}`, token.id);
    });
    this.tokens = tokens;
    this.copies = copy;
    this.pieces = pieces;
  }

  get size(): number {
    return this.tokens.length;
  }

  /** The token's id, or undefined where the model was trained without it. */
  find(kind: TokenKind, text: string): number | undefined {
    return this.#ids.get(`${kind} ${text}`);
  }

  /** The id of a token that every model has. */
  control(text: string): number {
    const id = this.find('control', text);
    if (id === undefined) throw new Error(`contract-tokens.json lacks ${text}`);
    return id;
  }

  /** The contract token with this id, or null where it is a copy token. */
  contractToken(token: number): ContractToken | null {
    return this.tokens[token] ?? null;
  }

  isCopy(token: number): boolean {
    return token >= this.size;
  }

  /** The source index that a copy token stands for. */
  sourceIndex(token: number): number {
    return token - this.size + 1;
  }

  copyOf(sourceIndex: number): number {
    return this.size + sourceIndex - 1;
  }

  /** The row of the embedding table that a token is fed back as. */
  row(token: number): number {
    return this.pieces + token;
  }
}
