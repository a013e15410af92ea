/**
 * npm run bench -- NAME [--out FILE.json] [--rounds N] [--card]
 *
 * Measures the built app in a headless browser: one bench a file of `headless/bench/`. Progress goes to stderr, the
 * figures to the file, and as a table to stdout: {"name", "machine", "rows": [{"what", "unit", "n", "min", "p50", "p95",
 * "max"}], "ratios": [{"what", "value"}]}.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Bench } from './bench/bench.ts';
import type { BenchFigures } from './bench/figures.ts';
import { currentLoad, describeMachine } from './bench/machine.ts';
import { fail } from './fail.ts';

/** A bench is loaded only when it is asked for: some need what others do not. */
const benches: { readonly [name: string]: () => Promise<{ bench: Bench }> } = {
  agent: () => import('./bench/agent.ts'),
  engines: () => import('./bench/engines.ts'),
  guard: () => import('./bench/guard.ts'),
  tabs: () => import('./bench/tabs.ts'),
  tasks: () => import('./bench/tasks.ts'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, rounds: { type: 'string' }, card: { type: 'boolean', default: false } },
});
const name = positionals[0] ?? '';
const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (load === undefined || positionals.length > 1) fail(`Name one bench of: ${Object.keys(benches).join(', ')}.`);
const { bench } = await load();

const machine = await describeMachine();
const loadBefore = currentLoad();
process.stderr.write(`${bench.summary}\n${machine}\n`);
const figures = await bench.run({
  rounds: readRounds(values.rounds) ?? bench.rounds,
  useCard: values.card,
  onProgress: (line) => process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K` : `${line}\n`),
});
const report = { name, machine: `${machine}, load ${loadBefore} before and ${currentLoad()} after`, ...figures };
process.stderr.write('\n');
process.stdout.write(tableOf(figures));
process.stdout.write(`${report.machine}\n`);
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);

function readRounds(text: string | undefined): number | null {
  if (text === undefined) return null;
  const rounds = Number(text);
  return Number.isInteger(rounds) && rounds > 0 ? rounds : fail(`--rounds is a whole number, not "${text}".`);
}

function tableOf({ rows, ratios }: BenchFigures): string {
  const width = Math.max(...[...rows, ...ratios].map(({ what }) => what.length));
  const number = (value: number): string => value.toPrecision(value < 1000 ? 3 : 4).padStart(9);
  const measured = rows.map(
    ({ what, unit, n, min, p50, p95, max }) =>
      `${what.padEnd(width)} ${unit.padEnd(5)} ${String(n).padStart(5)}${[min, p50, p95, max].map(number).join('')}\n`,
  );
  const head = `${''.padEnd(width)}           n${['min', 'p50', 'p95', 'max'].map((word) => word.padStart(9)).join('')}\n`;
  return [
    head,
    ...measured,
    ...ratios.map(({ what, value }) => `${what.padEnd(width)} ratio      ${number(value)}\n`),
  ].join('');
}
