import { describe, expect, it } from 'vitest';
import { columnOf, readTable, writeCsv, type Table } from './table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = 'table.csv') => readTable(bytes(text), name);

function good(text: string | Uint8Array, name = 'table.csv'): Table {
  const table = readTable(typeof text === 'string' ? bytes(text) : text, name);
  if (!table.ok) throw new Error(table.message);
  return table.value;
}

describe('readTable', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j', (delimiter) => {
    const table = good(['name', 'size', '\nann', '3', '\nbob', '4'].join(delimiter).replaceAll(`${delimiter}\n`, '\n'));
    expect(table.names).toEqual(['name', 'size']);
    expect(columnOf(table, 'size')).toEqual(['3', '4']);
  });

  it('reads other encodings', () => {
    expect(columnOf(good(Uint8Array.of(0x61, 0x2c, 0x62, 0x0a, 0xe9, 0x2c, 0x31)), 'a')).toEqual(['é']);
    const wide = new Uint8Array(Buffer.from('\ufeffa,b\né,1\n', 'utf16le'));
    expect(columnOf(good(wide), 'a')).toEqual(['é']);
    expect(good('\ufeffa,b\n1,2\n').names).toEqual(['a', 'b']);
  });

  it('names the columns where the header is missing', () => {
    const table = good('1,red,2\n2,blue,3\n3,red,4\n');
    expect(table).toMatchObject({ names: ['column1', 'column2', 'column3'], rowCount: 3 });
    expect(table.notes.join()).toContain('column1');
    expect(good('2019,2020\na,1\nb,2\n').names).toEqual(['2019', '2020']);
  });

  it('keeps two columns of one name apart', () => {
    expect(good('a,a,\n1,2,3\n').names).toEqual(['a', 'a_2', 'column3']);
  });

  it('says what to do with what is no table', () => {
    expect(read('')).toMatchObject({ code: 'empty_file' });
    expect(read('a,b\n')).toMatchObject({ code: 'empty_file' });
    expect(read('only\n1\n2\n')).toMatchObject({ code: 'one_column' });
    expect(read('{"a": 1\n{b\n')).toMatchObject({ code: 'not_a_table' });
    expect(read('a,b\u0000,c\n1,2,3\n')).toMatchObject({ code: 'not_a_table' });
  });

  it('reads JSON lines, and says how many were bad', () => {
    const table = good('{"a": 1, "b": "x"}\nnonsense\n{"b": "y", "c": true}\n', 'table.jsonl');
    expect(table).toMatchObject({
      names: ['a', 'b', 'c'],
      columns: [
        ['1', ''],
        ['x', 'y'],
        ['', 'true'],
      ],
    });
    expect(table.notes.join()).toContain('1 lines');
  });

  it('reads numbers as people write them, if the whole column is of that kind', () => {
    const table = good('p;q;r;s\n1.234,5;£12;1,234.50;12\n0,5;£3;7;x\n');
    expect(table.columns).toEqual([
      ['1234.5', '0.5'],
      ['12', '3'],
      ['1234.50', '7'],
      ['12', 'x'],
    ]);
  });

  it('takes formulas for text, and gaps for missing values', () => {
    const table = good('a,b\n=SUM(A1:A2),NA\n@cmd,\nplain,?\nshort\n');
    expect(table.columns).toEqual([
      ['=SUM(A1:A2)', '@cmd', 'plain', 'short'],
      ['', '', '', ''],
    ]);
    expect(table.notes.join(' ')).toContain('formulas');
    expect(table.notes.join(' ')).toContain('more or fewer cells');
  });

  it('uses the first 300 columns and the first 200,000 rows', () => {
    const wide = good(
      `${Array.from({ length: 310 }, (_, i) => `c${String(i)}`).join()}\n${Array(310).fill('1').join()}\n`,
    );
    expect(wide.names).toHaveLength(300);
    const long = good(`a,b\n${'1,2\n'.repeat(200_010)}`);
    expect(long.rowCount).toBe(200_000);
    expect(long.notes.join()).toContain('200010');
  });

  it('writes what it reads', () => {
    const table = good('a,b\n"x, ""y""",1\n"two\nlines",2\n');
    expect(good(writeCsv(table)).columns).toEqual(table.columns);
  });
});
