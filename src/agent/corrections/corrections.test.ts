import { describe, expect, it, vi } from 'vitest';
import type { Call } from '../../core/call.ts';
import type { RunView } from '../../core/run-view.ts';
import { viewRun } from '../../core/run-view.ts';
import { CorrectionBook } from './correction-book.ts';
import { correctionPattern } from './correction-pattern.ts';
import { correctionRows } from './correction-rows.ts';
import { CorrectionWatch } from './correction-watch.ts';
import { frameOf } from './sentence-frame.ts';
import { saidSpans, sameSentence } from './said-spans.ts';

const add = (args: Call['args']): Call => ({ tool: 'add_task', args });
const pile: Call = add({ title: 'oat milk', list: 'Shopping' });
const pileText = 'chuck oat milk on the pile';
const correction = (text: string, meant: readonly Call[], understood: readonly Call[] = []) => ({
  id: 'c',
  at: '2026-11-21T10:00',
  text,
  understood,
  meant,
  vector: [],
  frame: null,
  vectorOf: '',
});

describe('where a value stands in a sentence', () => {
  it('finds whole words, in whatever case, and in several parts', () => {
    expect(saidSpans('Oat milk', pileText)).toEqual([[6, 14]]);
    expect(saidSpans('friday at six', 'on friday pack the van at six')).toEqual([
      [3, 9],
      [23, 29],
    ]);
  });

  it('finds nothing where a word of it is missing, or is part of another', () => {
    expect(saidSpans('oat milk shake', pileText)).toBeNull();
    expect(saidSpans('at', pileText)).toBeNull();
    expect(saidSpans('', pileText)).toBeNull();
  });

  it('takes two sentences as the same whatever their case and last mark', () => {
    expect(sameSentence('Radar!', ' radar')).toBe(true);
    expect(sameSentence('radar on', 'radar')).toBe(false);
  });
});

describe('the pattern of a correction', () => {
  it('leaves to a new sentence what stands in the old one, and keeps the rest', () => {
    expect(correctionPattern(correction(pileText, [pile]), [])).toEqual([
      { tool: 'add_task', fixed: { list: 'Shopping' }, said: ['title'], open: [] },
    ]);
  });

  it('lets a time stay that the model hears, but not where a time was what was wrong', () => {
    const heard = [add({ title: 'eggs', due: 'friday' })];
    expect(correctionPattern(correction(pileText, [pile]), heard)?.[0]?.open).toEqual(['due']);
    const wrong = correction(pileText, [pile], [add({ title: 'milk', due: 'the pile' })]);
    expect(correctionPattern(wrong, heard)?.[0]?.open).toEqual([]);
  });

  it('is none for a tool that is no longer there', () => {
    expect(correctionPattern(correction('x', [{ tool: 'no_such', args: {} }]), [])).toBeNull();
  });

  it('frames a sentence by what is left of it, and keeps the words that a correction knows', () => {
    expect(frameOf(pileText, [pile]).text).toBe('chuck something on the pile');
    const greedy = [add({ title: 'rye bread on the pile' })];
    expect(frameOf('pop rye bread on the pile', greedy, [], ['pile']).text).toBe('pop something on the pile');
  });
});

