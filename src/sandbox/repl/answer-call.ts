import * as v from 'valibot';
import type { World } from '../world/world.ts';
import type { CallOutcome } from '../world/define-call.ts';

const callSchema = v.object({ app: v.string(), call: v.string(), args: v.record(v.string(), v.unknown()) });

export type MadeCall = { app: string; call: string; args: { readonly [name: string]: unknown } };

/** What Python asked for: hostile until it has this shape. */
export function readCall(json: string): MadeCall | null {
  try {
    const parsed = v.safeParse(callSchema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Answers a call that came out of Python, in JSON that Python reads. */
export function answerCall(world: World, json: string): string {
  const made = readCall(json);
  const outcome: CallOutcome =
    made === null
      ? { ok: false, code: 'invalid_arguments', message: 'That is not a call.' }
      : world.call(made.app, made.call, made.args);
  return JSON.stringify(outcome);
}
