/** Ends a command that was called wrongly, or cannot begin, with one sentence. */
export function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
