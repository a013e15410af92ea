import type { PythonOutput } from '../../../src/protocol/python-api.ts';

/** What a run printed, up to a limit for both streams together. */
export class OutputLog {
  readonly #limit: number;
  readonly #onOutput: (output: PythonOutput) => void;
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  readonly #texts = { stdout: '', stderr: '' };
  #length = 0;
  truncated = false;

  constructor(limit: number, onOutput: (output: PythonOutput) => void) {
    this.#limit = limit;
    this.#onOutput = onOutput;
  }

  write(stream: PythonOutput['stream'], bytes: Uint8Array): void {
    if (this.#length >= this.#limit) {
      this.truncated = true;
      return;
    }
    const decoded = this.#decoders[stream].decode(bytes, { stream: true });
    const text = decoded.slice(0, this.#limit - this.#length);
    if (text.length < decoded.length) this.truncated = true;
    if (text === '') return;
    this.#length += text.length;
    this.#texts[stream] += text;
    this.#onOutput({ stream, text });
  }

  get stdout(): string {
    return this.#texts.stdout;
  }

  get stderr(): string {
    return this.#texts.stderr;
  }
}
