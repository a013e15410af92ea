import * as v from 'valibot';
import { maxCalls, maxListItems } from '../contract/grammar.ts';
import { writeAnswer } from '../contract/write.ts';
import type { Answer, ArgumentSpec, ArgumentValue, ToolSpec } from '../core/call.ts';
import type { LoadRequest } from '../protocol/engine.ts';

type Schema = { [key: string]: unknown };

/** The contract as a JSON schema, for models that are held to one: the same tools, arguments and limits. */
export function answerSchema({ tools, filter }: LoadRequest['vocabulary']): Schema {
  return {
    anyOf: [
      closed({
        analysis: { type: 'string' },
        calls: {
          type: 'array',
          minItems: 1,
          maxItems: maxCalls,
          items: { anyOf: tools.map((tool) => callSchema(tool, filter)) },
        },
      }),
      closed({ final: { type: 'string' } }),
    ],
  };
}

function callSchema({ name, args }: ToolSpec, filter: readonly ArgumentSpec[]): Schema {
  return closed({ tool: { const: name }, args: argumentsSchema(args, filter) });
}

function argumentsSchema(specs: readonly ArgumentSpec[], filter: readonly ArgumentSpec[]): Schema {
  const properties = Object.fromEntries(specs.map((spec) => [spec.name, valueSchema(spec, filter)]));
  const required = specs.filter((spec) => spec.required).map(({ name }) => name);
  return { type: 'object', properties, required, additionalProperties: false };
}

function valueSchema(spec: ArgumentSpec, filter: readonly ArgumentSpec[]): Schema {
  switch (spec.kind) {
    case 'texts':
      return { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: maxListItems };
    case 'enum':
      return { enum: spec.values ?? [] };
    case 'int':
      return { type: 'integer', minimum: spec.min ?? 0, ...(spec.max === undefined ? {} : { maximum: spec.max }) };
    case 'filter':
      return argumentsSchema(filter, []);
    default:
      return { type: 'string' };
  }
}

function closed(properties: { [name: string]: Schema }): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export function jsonOfAnswer(answer: Answer): string {
  return JSON.stringify(
    answer.kind === 'final' ? { final: answer.text } : { analysis: answer.analysis, calls: answer.calls },
  );
}

const valueShape = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  v.array(v.string()),
  v.record(v.string(), v.union([v.string(), v.array(v.string())])),
]);
const answerShape = v.union([
  v.strictObject({ final: v.string() }),
  v.strictObject({
    analysis: v.string(),
    calls: v.array(v.strictObject({ tool: v.string(), args: v.record(v.string(), valueShape) })),
  }),
]);
/** A name goes into the contract's text as it is, so it must be one. */
const namePattern = /^[a-z_][a-z0-9_]*$/u;

/**
 * The answer as contract text, for the one parser, which judges it. What is no such JSON goes to the parser as it came,
 * so that it fails there with the parser's own code; a model that wrote the contract after all is understood.
 */
export function contractOfJson(text: string): string {
  const parsed = v.safeParse(answerShape, readJson(text));
  if (!parsed.success) return text.trim();
  const answer = parsed.output;
  if ('final' in answer) return writeAnswer({ kind: 'final', text: answer.final });
  const names = answer.calls.flatMap(({ tool, args }) => [tool, ...Object.keys(args)]);
  if (!names.every((name) => namePattern.test(name))) return text.trim();
  const calls = answer.calls.map(({ tool, args }) => ({ tool, args: args as { [name: string]: ArgumentValue } }));
  return writeAnswer({ kind: 'action', analysis: answer.analysis.replaceAll(/\s+/gu, ' ').trim() || 'Calls.', calls });
}

/** Models that are not held to a form like to put JSON into a fence. */
function readJson(text: string): unknown {
  const bare = /^```(?:json)?\s*(.*?)\s*```$/su.exec(text.trim())?.[1] ?? text;
  try {
    return JSON.parse(bare);
  } catch {
    return null;
  }
}
