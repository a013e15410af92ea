import * as v from 'valibot';
import { failure, type Outcome } from '../../core/outcome.ts';
import type { AppWithLogin, Person, WorldState } from './state.ts';

export type CallErrorCode =
  | 'unknown_call'
  | 'invalid_arguments'
  | 'not_logged_in'
  | 'wrong_password'
  | 'not_found'
  | 'ambiguous'
  | 'insufficient_balance'
  | 'card_expired'
  | 'card_declined'
  | 'not_allowed'
  | 'conflict';

/** What crosses to Python: plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export type CallOutcome = Outcome<Json, CallErrorCode>;

/** `money` calls move money and are asked about; `write` calls change something else. */
export type CallEffect = 'read' | 'write' | 'money';

export type AppName = AppWithLogin | 'supervisor' | 'api_docs';

/** An argument: what is checked, and what the documentation says of it. */
export type Field<Value> = {
  schema: v.GenericSchema<unknown, Value>;
  /** The name of its type in the documentation. */
  type: string;
  about: string;
  required: boolean;
  fallback?: Value;
  readonly value?: Value;
};
export type Fields = { [name: string]: Field<unknown> };
export type Values<F extends Fields> = { [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never };

function field<Value>(type: string, schema: v.GenericSchema<unknown, Value>, about: string): Field<Value> {
  return { schema, type, about, required: true };
}

export function text(about: string, maxLength = 200): Field<string> {
  return field(
    `text of at most ${String(maxLength)} characters`,
    v.pipe(v.string(), v.minLength(1), v.maxLength(maxLength)),
    about,
  );
}
export function id(about: string): Field<number> {
  return field('whole number', v.pipe(v.number(), v.integer(), v.minValue(1)), about);
}
export function flag(about: string): Field<boolean> {
  return field('True or False', v.boolean(), about);
}
export function month(about: string): Field<string> {
  return field('text like "2026-04"', v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/)), about);
}
export function oneOf<const Value extends string>(values: readonly Value[], about: string): Field<Value> {
  return field(`one of ${values.join(', ')}`, v.picklist(values), about);
}
/** An amount of money, read into whole cents. */
export function amount(about: string): Field<number> {
  const schema = v.pipe(
    v.number(),
    v.finite(),
    v.minValue(0.01),
    v.maxValue(100_000),
    v.check((given) => Math.abs(given * 100 - Math.round(given * 100)) < 1e-6, 'No more than two decimals'),
    v.transform((given) => Math.round(given * 100)),
  );
  return field('number above 0 with at most two decimals', schema, about);
}
export function count(low: number, high: number, about: string): Field<number> {
  const schema = v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high));
  return field(`whole number from ${String(low)} to ${String(high)}`, schema, about);
}
export const answer: Field<string | number> = field(
  'text or number',
  v.union([v.pipe(v.string(), v.maxLength(1000)), v.pipe(v.number(), v.finite())]),
  'The answer, where the task asks for one',
);

export function optional<Value>(given: Field<Value>): Field<Value | undefined> {
  return { ...given, schema: v.optional(given.schema), required: false };
}
/** None of it in the documentation is a surprise: what is left out is said. */
export function withDefault<Value extends string | number | boolean>(
  given: Field<Value>,
  fallback: Value,
): Field<Value> {
  const about = `${given.about}; ${fallback === '' ? 'empty' : String(fallback)} if left out`;
  // What v.optional makes of a missing key is no value, so the field remembers what to put there.
  return { ...given, schema: v.optional(given.schema) as Field<Value>['schema'], about, required: false, fallback };
}

/** What a call is handed: a copy of the state that is kept only if the call succeeds, and who is calling. */
export type CallContext = { state: WorldState; me: Person };

export type ApiCall = {
  app: AppName;
  name: string;
  effect: CallEffect;
  about: string;
  returns: string;
  /** Whether it needs the `access_token` of its app's login. */
  needsLogin: boolean;
  fields: Fields;
  run: (args: unknown, context: CallContext) => CallOutcome;
};

type Definition<F extends Fields> = {
  app: AppName;
  name: string;
  effect: CallEffect;
  about: string;
  returns: string;
  open?: boolean;
  args: F;
  run: (args: Values<F>, context: CallContext) => CallOutcome;
};

/** Makes a call from its one definition; its check, its documentation and its place in the registry derive from it. */
export function defineCall<F extends Fields>(definition: Definition<F>): ApiCall {
  const { app, name, effect, about, returns, args } = definition;
  const schema = v.strictObject(Object.fromEntries(Object.entries(args).map(([key, { schema }]) => [key, schema])));
  return {
    app,
    name,
    effect,
    about,
    returns,
    needsLogin: definition.open !== true,
    fields: args,
    run: (given, context) => {
      const parsed = v.safeParse(schema, given);
      if (!parsed.success) return failure('invalid_arguments', describeIssue(parsed.issues[0], args));
      const defaults = Object.entries(args).flatMap(([key, { fallback }]) =>
        fallback === undefined ? [] : [[key, fallback] as const],
      );
      const filled: unknown = { ...Object.fromEntries(defaults), ...parsed.output };
      // The schema is made of the same fields, so its output has their types.
      return definition.run(filled as Values<F>, context);
    },
  };
}

function describeIssue(issue: v.BaseIssue<unknown>, fields: Fields): string {
  const name = v.getDotPath(issue) ?? '';
  const wanted = fields[name];
  if (wanted === undefined) return `There is no argument "${name}".`;
  if (issue.received === 'undefined') return `The argument "${name}" is missing: ${wanted.type}.`;
  return `"${name}" must be ${wanted.type}, not ${issue.received}.`;
}
