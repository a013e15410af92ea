import { operationsFit } from '../core/operation.ts';
import { failure, success } from '../core/outcome.ts';
import { defineTool } from './define-tool.ts';
import { redoableRun } from './run-history.ts';

export const redo = defineTool({
  name: 'redo',
  effect: 'history',
  summary: 'Brings back what undo took back.',
  noun: 'a redo',
  examples: ['do it again after all'],
  args: {},
  run: (_args, { state, history }) => {
    const run = redoableRun(history);
    if (run === null) return failure('nothing_to_redo', 'There is nothing to redo.');
    const { operations, runId, text } = run;
    if (!operationsFit(state, operations)) {
      return failure('invalid_change', 'That can no longer be redone: something it needs has changed or is gone.');
    }
    return success({ operations, marks: [{ runId, undone: false }], result: { kind: 'redone', text } });
  },
});
