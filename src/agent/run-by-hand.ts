import type { RunId } from '../core/plan.ts';
import { approveAllowed, approveConfirmed, judgeByHand } from '../guard/approve.ts';
import { describeChanges } from './change-lines.ts';
import type { Conversation } from './conversation.ts';
import { composeFinal } from './final-sentence.ts';
import type { RunPlan, RunWorld } from './plan-run.ts';
import type { RunPorts } from './run-loop.ts';

export type HandRequest = {
  runId: RunId;
  /** What the edit would do to the world as it is when its turn comes. */
  plan: (world: RunWorld) => RunPlan;
  /** The person has seen what will change and said yes. */
  confirmed: boolean;
  conversation: Conversation;
};

/** One edit by hand: no engine and no words to judge, the same plan, policy, executor and log as a sentence. */
export async function runByHand(
  request: HandRequest,
  ports: RunPorts,
): Promise<'done' | 'failed' | 'needs-confirmation'> {
  const startedAt = performance.now();
  const clock = ports.clock();
  const { runId, plan, conversation } = request;
  const stored = await ports.readWorld();
  const planned: RunPlan = stored.ok
    ? plan({ runId, ...stored.value, clock, newId: ports.newId, conversation })
    : { kind: 'failed', code: stored.code, message: ports.strings.failure[stored.code] };
  ports.append({ type: 'submitted', runId, at: clock.now, text: describe(planned), origin: 'hand', engine: '' });
  const finish = (final: string) => {
    ports.append({
      type: 'finished',
      final,
      timings: { engineMs: 0, guardMs: 0, totalMs: performance.now() - startedAt },
    });
  };
  if (!stored.ok || planned.kind !== 'planned') {
    const message = planned.kind === 'failed' ? planned.message : ports.strings.failure.invalid_change;
    ports.append({ type: 'failed', code: planned.kind === 'failed' ? planned.code : 'invalid_change', message });
    finish(message);
    return 'failed';
  }
  ports.append({ type: 'resolved', calls: planned.readable });
  const judgement = { ...judgeByHand(planned.plan), heads: null, guardMs: 0 };
  ports.append({ type: 'judged', judgement });
  const approved = request.confirmed
    ? approveConfirmed(planned.plan, judgement)
    : approveAllowed(planned.plan, judgement);
  if (approved === null) {
    ports.append({
      type: 'confirmation-asked',
      changes: describeChanges(planned.plan, stored.value.state, clock, ports.strings),
    });
    ports.append({ type: 'declined' });
    finish(ports.strings.declined);
    return 'needs-confirmation';
  }
  const written = await ports.commit(approved);
  if (!written.ok) {
    const message = ports.strings.failure[written.code];
    ports.append({ type: 'failed', code: written.code, message });
    finish(message);
    return 'failed';
  }
  ports.append({ type: 'applied', results: written.value });
  finish(composeFinal(written.value, planned.plan.after, clock, ports.strings));
  return 'done';
}

/** How History names an edit: the calls as the contract would write them, shortened to their tools and tasks. */
function describe(planned: RunPlan): string {
  if (planned.kind !== 'planned') return '';
  return planned.readable
    .map(({ tool, args }) =>
      `${tool.replaceAll('_', ' ')}: ${String(args['task'] ?? args['title'] ?? args['name'] ?? args['list'] ?? '')}`.replace(
        /: $/,
        '',
      ),
    )
    .join('; ');
}
