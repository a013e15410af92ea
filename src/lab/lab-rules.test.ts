import { describe, expect, it } from 'vitest';
import { chooseTask, namedIn, type TableRequest } from './choose-task.ts';
import { findLeaks } from './find-leaks.ts';
import { firstPlan, ideas } from './ideas.ts';
import { profileColumn, profileTable } from './profile.ts';
import { compare, scoreOf } from './score.ts';
import { cutHoldout, makeFolds, seededRandom } from './split.ts';
import { pickRows, type Table } from './table.ts';
import { writeRound, writeSolution } from './write-script.ts';

const random = seededRandom(5);
const rowCount = 200;
const made = Array.from({ length: rowCount }, (_, row) => {
  const size = random() * 10;
  const colour = random() < 0.5 ? 'red' : 'blue';
  const ripe = size > 5 && colour === 'red' ? 'yes' : 'no';
  const hour = new Date(Date.UTC(2026, 0, 1) + row * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
  return [
    String(row),
    size.toFixed(3),
    colour,
    colour === 'red' ? 'R' : 'B',
    ripe,
    ripe === 'yes' ? 'eat' : 'wait',
    hour,
    `K${String(row % 50)}/${colour}`,
  ];
});
const names = ['row', 'size', 'colour', 'tint', 'ripe', 'advice', 'picked', 'crate'];
const table: Table = {
  names,
  columns: names.map((_, index) => made.map((row) => row[index] ?? '')),
  rowCount,
  delimiter: ',',
  encoding: 'utf-8',
  notes: [],
};
const profiles = profileTable(table);
const request: TableRequest = {
  goal: '',
  task: 'auto',
  target: null,
  time: null,
  horizon: null,
  metric: null,
  seed: 1,
  minutes: 1,
};

function taskFor(change: Partial<TableRequest>) {
  const task = chooseTask(table, profiles, { ...request, ...change });
  if (!task.ok) throw new Error(task.message);
  return task.value;
}

describe('the analyst', () => {
  it('sees what each column is', () => {
    const kinds = Object.fromEntries(profiles.map(({ name, kind }) => [name, kind]));
    expect(kinds).toEqual({
      row: 'id',
      size: 'number',
      colour: 'category',
      tint: 'category',
      ripe: 'category',
      advice: 'category',
      picked: 'date',
      crate: 'category',
    });
  });

  it('finds the target in the words of the question', () => {
    expect(namedIn('predict the sale price', ['area', 'Sale_Price'])).toBe('Sale_Price');
    expect(namedIn('Which passengers survive?', ['age', 'survived'])).toBe('survived');
    expect(namedIn('what happens', ['age'])).toBeNull();
  });

  it('chooses the task and its measure', () => {
    expect(taskFor({ goal: 'is it ripe' })).toMatchObject({ kind: 'classify', target: 'ripe', metric: 'accuracy' });
    expect(taskFor({ target: 'size' })).toMatchObject({ kind: 'regress', metric: 'rmse' });
    expect(taskFor({ goal: 'forecast size for the next 24 hours' })).toMatchObject({
      kind: 'forecast',
      time: 'picked',
    });
  });

  it('says what is missing', () => {
    expect(chooseTask(table, profiles, request)).toMatchObject({ code: 'no_target' });
    expect(chooseTask(table, profiles, { ...request, target: 'weight' })).toMatchObject({ code: 'no_target' });
    const few = pickRows(table, [0, 1, 2]);
    expect(chooseTask(few, profileTable(few), { ...request, target: 'ripe' })).toMatchObject({ code: 'too_few_rows' });
    const same = {
      ...table,
      columns: table.columns.map((cells, index) => (index === 4 ? cells.map(() => 'no') : cells)),
    };
    expect(chooseTask(same, profileTable(same), { ...request, target: 'ripe' })).toMatchObject({
      code: 'constant_target',
    });
  });

  it('reads a date in five formats, and takes a column of mixed types for words', () => {
    const days = ['2026-01-02', '2026/01/03', '4.1.2026', '05 Jan 2026', 'Jan 6, 2026'];
    const dates = profileColumn(
      'day',
      Array.from({ length: 40 }, (_, row) => days[row % 5] ?? ''),
    );
    expect(dates.kind).toBe('date');
    expect([...dates.dateForms].sort()).toEqual(['%Y-%m-%d', '%Y/%m/%d', '%b %d, %Y', '%d %b %Y', '%d.%m.%Y']);
    const mixed = ['1', 'two', '3.5', '2026-01-02', '=A1'];
    const cells = Array.from({ length: rowCount }, (_, row) => mixed[row % 5] ?? '');
    expect(profileColumn('mixed', cells).kind).toBe('category');
    const odd = { ...table, columns: table.columns.map((column, index) => (index === 4 ? cells : column)) };
    const ask = (task: TableRequest['task']) =>
      chooseTask(odd, profileTable(odd), { ...request, target: 'ripe', task });
    expect(ask('auto')).toMatchObject({ ok: true, value: { kind: 'classify' } });
    expect(ask('regress')).toMatchObject({ code: 'no_target' });
  });

  it('finds the column that is the answer, and the one that says another again', () => {
    expect(findLeaks(table, profiles, 'ripe')).toMatchObject([
      { column: 'advice', kind: 'target_again' },
      { column: 'tint', kind: 'column_again' },
    ]);
  });
});

describe('the split', () => {
  it('is the same for the same seed, keeps the classes in proportion, and shares no row', () => {
    const split = cutHoldout(table, profiles, taskFor({ target: 'ripe' }), 3);
    expect(cutHoldout(table, profiles, taskFor({ target: 'ripe' }), 3)).toEqual(split);
    expect(split.holdout.filter((row) => split.train.includes(row))).toEqual([]);
    expect(split.holdout.length + split.train.length).toBe(rowCount);
    const share = (rows: number[]) => rows.filter((row) => table.columns[4]?.[row] === 'yes').length / rows.length;
    expect(Math.abs(share(split.holdout) - share(split.train))).toBeLessThan(0.02);
  });

  it('of a series keeps the last steps, and learns only from what was before', () => {
    const task = { ...taskFor({ task: 'forecast', target: 'size' }), horizon: 10 };
    expect(cutHoldout(table, profiles, task, 1).holdout).toEqual([190, 191, 192, 193, 194, 195, 196, 197, 198, 199]);
    const folds = makeFolds(table.columns[1] ?? [], task, 3, 1);
    expect(folds.slice(0, 170).every((fold) => fold === -1)).toBe(true);
    expect(folds.slice(170)).toEqual([
      ...Array<number>(10).fill(0),
      ...Array<number>(10).fill(1),
      ...Array<number>(10).fill(2),
    ]);
  });
});

describe('scores', () => {
  const scored = (predictions: (number | number[])[]) => ({
    answers: ['a', 'b', 'b', 'a'],
    classes: ['a', 'b'],
    predictions,
  });
  it('are what their names say', () => {
    const predictions = [
      [0.9, 0.1],
      [0.2, 0.8],
      [0.6, 0.4],
      [0.7, 0.3],
    ];
    expect(scoreOf('accuracy', scored(predictions))).toBe(0.75);
    expect(scoreOf('auc', scored(predictions))).toBe(1);
    expect(scoreOf('f1', scored(predictions))).toBeCloseTo(2 / 3);
    const numbers = { answers: ['1', '2', '6'], classes: [], predictions: [1, 4, 5] };
    expect(scoreOf('mae', numbers)).toBe(1);
    expect(scoreOf('rmse', numbers)).toBeCloseTo(Math.sqrt(5 / 3));
    expect(scoreOf('r2', numbers)).toBeCloseTo(1 - 5 / 14);
    expect(scoreOf('log-rmse', { answers: ['0'], classes: [], predictions: [Math.E - 1] })).toBeCloseTo(1);
  });

  it('count a gain only beyond its noise', () => {
    const answers = Array.from({ length: 40 }, (_, row) => String(row));
    const off = (by: (row: number) => number) => ({
      answers,
      classes: [],
      predictions: answers.map((_, row) => row + by(row)),
    });
    expect(
      compare(
        'mae',
        off(() => 2),
        off(() => 1),
      ).wins,
    ).toBe(true);
    expect(
      compare(
        'mae',
        off(() => 1),
        off((row) => (row % 2 === 0 ? 0 : 2.2)),
      ).wins,
    ).toBe(false);
  });
});

describe('ideas', () => {
  it('become scripts that hold the steps they need and no other', () => {
    const task = taskFor({ target: 'ripe' });
    const plan = firstPlan(table, profiles, task, ['advice']);
    expect(plan.inputs).toEqual(['size', 'colour', 'tint', 'picked', 'crate']);
    const split = ideas.find(({ id }) => id === 'split_codes')?.change({ table, profiles, task, plan });
    expect(split?.steps.at(-1)).toEqual(['split_codes', { columns: ['crate'] }]);
    const script = writeRound(split ?? plan, 'A "title" with quotes');
    expect(script).toContain('def step_split_codes');
    expect(script).not.toContain('def step_ratios');
    expect(script).not.toContain('__main__');
    expect(writeSolution(plan, "it's", { delimiter: ';', encoding: 'windows-1252' })).toContain(
      'FORM = {"delimiter":";","encoding":"cp1252"}',
    );
  });

  it('do not let a forecast see what is measured with the target', () => {
    const task = taskFor({ task: 'forecast', target: 'size', horizon: 12 });
    const plan = firstPlan(table, profiles, task, []);
    expect(plan.inputs).toEqual(['picked']);
    const lags = plan.steps.find(([step]) => step === 'lags')?.[1] as { lags: number[] };
    expect(Math.min(...lags.lags)).toBeGreaterThanOrEqual(12);
    expect(lags.lags).toContain(24);
  });
});
