import { expect, it } from 'vitest';
import { applyOperations, invertOperations, operationsFit } from '../core/operation.ts';
import { sampleList, sampleTask } from '../core/testing/sample-task.ts';
import { sampleWorld } from '../tools/sample-world.ts';
import { planImport } from './plan-import.ts';
import { readImport } from './read-import.ts';

function planned(text: string, world: ReturnType<typeof sampleWorld>, skipPresent = true) {
  const draft = readImport(text, { clock: world.clock, fileName: 'a.csv' });
  if (!draft.ok) throw new Error(draft.message);
  return planImport(draft.value, { fileName: 'a.csv', skipPresent }, world);
}
const table = 'id,title,list,parent\n1,Weed,Garden,\n2,Rake,garden,1\n3,Milk,Shop,9\n4,Tea,,4\n';

it('makes the lists that are missing, once, and joins those that are there', () => {
  const world = sampleWorld([], [sampleList('g', 'Garden')]);
  const { planned: plan, newLists, taskCount, notes } = planned(table, world);
  expect([newLists, taskCount]).toEqual([['Shop'], 4]);
  const after = applyOperations(world.state, plan.operations);
  const byTitle = new Map([...after.tasks.values()].map((task) => [task.title, task]));
  expect(byTitle.get('Weed')?.listId).toBe('g');
  expect(byTitle.get('Rake')).toMatchObject({ listId: 'g', parentId: byTitle.get('Weed')?.id });
  expect(byTitle.get('Tea')).toMatchObject({ listId: 'inbox', parentId: null });
  // A step of a task that is not there, and one of itself.
  expect(notes.map(({ line, code }) => [line, code])).toEqual([
    [4, 'no-parent'],
    [5, 'no-parent'],
  ]);
});

it('leaves out what is here already, unless told not to, and keeps its steps under it', () => {
  const world = sampleWorld([sampleTask('w', { title: 'weed', listId: 'g' })], [sampleList('g', 'Garden')]);
  const { planned: plan, notes } = planned(table, world);
  expect(notes[0]).toMatchObject({ line: 2, code: 'already-here', kind: 'skipped' });
  const rake = plan.operations.find(
    (operation) => operation.kind === 'create' && 'title' in operation.value && operation.value.title === 'Rake',
  );
  expect(rake).toMatchObject({ value: { parentId: 'w' } });
  expect(planned(table, world, false).taskCount).toBe(4);
});

it('only adds, and one inverse takes it back whole', () => {
  const world = sampleWorld([sampleTask('w')], [sampleList('g', 'Garden')]);
  const { operations } = planned(table, world).planned;
  expect(operationsFit(world.state, operations)).toBe(true);
  const back = applyOperations(applyOperations(world.state, operations), invertOperations(operations));
  expect(back).toEqual(world.state);
});

it('does not go round in circles', () => {
  const circle = 'id,title,parent\n1,a,3\n2,b,1\n3,c,2\n';
  const { planned: plan } = planned(circle, sampleWorld([]));
  const parents = plan.operations.flatMap((operation) =>
    operation.kind === 'create' && 'parentId' in operation.value ? [operation.value.parentId] : [],
  );
  expect(parents.filter((parent) => parent === null)).toHaveLength(1);
});
