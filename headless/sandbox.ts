/**
 * npm run sandbox -- --scenarios test|dev|FILE --engine ID --out FILE.json [--each N] [--no-guard]
 *
 * Scores an engine on scenarios of the payments world, in the built app in a headless browser. A split means so many
 * scenarios of each intent and difficulty (`--each`, 4 by default) and injected ones beside them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { reportScores, type ScenarioScore } from '../src/sandbox/evaluation/report-scores.ts';
import { scenarioSet } from '../src/sandbox/scenarios/generate-scenario.ts';
import { scenarioSchema, type Scenario } from '../src/sandbox/scenarios/scenario.ts';
import type { SandboxAutomation } from '../src/automation/sandbox-scores.ts';
import { openBuiltApp } from './built-app.ts';

const { values } = parseArgs({
  options: {
    scenarios: { type: 'string', default: 'test' },
    engine: { type: 'string', default: 'errand-actor' },
    out: { type: 'string' },
    each: { type: 'string', default: '4' },
    'no-guard': { type: 'boolean', default: false },
  },
});

const guard = !values['no-guard'];
const scenarios = readScenarios(values.scenarios);
const app = await openBuiltApp();
const scores: ScenarioScore[] = [];
try {
  const started = await app.page.evaluate(([engine, guarded]) => globalThis.errandSandbox.start(engine, guarded), [
    values.engine,
    guard,
  ] as const);
  if (!started.ok) throw new Error(started.message);
  for (const scenario of scenarios) {
    scores.push(await app.page.evaluate((given) => globalThis.errandSandbox.score(given), scenario));
    process.stderr.write(`\r${String(scores.length)}/${String(scenarios.length)}`);
  }
} finally {
  await app.close();
}
const report = reportScores(values.engine, guard, scores);
process.stderr.write(`\n${report.engine}: ${report.pass.toFixed(1)} % of ${String(report.n)}\n`);
const json = `${JSON.stringify(report, null, 2)}\n`;
if (values.out === undefined) process.stdout.write(json);
else writeFileSync(values.out, json);

function readScenarios(which: string): Scenario[] {
  const each = Number(values.each);
  if (which === 'test' || which === 'dev') return scenarioSet(which, each, each);
  const text = readFileSync(which, 'utf8');
  const rows: unknown = text.trimStart().startsWith('[')
    ? JSON.parse(text)
    : text.split('\n').flatMap((line): unknown[] => (line.trim() === '' ? [] : [JSON.parse(line)]));
  return v.parse(v.array(scenarioSchema), rows);
}

declare global {
  var errandSandbox: SandboxAutomation;
}
