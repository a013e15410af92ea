import { describe, expect, it } from 'vitest';
import { applyOperations } from '../core/operation.ts';
import { createList } from './create-list.ts';
import { deleteList } from './delete-list.ts';
import { renameList } from './rename-list.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import { planOf, sampleWorld } from './sample-world.ts';

const world = () =>
  sampleWorld(
    [sampleTask('a', { listId: 'g' }), sampleTask('b', { listId: 'g', done: true }), sampleTask('c')],
    [sampleList('g', 'Garden'), sampleList('w', 'Work'), { ...sampleList('t', 'Old'), deletedAt: '2026-11-01T08:00' }],
  );
const garden = { kind: 'existing', id: 'g' } as const;
const inbox = { kind: 'existing', id: 'inbox' } as const;
const refused = (sentence: RegExp) => ({
  ok: false,
  code: 'invalid_change',
  message: expect.stringMatching(sentence) as string,
});

describe('create_list', () => {
  it('makes a list; one of a name in the trash does not count', () => {
    expect(planOf(createList, { name: ' Old ' }, world()).result).toEqual({
      kind: 'list-created',
      listId: 'new-1',
      name: 'Old',
    });
  });
  it.each(['garden', ' GARDEN ', 'inbox'])('refuses a second %s', (name) => {
    expect(createList.run({ name }, world())).toEqual(refused(/already a list called “(Garden|Inbox)”/));
  });
  it('refuses no name', () => {
    expect(createList.run({ name: ' \n' }, world())).toEqual(refused(/empty/));
  });
});

describe('rename_list', () => {
  it('renames, also where only the case changes', () => {
    const { operations, result } = planOf(renameList, { list: garden, name: 'GARDEN' }, world());
    expect(result).toEqual({ kind: 'list-renamed', listId: 'g', from: 'Garden', to: 'GARDEN' });
    expect(applyOperations(world().state, operations).lists.get('g')?.name).toBe('GARDEN');
  });
  it('refuses the Inbox, a name that is taken, its own name and a list that is not there', () => {
    expect(renameList.run({ list: inbox, name: 'x' }, world())).toEqual(refused(/Inbox cannot be renamed/));
    expect(renameList.run({ list: garden, name: 'work' }, world())).toEqual(refused(/already a list called “Work”/));
    expect(renameList.run({ list: garden, name: 'Garden' }, world())).toEqual(refused(/called “Garden” already/));
    expect(renameList.run({ list: { kind: 'new', name: 'Sea' }, name: 'x' }, world())).toEqual(
      refused(/no list called “Sea”/),
    );
  });
});

describe('delete_list', () => {
  it('takes its tasks along to the trash', () => {
    const { operations, result } = planOf(deleteList, { list: garden }, world());
    const { tasks, lists } = applyOperations(world().state, operations);
    expect(lists.get('g')?.deletedAt).toBe('2026-11-21T10:00');
    expect([...tasks.values()].filter((task) => task.deletedAt !== null).map((task) => task.id)).toEqual(['a', 'b']);
    expect(result).toEqual({ kind: 'list-deleted', listId: 'g', name: 'Garden', taskCount: 2 });
  });
  it('refuses the Inbox', () => {
    expect(deleteList.run({ list: inbox }, world())).toEqual(refused(/Inbox cannot be deleted/));
  });
});
