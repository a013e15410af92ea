import * as v from 'valibot';

/** The evaluation format of docs/commands.md: what a turn should have done. */
const value = v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.string())]);
const call = v.object({ tool: v.string(), args: v.record(v.string(), value) });
const expectation = v.union([
  v.array(call),
  v.strictObject({ none: v.literal(true) }),
  v.strictObject({ ask: v.literal(true) }),
  v.strictObject({ refuse: v.literal(true) }),
  v.strictObject({ any: v.array(v.array(call)) }),
]);

export const evaluationRowSchema = v.object({
  id: v.string(),
  kind: v.optional(v.string()),
  turns: v.pipe(v.array(v.string()), v.minLength(1)),
  expect: v.array(expectation),
});
export type EvaluationRow = v.InferOutput<typeof evaluationRowSchema>;
export type Expectation = EvaluationRow['expect'][number];
export type ExpectedCall = v.InferOutput<typeof call>;

/** One turn as `npm run ask` writes it; only what scoring reads. */
export const turnOutputSchema = v.object({
  raw: v.optional(v.string()),
  resolved: v.array(call),
  proposed: v.optional(v.array(call)),
  asks: v.optional(v.boolean()),
  confidence: v.optional(v.nullable(v.number())),
  guard: v.optional(v.nullable(v.object({ verdict: v.optional(v.string()) }))),
  error: v.optional(v.object({ code: v.string(), message: v.string() })),
});
export type TurnOutput = v.InferOutput<typeof turnOutputSchema>;

export const answerRowSchema = v.object({ id: v.string(), turns: v.array(turnOutputSchema) });
export type AnswerRow = v.InferOutput<typeof answerRowSchema>;
