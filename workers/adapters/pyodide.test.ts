import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { success } from '../../src/core/outcome.ts';
import type { PythonOutput, PythonRun } from '../../src/protocol/python-api.ts';
import { PythonHost } from './pyodide.ts';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const python = new PythonHost({ lock: () => Promise.resolve(success(null)), folder: `${packages}pyodide/` });
const outputs: PythonOutput[] = [];

beforeAll(async () => {
  const forestsWasm = await WebAssembly.compile(readFileSync(`${packages}ydf-training/dist/training.wasm`));
  const parts = {
    pythonWasm: null as never,
    standardLibrary: new Uint8Array(),
    forestsWasm,
    wheels: [await trialWheel()],
  };
  const started = await python.start({ parts, shared: null, memoryLimitBytes: 512 * 1024 * 1024 });
  expect(started).toMatchObject({ ok: true });
}, 180_000);

/** A wheel is a zip with a folder of its own; this one holds one module and says so. */
async function trialWheel(): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('errand_trial/__init__.py', 'WORDS = "from the wheel"\n');
  zip.file('errand_trial-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\nName: errand_trial\nVersion: 1.0\n');
  return zip.generateAsync({ type: 'uint8array' });
}

async function run(code: string, options: { fresh?: boolean; outputLimit?: number } = {}): Promise<PythonRun> {
  const request = { runId: 'r', code, name: '<code>', outputLimit: 10_000, fresh: false, ...options };
  const outcome = await python.run(request, (output) => outputs.push(output), null);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

describe('Python', () => {
  it('keeps variables between runs, and none in a fresh one', async () => {
    await run('a = 20');
    expect((await run('a + 1')).value).toBe('21');
    expect((await run('a', { fresh: true })).error?.type).toBe('NameError');
  });

  it('imports what came as a wheel, and nothing that did not', async () => {
    expect((await run('import errand_trial\nerrand_trial.WORDS')).value).toBe("'from the wheel'");
    expect((await run('from importlib.metadata import version\nversion("errand_trial")')).value).toBe("'1.0'");
    expect((await run('import numpy')).error?.type).toBe('ModuleNotFoundError');
  });

  it('separates what was printed from what was complained about', async () => {
    const printed = await run('import sys\nprint("one")\nprint("two", end="", file=sys.stderr)');
    expect(printed).toMatchObject({ stdout: 'one\n', stderr: 'two', value: null, truncated: false });
    expect(outputs).toContainEqual({ stream: 'stdout', text: 'one\n' });
  });

  it('drops output beyond the limit, and says so', async () => {
    const printed = await run('for i in range(10_000): print("line", i)', { outputLimit: 100 });
    expect(printed.truncated).toBe(true);
    expect(printed.stdout).toHaveLength(100);
  });

  it('returns an exception as a value, with the code’s own frames only', async () => {
    const { error, stdout } = await run('print("before")\ndef f():\n    return 1 / 0\nf()');
    expect(stdout).toBe('before\n');
    expect(error).toMatchObject({ type: 'ZeroDivisionError', line: 4 });
    expect(error?.traceback).toContain('line 3, in f\n    return 1 / 0');
    expect(error?.traceback).not.toContain('_errand_runner');
    expect((await run('x = (')).error).toMatchObject({ type: 'SyntaxError', line: 1 });
    expect((await run('raise SystemExit(3)')).error).toMatchObject({ type: 'SystemExit' });
  });

  it('takes files in, and gives them back', async () => {
    await python.writeFiles([{ path: 'in/words.txt', bytes: new TextEncoder().encode('grüße') }]);
    await run('open("out.txt", "w").write(open("in/words.txt").read().upper())');
    const out = await python.readFile('out.txt');
    expect(out.ok && new TextDecoder().decode(out.value)).toBe('GRÜSSE');
    expect(await python.readFile('../etc/passwd')).toMatchObject({ ok: false, code: 'file_missing' });
    expect(await python.listFiles()).toMatchObject({
      ok: true,
      value: [{ path: 'in/words.txt' }, { path: 'out.txt' }],
    });
  });

  it('says that nobody can be asked', async () => {
    const { error } = await run('import host\nhost.call("balance", {"of": "ann"})');
    expect(error).toMatchObject({ type: 'HostError' });
  });

  it('has the module ydf, with the names of the desktop’s', async () => {
    const { error, value, stderr } = await run(`
import csv, random, ydf
random.seed(1)
rows = []
for i in range(300):
    size, colour = random.uniform(0, 10), random.choice(["red", "blue"])
    rows.append([round(size, 3) if i % 9 else "", colour, "yes" if size > 5 and colour == "red" else "no"])
with open("train.csv", "w", newline="") as file:
    csv.writer(file).writerows([["size", "colour", "ripe"], *rows])
with open("test.csv", "w", newline="") as file:
    csv.writer(file).writerows([["size", "colour"], ["9", "red"], ["9", "blue"], ["1", "red"], ["", "violet"]])
model = ydf.GradientBoostedTreesLearner(label="ripe", task=ydf.Task.CLASSIFICATION, num_trees=5).train("csv:train.csv")
p = model.predict("csv:test.csv")
importances = model.variable_importances()
model.save("saved")
[model.label_classes(), [round(x) for x in p[:3]], len(p), sorted(model.input_feature_names()), bool(importances)]
`);
    expect(error).toBeNull();
    expect(value).toBe("[['no', 'yes'], [1, 0, 0], 4, ['colour', 'size'], True]");
    expect(stderr).toContain('num_trees');
    const bad = await run('model.predict("csv:in/words.txt")');
    expect(bad.error?.message).toContain('no column "size"');
  });

  it('reaches nothing of JavaScript through js, and installs nothing', async () => {
    expect((await run('import js; dir(js)')).value).not.toContain('fetch');
    expect((await run('from js import fetch')).error?.type).toBe('ImportError');
    expect((await run('import numpy')).error?.type).toBe('ModuleNotFoundError');
  });
});
