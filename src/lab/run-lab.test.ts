import { describe, expect, it } from 'vitest';
import { writeCodeAnswer } from '../contract/code-form.ts';
import { failure, success } from '../core/outcome.ts';
import type { PythonFile } from '../protocol/python-api.ts';
import type { PythonClient } from '../python/python-client.ts';
import type { TableRequest } from './choose-task.ts';
import { findingOf, type LabEvent } from './lab-event.ts';
import type { PackagesAtHand } from './packages/packages-at-hand.ts';
import type { TableProgress } from './rounds.ts';
import { runLab } from './run-lab.ts';
import { columnOf, readTable, type Table } from './table.ts';
import type { CodeWriter, WriterMessage } from './writer/code-writer.ts';

function fruit(): Table {
  const rows = Array.from({ length: 120 }, (_, row) => [String((row * 37) % 101), row % 3 === 0 ? 'yes' : 'no']);
  const text = [['size', 'ripe'], ...rows].map((row) => row.join(',')).join('\n');
  const table = readTable(new TextEncoder().encode(text), 'fruit.csv');
  if (!table.ok) throw new Error(table.message);
  return table.value;
}

/**
 * Stands for Python alone: a script that holds the step named `good` predicts well, any other does not, and one that
 * holds `broken` ends with a traceback. What the Lab writes, reads and concludes is its own.
 */
function scriptedPython(): PythonClient & { scripts: string[] } {
  const files = new Map<string, Uint8Array>();
  const scripts: string[] = [];
  const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const predict = (path: string, code: string) => {
    const read = readTable(files.get(path) ?? new Uint8Array(), path);
    if (!read.ok) {
      // The hold-out comes as one column, without its answers.
      const count = new TextDecoder().decode(files.get(path)).trim().split('\n').length - 1;
      return Array.from({ length: count }, () => [0.6, 0.4]);
    }
    const isGood = code.includes('"good"');
    return columnOf(read.value, 'ripe').map((answer) => (isGood && answer === 'yes' ? [0.1, 0.9] : [0.7, 0.3]));
  };
  return {
    scripts,
    generation: 1,
    start: () => Promise.resolve(success({ version: '3', loadMs: 0, isolated: false, forests: true } as never)),
    writeFiles: (written: readonly PythonFile[]) => {
      for (const { path, bytes: content } of written) files.set(path, content);
      return Promise.resolve(success(null));
    },
    run: (code) => {
      scripts.push(code);
      if (code.includes('"broken"')) {
        const traceback = "Traceback (most recent call last):\nKeyError: 'nowhere'";
        return Promise.resolve(success({ error: { name: 'KeyError', traceback }, stdout: '' } as never));
      }
      const out = /open\(f?"(\w+)\.json", "w"\)/.exec(code)?.[1] ?? 'made';
      const made =
        out === 'made' ? predict('rounds.csv', code) : { made: [predict('holdout.csv', code)], importances: {} };
      files.set(`${out}.json`, bytes(made));
      return Promise.resolve(success({ error: null, stdout: '' } as never));
    },
    readFile: (path) => {
      const file = files.get(path);
      return Promise.resolve(file === undefined ? failure('no_such_file' as never, 'There is none.') : success(file));
    },
    listFiles: () => Promise.resolve(success([])),
    interrupt: () => undefined,
    close: () => undefined,
  } as PythonClient & { scripts: string[] };
}

function step(name: string): string {
  return writeCodeAnswer({
    analysis: `A step called ${name}.`,
    code: `def step(train, other, target, args):\n    "${name}"`,
  });
}

function scriptedWriter(answers: readonly string[]): CodeWriter & { asked: (readonly WriterMessage[])[] } {
  const asked: (readonly WriterMessage[])[] = [];
  return {
    id: 'scripted',
    asked,
    write: (messages) => {
      asked.push(messages);
      const answer = answers[asked.length - 1];
      return Promise.resolve(
        answer === undefined ? failure('engine_failed', 'It has no more to say.') : success(answer),
      );
    },
  };
}

const request: TableRequest = {
  goal: '',
  task: 'auto',
  target: 'ripe',
  time: null,
  horizon: null,
  metric: null,
  seed: 1,
  minutes: 10,
};

