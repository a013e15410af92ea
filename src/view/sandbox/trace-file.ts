import * as v from 'valibot';
import { openScenario } from '../../sandbox/scenarios/generate-scenario.ts';
import { scenarioSchema } from '../../sandbox/scenarios/scenario.ts';

/** Far above what a run comes to; a file that holds more was not saved here. */
const mostSteps = 100;
const mostSetupCalls = 200;

const stepSchema = v.object({
  perception: v.nullable(v.string()),
  thought: v.string(),
  action: v.string(),
  observation: v.string(),
  error: v.boolean(),
});

/** A run of the Sandbox as a file: read again, it shows the same steps; with its scenario it can be played again. */
export const traceSchema = v.object({
  kind: v.literal('errand-sandbox-trace'),
  instruction: v.string(),
  agent: v.string(),
  scenarioId: v.nullable(v.string()),
  pass: v.nullable(v.boolean()),
  steps: v.pipe(v.array(stepSchema), v.maxLength(mostSteps)),
  diff: v.array(v.unknown()),
  /** What it takes to play the run again; traces of before have neither. */
  scenario: v.optional(
    v.nullable(
      v.pipe(
        scenarioSchema,
        v.check(({ setup }) => setup.length <= mostSetupCalls),
      ),
    ),
    null,
  ),
  approvals: v.optional(v.array(v.boolean()), []),
});
export type Trace = v.InferOutput<typeof traceSchema>;

export function readTrace(text: string): Trace | null {
  try {
    const parsed = v.safeParse(traceSchema, JSON.parse(text));
    if (!parsed.success) return null;
    // A world that cannot be laid out is an error here and not when the run is played.
    if (parsed.output.scenario !== null) openScenario(parsed.output.scenario);
    return parsed.output;
  } catch {
    return null;
  }
}
