/**
 * npm run guard -- --in FILE.jsonl --out FILE.jsonl
 *
 * Judges each input line, {"id", "text"}, through the built app in a headless browser. The verdict is the policy's for a
 * request whose effect is to add one task, at the middle level of care. Progress goes to stderr. A bad input line is
 * reported with its number and skipped; the exit code is 1 if any was.
 */
import { parseArgs } from 'node:util';
import { parseGuardRow, type GuardRow } from '../src/automation/guard-row.ts';
import { openBuiltApp } from './built-app.ts';
import { fail } from './fail.ts';
import { JsonLinesCommand } from './json-lines.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string' }, out: { type: 'string' } },
});

const command = new JsonLinesCommand<GuardRow>({
  in: values.in,
  out: values.out,
  parse: parseGuardRow,
  said: positionals.length === 0 ? [] : [{ id: 'g1', text: positionals.join(' ') }],
  nothing: 'Nothing to judge. Give a sentence, or --in FILE.jsonl.',
});
const app = await openBuiltApp();
try {
  const started = await app.page.evaluate(() => globalThis.errandAutomation.startGuard());
  if (!started.ok) fail(started.message);
  await command.answerEach((row) => app.page.evaluate((given) => globalThis.errandAutomation.judge(given), row));
} finally {
  await app.close();
}
