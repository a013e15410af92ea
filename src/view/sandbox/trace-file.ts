import * as v from 'valibot';

const stepSchema = v.object({
  perception: v.nullable(v.string()),
  thought: v.string(),
  action: v.string(),
  observation: v.string(),
  error: v.boolean(),
});

/** A run of the Sandbox as a file: read again, it shows the same steps. */
export const traceSchema = v.object({
  kind: v.literal('errand-sandbox-trace'),
  instruction: v.string(),
  agent: v.string(),
  scenarioId: v.nullable(v.string()),
  pass: v.nullable(v.boolean()),
  steps: v.array(stepSchema),
  diff: v.array(v.unknown()),
});
export type Trace = v.InferOutput<typeof traceSchema>;

export function readTrace(text: string): Trace | null {
  try {
    const parsed = v.safeParse(traceSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