describe('the book', () => {
  /** Vectors by hand: these tests are about what is kept, not about what is near. */
  const vectors: { [text: string]: number[] } = { [pileText]: [1, 0], 'chuck something on the pile': [0, 1] };
  const openBook = (kept: unknown) => {
    let shelf = kept;
    const read = () => Promise.resolve(shelf);
    const write = (corrections: unknown) => Promise.resolve(void (shelf = corrections));
    const book = new CorrectionBook({ read, write }, (text) => Promise.resolve(vectors[text] ?? [0.7, 0.7]), 'm@1');
    return { book, shelf: () => shelf };
  };
  const pair = { text: pileText, at: '2026-11-21T10:00', understood: [], meant: [pile] };
  const hear = (text: string, calls: readonly Call[] = []) => ({ text, calls, titles: [] });

  it('finds the very sentence, one with other little words, one that is near, and no other', async () => {
    const { book } = openBook(undefined);
    await book.add('a', pair);
    expect((await book.find(hear('Chuck oat milk on the pile!')))?.used.similarity).toBe(1);
    expect((await book.find(hear('please chuck the oat milk on a pile')))?.used.similarity).toBe(1);
    vectors['chuck something on the pile now'] = [0.1, 1];
    const near = await book.find(hear('chuck eggs on the pile now', [add({ title: 'eggs' })]));
    expect(near?.correction.id).toBe('a');
    expect(await book.find(hear('water the plants'))).toBeNull();
  });

  it('leaves a sentence of more commands alone, and what another model made', async () => {
    const { book } = openBook(undefined);
    await book.add('a', pair);
    vectors['chuck eggs on the pile and go'] = [1, 0];
    expect(await book.find(hear('chuck eggs on the pile and go', [pile, pile]))).toBeNull();
    const other = new CorrectionBook(
      { read: () => Promise.resolve(book.list()), write: () => Promise.resolve() },
      () => Promise.resolve([1, 0]),
      'm@2',
    );
    await other.open();
    expect(await other.find(hear('whatever'))).toBeNull();
  });

  it('makes the vectors again after a new version of the model', async () => {
    const { book } = openBook(undefined);
    await book.add('a', pair);
    let shelf: unknown = book.list();
    const next = new CorrectionBook(
      { read: () => Promise.resolve(shelf), write: (corrections) => Promise.resolve(void (shelf = corrections)) },
      () => Promise.resolve([1, 0]),
      'm@2',
    );
    await next.open();
    await next.find(hear('water the plants'));
    await vi.waitFor(() => {
      expect(next.list()[0]?.vectorOf).toBe('m@2');
    });
    expect((await next.find(hear('anything')))?.correction.id).toBe('a');
  });

  it('puts no title on what only sounds like it', async () => {
    const { book } = openBook(undefined);
    await book.add('a', { ...pair, text: 'the usual', meant: [add({ title: 'milk and bread' })] });
    expect((await book.find(hear('just the usual please')))?.correction.id).toBe('a');
    expect(await book.find(hear('the usual meeting'))).toBeNull();
  });

  it('reads past what does not read, and forgets what it is told to', async () => {
    const { book, shelf } = openBook([{ id: 'broken' }, 7]);
    await book.open();
    expect(book.list()).toEqual([]);
    await book.add('a', pair);
    await book.add('b', { ...pair, text: 'radar' });
    await book.forget(['a']);
    expect(book.list().map(({ id }) => id)).toEqual(['b']);
    expect(shelf()).toHaveLength(1);
  });

  it('writes them as the trainer’s rows', () => {
    const row = JSON.parse(correctionRows([correction(pileText, [pile])])) as { target: { calls: Call[] } };
    expect(row.target.calls).toEqual([
      { tool: 'add_task', args: { title: [{ span: [6, 14] }], list: [{ text: 'Shopping' }] } },
    ]);
  });
});

describe('noticing a correction', () => {
  const run = (fields: Partial<RunView>): RunView => ({
    ...viewRun([]),
    phase: 'done',
    at: '2026-11-21T10:00',
    results: [{ kind: 'found', taskIds: [], text: 'x' }],
    ...fields,
  });
  const wrong = run({ text: 'bin the dentist', calls: [add({ title: 'bin the dentist' })] });
  const undone = run({ text: '', origin: 'hand', results: [{ kind: 'undone', runs: 1, texts: [] }] });
  const right = run({
    text: 'delete the dentist',
    at: '2026-11-21T10:01',
    calls: [{ tool: 'delete_task', args: { task: 'the dentist' } }],
  });

  it('is what was taken back and then said another way', () => {
    const watch = new CorrectionWatch();
    expect(watch.ended(wrong)).toBeNull();
    expect(watch.ended(undone)).toBeNull();
    expect(watch.ended(right)).toMatchObject({ text: 'bin the dentist', understood: wrong.calls, meant: right.calls });
    expect(watch.ended(right)).toBeNull();
  });

  it('is not something else that is said after an undo, nor long after, nor the same again', () => {
    for (const next of [
      run({ text: 'buy milk', calls: [add({ title: 'buy milk' })] }),
      run({ ...right, at: '2026-11-21T10:30' }),
      run({ ...right, calls: wrong.calls }),
      run({ ...right, calls: [{ tool: 'delete_task', args: { task: 'it' } }] }),
    ]) {
      const watch = new CorrectionWatch();
      watch.ended(wrong);
      watch.ended(undone);
      expect(watch.ended(next)).toBeNull();
    }
  });

  it('is whatever comes next where the person says that it was not meant', () => {
    const watch = new CorrectionWatch();
    watch.ended(wrong);
    watch.doubt(wrong);
    watch.ended(undone);
    const next = run({ text: 'no more teeth', calls: right.calls });
    expect(watch.ended(next)).toMatchObject({ text: 'bin the dentist' });
  });

  it('is a title that was mended by hand with other words of the sentence, not a second thought', () => {
    const said = run({
      text: 'add ask about friday',
      calls: [add({ title: 'ask about', due: 'friday' })],
      results: [
        { kind: 'added', taskId: 't', title: 'ask about', due: null, list: null, repeat: null, parentTitle: null },
      ],
    });
    const edit = (fields: readonly { field: 'title' | 'due' | 'list'; value: string | null }[]) =>
      run({ origin: 'hand', results: [{ kind: 'changed', taskId: 't', title: 'ask about', fields }] });
    const watch = new CorrectionWatch();
    watch.ended(said);
    expect(watch.ended(edit([{ field: 'list', value: 'Work' }]))).toBeNull();
    expect(watch.ended(edit([{ field: 'title', value: 'buy cheese' }]))).toBeNull();
    const mended = watch.ended(
      edit([
        { field: 'title', value: 'ask about friday' },
        { field: 'due', value: null },
      ]),
    );
    expect(mended?.meant).toEqual([add({ title: 'ask about friday' })]);
  });
});
