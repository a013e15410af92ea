import * as v from 'valibot';
import type { ArgumentSpec, ToolSpec } from '../core/call.ts';

/**
 * The contract's one grammar. The parser reads it, the writer obeys it, prompts quote it, and token masks derive from
 * the same specs.
 *
 *   answer   = analysis "\n" action | final
 *   analysis = "<analysis>" "\n" text "\n" "</analysis>"
 *   action   = "<action>" "\n" call ("\n" call){0,7} "\n" "</action>"
 *   final    = "<final>" "\n" text "\n" "</final>"
 *   call     = tool "(" [argument ("," argument)*] ")"
 *   argument = name "=" value                          each name at most once
 *   value    = string | number | "true" | "false" | "[" [string ("," string)*] "]" | filter
 *   filter   = "{" [string ":" (string | list) ("," …)*] "}"      for arguments of kind filter only
 *   string   = a JSON string
 */
export const maxAnswerBytes = 8 * 1024;
export const maxCalls = 8;
export const maxListItems = 50;
export const maxStringLength = 2000;

export const tags = {
  analysis: ['<analysis>', '</analysis>'],
  action: ['<action>', '</action>'],
  final: ['<final>', '</final>'],
} as const;

/** Everything the contract has to know of the app's tools, handed in so that this room depends on none of them. */
export type Vocabulary = {
  tools: readonly ToolSpec[];
  /** The keys of a filter, each as an optional argument. */
  filter: readonly ArgumentSpec[];
};

const stringSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(maxStringLength));
const stringsSchema = v.pipe(v.array(stringSchema), v.minLength(1), v.maxLength(maxListItems));

/** What a written value of this argument must look like before anything is resolved. */
export function valueSchema(spec: ArgumentSpec, filter: readonly ArgumentSpec[]): v.GenericSchema {
  switch (spec.kind) {
    case 'text':
    case 'task':
    case 'list':
    case 'when':
    case 'repeat':
      return stringSchema;
    case 'texts':
      return stringsSchema;
    case 'enum':
      return v.picklist(spec.values ?? []);
    case 'int':
      return v.pipe(
        v.number(),
        v.integer(),
        v.minValue(spec.min ?? 0),
        v.maxValue(spec.max ?? Number.MAX_SAFE_INTEGER),
      );
    case 'filter':
      return v.strictObject(Object.fromEntries(filter.map((key) => [key.name, v.optional(valueSchema(key, []))])));
  }
}
