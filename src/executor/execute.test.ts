import { expect, it, vi } from 'vitest';
import { failure, success } from '../core/outcome.ts';
import type { Approved, Plan, PlannedCall } from '../core/plan.ts';
import type { ToolContext } from '../tools/define-tool.ts';
import { sampleTask } from '../core/testing/sample-task.ts';
import { sampleWorld } from '../tools/sample-world.ts';
import { execute, type RunWrite } from './execute.ts';
import { contextAfter, planCall } from './plan-call.ts';

/** Only the guard makes approvals; a test stands in for it. */
function approved(calls: Parameters<typeof planCall>[0][], world: ToolContext): Approved<Plan> {
  let context = world;
  const planned: PlannedCall[] = calls.map((call) => {
    const outcome = planCall(call, context);
    if (!outcome.ok) throw new Error(outcome.message);
    context = contextAfter(outcome.value, context);
    return outcome.value;
  });
  return { runId: 'run', planned, after: context.state } as Plan as Approved<Plan>;
}

const add = (title: string) => ({ tool: 'add_task', args: { title } });

it('writes all calls of a run at once, in their order, and gives their results', async () => {
  const write = vi.fn(() => Promise.resolve(success(null)));
  const results = await execute(
    approved([add('one'), add('two'), { tool: 'list_tasks', args: {} }], sampleWorld()),
    write,
  );
  expect(results).toMatchObject({
    ok: true,
    value: [{ title: 'one' }, { title: 'two' }, { taskIds: ['new-1', 'new-2'] }],
  });
  expect(write).toHaveBeenCalledOnce();
  expect(write).toHaveBeenCalledWith(
    expect.objectContaining({ runId: 'run', marks: [], operations: expect.objectContaining({ length: 2 }) as unknown }),
  );
});

it('keeps what undo did itself out of what can be undone', async () => {
  const before = sampleTask('a', { title: 'b' });
  const operations = [{ kind: 'set', entity: 'task', id: 'a', field: 'title', before: 'a', after: 'b' }] as const;
  const world = sampleWorld([before], [], [{ runId: 'r1', text: 'rename', operations, undone: false }]);
  const written: RunWrite[] = [];
  await execute(approved([{ tool: 'undo', args: {} }, add('new')], world), (run) => {
    written.push(run);
    return Promise.resolve(success(null));
  });
  expect(written[0]).toMatchObject({
    marks: [{ runId: 'r1', undone: true }],
    operations: [{ after: 'a' }, { kind: 'create' }],
    undoable: [{ kind: 'create' }],
  });
  expect(written[0]?.undoable).toHaveLength(1);
});

it('claims nothing that was not written', async () => {
  const refused = failure('store_full', 'No room.');
  expect(await execute(approved([add('one')], sampleWorld()), () => Promise.resolve(refused))).toEqual(refused);
});

it('does not trouble the store with a plan that only reads', async () => {
  const write = vi.fn(() => Promise.resolve(success(null)));
  expect(await execute(approved([{ tool: 'suggest_next', args: {} }], sampleWorld()), write)).toMatchObject({
    ok: true,
  });
  expect(write).not.toHaveBeenCalled();
});
