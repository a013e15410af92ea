import { describe, expect, it } from 'vitest';
import { readTrace, type Trace } from './trace-file.ts';

const trace: Trace = {
  kind: 'errand-sandbox-trace',
  instruction: 'Send Maya $18',
  agent: 'oracle',
  scenarioId: null,
  pass: true,
  steps: [{ perception: null, thought: 'a', action: 'b', observation: 'c', error: false }],
  diff: [],
  scenario: null,
  approvals: [true],
};

describe('a trace', () => {
  it('reads back as it was saved', () => {
    expect(readTrace(JSON.stringify(trace))).toEqual(trace);
  });

  it.each(['', '{}', 'null', '{"kind":"errand-sandbox-trace","steps":5}'])(
    'is refused where it is none: %s',
    (text) => {
      expect(readTrace(text)).toBeNull();
    },
  );
});
