import type { SessionEngine } from '../agent/session.ts';
import { writeAnalysis, writeAnswer } from '../contract/write.ts';
import type { ArgumentValue } from '../core/call.ts';
import type { Clock } from '../core/clock.ts';
import { success } from '../core/outcome.ts';
import { parseQuickAdd } from '../resolve/quick-add.ts';

/**
 * The baseline `baseline-rules`: the quick-add parser as if it were an engine. It knows one tool, so every sentence is a
 * task. It exists to be measured against; the app never answers with it.
 */
export function baselineRules(clock: () => Clock): SessionEngine {
  return {
    id: 'baseline-rules',
    confidenceThreshold: 0,
    ready: () => true,
    generate: ({ text }) => {
      const startedAt = performance.now();
      const answer = writeAnswer({
        kind: 'action',
        analysis: writeAnalysis(['a new task']),
        calls: [{ tool: 'add_task', args: quickAddArguments(text, clock()) }],
      });
      const totalMs = performance.now() - startedAt;
      const timings = { sourceMs: 0, prefillMs: 0, decodeMs: 0, totalMs };
      return Promise.resolve(success({ text: answer, confidence: 1, tokens: 0, timings }));
    },
    interrupt: () => undefined,
  };
}

/** The parser's findings in the person's words, as the contract wants them. */
function quickAddArguments(text: string, clock: Clock): { [name: string]: ArgumentValue } {
  const { title, priority, tags, list, spans } = parseQuickAdd(text, clock);
  const said = (kind: string) =>
    spans
      .filter((span) => span.kind === kind)
      .map((span) => span.text)
      .join(' ');
  return {
    title: title === '' ? text.trim().slice(0, 2000) : title,
    ...(said('due') === '' ? {} : { due: said('due') }),
    ...(priority === undefined ? {} : { priority }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(list === undefined ? {} : { list }),
    ...(said('repeat') === '' ? {} : { repeat: said('repeat') }),
  };
}
