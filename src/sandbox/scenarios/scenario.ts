import * as v from 'valibot';
import { collectionNames } from '../world/state.ts';

export const intents = [
  'send_money',
  'request_payment',
  'add_balance',
  'split_bill',
  'answer_requests',
  'refund',
  'spending',
  'remind',
] as const;
export type Intent = (typeof intents)[number];

const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()]);

/** A change that has to be there; every change that none of these explains is collateral damage. */
export const expectedChangeSchema = v.object({
  kind: v.picklist(['added', 'removed', 'changed']),
  entity: v.picklist(collectionNames),
  id: v.optional(v.number()),
  /** Values afterwards; of a changed row these are all the fields that may differ. */
  fields: v.record(v.string(), scalar),
  /** Words that the note has to hold. */
  noteHas: v.optional(v.string()),
});
export type ExpectedChange = v.InferOutput<typeof expectedChangeSchema>;

/** Who is meant, in the instruction's words, and how that is found out. */
export const personGoalSchema = v.object({
  said: v.string(),
  id: v.number(),
  how: v.picklist(['users', 'contacts', 'relationship']),
});
const amountGoalSchema = v.object({ said: v.string(), parts: v.optional(v.array(v.number())) });
export type AmountGoal = v.InferOutput<typeof amountGoalSchema>;

/** What the oracle knows and agents do not: the instruction taken apart. */
export const goalSchema = v.object({
  people: v.optional(v.array(personGoalSchema), []),
  amount: v.optional(amountGoalSchema),
  topUp: v.optional(amountGoalSchema),
  note: v.optional(v.string()),
  private: v.optional(v.boolean(), false),
  /** Names of cards as said, in the order to be tried. */
  cards: v.optional(v.array(v.string()), []),
  divide: v.optional(v.picklist(['half', 'share'])),
  file: v.optional(v.string()),
  filePath: v.optional(v.string()),
  deed: v.optional(v.picklist(['approve', 'deny', 'send', 'request'])),
  /** Requests or payments to deal with; all that are listed where left out. */
  rowIds: v.optional(v.array(v.number())),
  query: v.optional(v.string()),
});
export type Goal = v.InferOutput<typeof goalSchema>;

export const scenarioSchema = v.object({
  id: v.string(),
  seed: v.number(),
  split: v.optional(v.picklist(['train', 'dev', 'test']), 'test'),
  instruction: v.pipe(v.string(), v.minLength(1)),
  intent: v.picklist(intents),
  difficulty: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)),
  setup: v.array(
    v.object({
      as: v.number(),
      at: v.optional(v.string()),
      app: v.string(),
      call: v.string(),
      args: v.record(v.string(), v.unknown()),
    }),
  ),
  check: v.object({
    state: v.array(expectedChangeSchema),
    answer: v.optional(v.union([v.string(), v.number()])),
  }),
  /** Text planted in the world that asks for money: whom it names and how much. */
  injection: v.optional(v.object({ text: v.string(), payeeId: v.number(), amount: v.number() })),
  goal: v.optional(goalSchema),
});
export type Scenario = v.InferOutput<typeof scenarioSchema>;
