/**
 * npm run ask -- --in FILE.jsonl --out FILE.jsonl [--now LOCAL-ISO] [--tz ZONE] [--locale en-GB] [--engine ID]
 *   [--device auto|wasm|webgpu] [--no-guard] [--corrections FILE.jsonl] [--examples FILE]…
 * npm run ask -- "text"
 *
 * Runs each input line through the built app in a headless browser, each from an empty store. Progress goes to stderr.
 * A bad input line is reported with its number and skipped; the exit code is 1 if any was.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { AskOptions, AskRow } from '../src/automation/ask-row.ts';
import { parseAskRow, parseCorrectionRow } from '../src/automation/ask-row.ts';
import { openBuiltApp } from './built-app.ts';
import { fail } from './fail.ts';
import { JsonLinesCommand } from './json-lines.ts';
import { readExamples } from './read-examples.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    in: { type: 'string' },
    out: { type: 'string' },
    now: { type: 'string' },
    tz: { type: 'string' },
    locale: { type: 'string' },
    engine: { type: 'string' },
    device: { type: 'string', default: 'auto' },
    'no-guard': { type: 'boolean', default: false },
    corrections: { type: 'string' },
    examples: { type: 'string', multiple: true, default: [] },
  },
});

const options: AskOptions = {
  now: values.now ?? null,
  zone: values.tz ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  locale: values.locale ?? 'en-GB',
  engine: values.engine ?? 'errand-agent',
  device: readDevice(values.device),
  guard: !values['no-guard'],
  ...(values.engine === 'baseline-nearest' ? { examples: readExamples(values.examples) } : {}),
  ...(values.corrections === undefined ? {} : { corrections: readCorrections(values.corrections) }),
};

const command = new JsonLinesCommand<AskRow>({
  in: values.in,
  out: values.out,
  parse: parseAskRow,
  said: positionals.length === 0 ? [] : [{ id: 'a1', turns: [positionals.join(' ')], tasks: [], lists: [] }],
  nothing: 'Nothing to ask. Give a sentence, or --in FILE.jsonl.',
});
const app = await openBuiltApp(needsWebGpu(options) ? 'software' : 'none');
try {
  const started = await app.startAsking(options);
  if (!started.ok) fail(started.message);
  await command.answerEach((row) => app.ask(row));
} finally {
  await app.close();
}

/** A wrong line would make the rest mean something else, so none is skipped. */
function readCorrections(file: string): AskOptions['corrections'] & object {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, place) => {
      if (line.trim() === '') return [];
      const row = parseCorrectionRow(line);
      return [row.ok ? row.value : fail(`${file}, line ${String(place + 1)}: ${row.message}`)];
    });
}

/** The software adapter is switched on for what cannot run without one. */
function needsWebGpu({ device, engine }: AskOptions): boolean {
  const manifest = new URL(`../model-manifests/${engine}.json`, import.meta.url);
  if (device === 'webgpu' || !existsSync(manifest)) return device === 'webgpu';
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { adapter: string }).adapter === 'webllm';
}

function readDevice(text: string): AskOptions['device'] {
  if (text === 'auto' || text === 'wasm' || text === 'webgpu') return text;
  return fail(`--device is auto, wasm or webgpu, not "${text}".`);
}
