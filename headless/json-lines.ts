import { createWriteStream, readFileSync } from 'node:fs';
import type { Outcome } from '../src/core/outcome.ts';
import { fail } from './fail.ts';

/** Where the rows of a command come from and where its answers go. */
export type JsonLines<Row> = {
  in: string | undefined;
  out: string | undefined;
  /** One line of the input. */
  parse: (line: string) => Outcome<Row, string>;
  /** What was said on the command line itself, where there is no file. */
  said: readonly Row[];
  /** The sentence for a command that was given nothing. */
  nothing: string;
};

/**
 * Rows in, a line of JSON out for each. Progress goes to stderr. A bad line is reported with its number and skipped, and
 * makes the exit code 1.
 */
export class JsonLinesCommand<Row> {
  readonly rows: readonly Row[];
  readonly #out: string | undefined;

  constructor({ in: file, out, parse, said, nothing }: JsonLines<Row>) {
    let badLines = 0;
    const read = (line: string, index: number): Row[] => {
      if (line.trim() === '') return [];
      const row = parse(line);
      if (row.ok) return [row.value];
      badLines += 1;
      process.stderr.write(`${file ?? ''}:${String(index + 1)}: ${row.message}; skipped\n`);
      return [];
    };
    this.rows = file === undefined ? said : readFileSync(file, 'utf8').split('\n').flatMap(read);
    this.#out = out;
    if (this.rows.length === 0 && badLines === 0) fail(nothing);
    process.exitCode = badLines > 0 ? 1 : 0;
  }

  async answerEach(answer: (row: Row) => Promise<unknown>): Promise<void> {
    const out = this.#out === undefined ? process.stdout : createWriteStream(this.#out);
    for (const [index, row] of this.rows.entries()) {
      out.write(`${JSON.stringify(await answer(row))}\n`);
      if (out !== process.stdout) process.stderr.write(`\r${String(index + 1)}/${String(this.rows.length)}`);
    }
    if (out === process.stdout) return;
    process.stderr.write('\n');
    await new Promise<void>((resolve) => {
      out.end(() => {
        resolve();
      });
    });
  }
}
