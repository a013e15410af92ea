import { expect, it } from 'vitest';
import { injectionsIn } from '../core/testing/injections.ts';
import { chooseTask } from './choose-task.ts';
import { firstPlan } from './ideas.ts';
import { profileTable } from './profile.ts';
import { readTable, writeCsv, type Table } from './table.ts';
import { writeRound, writeSolution } from './write-script.ts';

const rowCount = 60;

/** A table whose one text column has the given heading and, in every third row, the given cell. */
function tableWith(heading: string, cell: string): Table {
  const column = (make: (row: number) => string) => Array.from({ length: rowCount }, (_, row) => make(row));
  const made: Table = {
    names: ['size', heading, 'ripe'],
    columns: [
      column((row) => (row * 1.37).toFixed(2)),
      column((row) => (row % 3 === 0 ? cell : 'apple')),
      column((row) => (row % 2 === 0 ? 'yes' : 'no')),
    ],
    rowCount,
    delimiter: ',',
    encoding: 'utf-8',
    notes: [],
  };
  // By way of a file, as a person brings it.
  const read = readTable(new TextEncoder().encode(writeCsv(made)), 'table.csv');
  if (!read.ok) throw new Error(read.message);
  return read.value;
}

/** The scripts of a table, and the plan that they hold as data. */
function scriptsOf(table: Table): { scripts: string[]; plan: unknown } {
  const profiles = profileTable(table);
  const task = chooseTask(table, profiles, {
    goal: '',
    task: 'classify',
    target: 'ripe',
    time: null,
    horizon: null,
    metric: null,
    seed: 1,
    minutes: 1,
  });
  if (!task.ok) throw new Error(task.message);
  const plan = firstPlan(table, profiles, task.value, []);
  return { scripts: [writeRound(plan, 'A round'), writeSolution(plan, 'A solution', table)], plan };
}

/** The one literal that holds what came from the table. */
const literal = /json\.loads\(r'''([^]*?)'''\)/u;

const plain = scriptsOf(tableWith('note', 'pear')).scripts.map((script) => script.replace(literal, 'DATA'));

it.each(injectionsIn('cell', 'title'))('a table that says “$text” writes the same Python as any other', ({ text }) => {
  for (const table of [tableWith(text, 'pear'), tableWith('note', text)]) {
    const { scripts, plan } = scriptsOf(table);
    expect(scripts.map((script) => script.replace(literal, 'DATA'))).toEqual(plain);
    // What is in the literal is the plan, heading and all: a string that had ended early would not parse.
    for (const script of scripts) expect(JSON.parse(literal.exec(script)?.[1] ?? '')).toEqual(plan);
  }
});
