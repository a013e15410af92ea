import type { InferenceSession } from 'onnxruntime-common';
import { failure, success } from '../../src/core/outcome.ts';
import type { ModelFile } from '../../src/protocol/engine.ts';
import type { TextOutcome } from '../../src/protocol/text-api.ts';
import { readPieces, type Pieces } from './prefix-lm/pieces.ts';
import { openRuntime, openSession, type Runtime } from './prefix-lm/runtime.ts';
import { splitWords } from './prefix-lm/words.ts';
import { tokenState, withOutput } from './token-state.ts';
import { fetchVerified } from './verified-files.ts';

/** The embedded encoder for whoever wants its states and no judgement. */
export interface Encoder {
  readonly width: number;
  sentenceVector(text: string): Promise<Float32Array>;
  /** One vector a token, `width` numbers each: the mean over the token's word pieces. */
  tokenVectors(tokens: readonly string[]): Promise<Float32Array>;
}

const sentenceState = 'sentence_vector';
/** A longer text is read in parts. The model has places for 512 pieces; it has seen few texts so long. */
const mostPieces = 100;
/** Nobody writes such a word; without a bound one token could fill a whole part. */
const mostPiecesOfToken = 16;

export async function openEncoder(files: readonly ModelFile[], threads: number): Promise<TextOutcome<Encoder>> {
  const fetched = await fetchVerified(files, () => undefined);
  if (!fetched.ok) return fetched;
  const bytesOf = (path: string): Uint8Array<ArrayBuffer> => fetched.value.get(path) ?? new Uint8Array();
  const json = (path: string): object => JSON.parse(new TextDecoder().decode(bytesOf(path))) as object;
  try {
    const pieces = readPieces(json('tokenizer.json'), json('tokenizer_config.json'));
    const runtime = await openRuntime('plain', threads);
    const session = await openSession(runtime, withOutput(bytesOf('model.onnx'), tokenState), 'wasm');
    const encoder = new GraphEncoder(pieces, session, runtime.Tensor);
    await encoder.open();
    return success(encoder);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return /out of memory|bad_alloc|allocation failed/i.test(message)
      ? failure('out_of_memory', 'There is not enough memory for the encoder. Close some tabs and reload.')
      : failure('no_runtime', `The encoder could not be started: ${message}`);
  }
}

class GraphEncoder implements Encoder {
  readonly #pieces: Pieces;
  readonly #session: InferenceSession;
  readonly #tensor: Runtime['Tensor'];
  #width = 0;

  constructor(pieces: Pieces, session: InferenceSession, tensor: Runtime['Tensor']) {
    this.#pieces = pieces;
    this.#session = session;
    this.#tensor = tensor;
  }

  get width(): number {
    return this.#width;
  }

  async open(): Promise<void> {
    this.#width = (await this.sentenceVector('a')).length;
  }

  async sentenceVector(text: string): Promise<Float32Array> {
    const all = this.#pieces.ofText(text);
    const states: Float32Array[] = [];
    for (let at = 0; at < Math.max(1, all.length); at += mostPieces) {
      states.push(await this.#run(all.slice(at, at + mostPieces), sentenceState));
    }
    const mean = new Float32Array(states[0]?.length ?? 0);
    for (const state of states) state.forEach((value, at) => (mean[at] = (mean[at] ?? 0) + value / states.length));
    return mean;
  }

  async tokenVectors(tokens: readonly string[]): Promise<Float32Array> {
    const width = this.#width;
    const made = new Float32Array(tokens.length * width);
    const cut = tokens.map((token) => this.#piecesOf(token));
    for (let from = 0; from < cut.length;) {
      const ids: number[] = [];
      let to = from;
      for (; to < cut.length && ids.length + (cut[to]?.length ?? 0) <= mostPieces; to += 1)
        ids.push(...(cut[to] ?? []));
      const states = await this.#run(ids, tokenState);
      // The first state is the mark of the beginning.
      let row = 1;
      for (let token = from; token < to; token += 1) {
        const count = cut[token]?.length ?? 1;
        for (let piece = 0; piece < count; piece += 1, row += 1) {
          for (let unit = 0; unit < width; unit += 1) {
            const place = token * width + unit;
            made[place] = (made[place] ?? 0) + (states[row * width + unit] ?? 0) / count;
          }
        }
      }
      from = to;
    }
    return made;
  }

  /** At least one: a token of nothing that the model knows still has its place in the sentence. */
  #piecesOf(token: string): readonly number[] {
    const pieces = splitWords(token).flatMap(({ text }) => this.#pieces.ofWord(text));
    return pieces.length === 0 ? this.#pieces.ofWord('?') : pieces.slice(0, mostPiecesOfToken);
  }

  async #run(pieces: readonly number[], output: string): Promise<Float32Array> {
    const ids = [this.#pieces.start, ...pieces, this.#pieces.end];
    const tensor = (value: (id: number) => number) =>
      new this.#tensor(
        'int64',
        BigInt64Array.from(ids, (id) => BigInt(value(id))),
        [1, ids.length],
      );
    const inputs = { input_ids: tensor((id) => id), attention_mask: tensor(() => 1), token_type_ids: tensor(() => 0) };
    const { [output]: made } = await this.#session.run(inputs, [output]);
    if (!(made?.data instanceof Float32Array)) throw new Error(`the graph has no output ${output}`);
    return made.data;
  }
}