describe('the language-model engine', () => {
  const run = async (answers: readonly string[], packages: PackagesAtHand | null = null) => {
    const table = fruit();
    const python = scriptedPython();
    const writer = scriptedWriter(answers);
    const events: LabEvent[] = [];
    const emit = (event: LabEvent) => events.push(event);
    const ran = await runLab({ table, predict: null, request, writer, packages }, python, emit, () => false);
    if (!ran.ok) throw new Error(ran.message);
    return { result: ran.value, asked: writer.asked, events, scripts: python.scripts };
  };
  const text = (messages: readonly WriterMessage[] | undefined) =>
    messages?.map(({ content }) => content).join('\n') ?? '';

  it('tells the model what came of its steps, and keeps only what wins in cross-validation', async () => {
    const { result, asked } = await run([step('broken'), step('idle'), step('good')]);
    expect(result.rounds.slice(0, 4).map(({ idea, accepted, score }) => [idea, accepted, score === null])).toEqual([
      ['baseline', true, false],
      ['written_1', false, true],
      ['written_2', false, false],
      ['written_3', true, false],
    ]);
    expect(text(asked[0])).toContain('"size": number');
    expect(text(asked[1])).toContain("KeyError: 'nowhere'");
    expect(text(asked[2])).toContain('Rejected');
    expect(text(asked[3])).toContain('Kept');
    expect(text(asked[3])).toContain('written_3');
    expect(result.solution).toContain('step_written_3 = step');
    expect(result.solution).toContain('"good"');
    expect(result.solution).not.toContain('"idle"');
  });

  it('tells the model of packages only where they are at hand, and the report which of them the kept steps need', async () => {
    const packages: PackagesAtHand = {
      named: ['numpy 2.4.6', 'pandas 3.0.2'],
      imports: new Map([
        ['numpy', 'numpy'],
        ['pandas', 'pandas'],
      ]),
      readWheels: () => Promise.resolve(success([])),
    };
    const good = step('good').replace('    "good"', '    import numpy as np\n    "good"');
    const without = await run([good]);
    expect(text(without.asked[0])).toContain('The standard library only.');
    expect(text(without.asked[0])).not.toContain('numpy');
    expect(findingOf(without.result).passages).toEqual([]);
    const { asked, result } = await run([good], packages);
    expect(text(asked[0])).toContain('The standard library, and numpy 2.4.6, pandas 3.0.2, imported inside step.');
    expect(result.packages).toEqual({ offered: packages.named, used: ['numpy'] });
    expect(result.solution).toContain('pip install ydf numpy\n');
    expect(findingOf(result).packages).toBe('ydf numpy');
    expect(findingOf(result).passages[0]?.lines.join(' ')).toContain('The steps that stayed import numpy;');
  });

  it('runs nothing that is not in the form, and goes on without the model where it is of no use', async () => {
    const { result, asked, events, scripts } = await run([
      'Sure! import shutil',
      writeCodeAnswer({ analysis: 'a', code: 'import shutil' }),
    ]);
    expect(asked).toHaveLength(3);
    expect(result.rounds.filter(({ idea }) => idea.startsWith('written'))).toEqual([]);
    expect(scripts.some((script) => script.includes('import shutil'))).toBe(false);
    expect(JSON.stringify(events)).toContain('does not define step');
    expect(result.rounds.some(({ idea }) => idea === 'seeds')).toBe(true);
  });
});

it('goes on where an earlier run was broken off: what was tried is not tried again, and the best is kept', async () => {
  const table = fruit();
  const once = async (resume: TableProgress | null) => {
    const kept: TableProgress[] = [];
    const python = scriptedPython();
    const writer = scriptedWriter([step('good')]);
    const keep = (progress: TableProgress) => kept.push(progress);
    const run = { table, predict: null, request, writer: resume === null ? writer : null, resume, keep };
    const ran = await runLab(
      run,
      python,
      () => undefined,
      () => false,
    );
    if (!ran.ok) throw new Error(ran.message);
    return { kept, rounds: ran.value.rounds.map(({ idea }) => idea), cv: ran.value.cv, solution: ran.value.solution };
  };
  const first = await once(null);
  expect(first.kept.map(({ rounds }) => rounds.length)).toEqual(first.rounds.map((_, at) => at + 1));
  // Broken off after the second round, and through the form in which a browser keeps it.
  const broken = structuredClone(first.kept[1] ?? null);
  const second = await once(broken);
  expect(second.rounds.slice(0, 2)).toEqual(['baseline', 'written_1']);
  expect(second.rounds.filter((idea) => idea === 'baseline')).toHaveLength(1);
  expect(second.cv).toBeGreaterThanOrEqual(broken?.best.score ?? Number.NaN);
  expect(second.solution).toContain('"good"');
});
