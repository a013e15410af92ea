import { maxCalls } from '../contract/grammar.ts';
import type { ArgumentSpec, ToolSpec } from '../core/call.ts';
import type { LoadRequest } from '../protocol/engine.ts';

/**
 * The contract as a grammar for constrained decoding, in the EBNF that web-llm's xgrammar reads: derived from the same
 * tools and filter as the parser. Arguments come in the registry's order, which makes "each at most once" regular.
 */
export function answerGrammar({ tools, filter }: LoadRequest['vocabulary']): string {
  return [
    'root ::= action | final',
    String.raw`action ::= "<analysis>\n" sentence "\n</analysis>\n<action>\n" call ("\n" call){0,${String(maxCalls - 1)}} "\n</action>"`,
    String.raw`final ::= "<final>\n" sentence "\n</final>"`,
    // No line break and no tag: what the parser would refuse cannot be written. Beyond ASCII nothing is kept out, since a class
    // with a range up there is wrong in the xgrammar that web-llm carries; the parser refuses those few characters.
    String.raw`sentence ::= [^\x00-\x20<\x7f] [^\x00-\x1f<\x7f]*`,
    `call ::= ${tools.map(({ name }) => ruleOf(name)).join(' | ')}`,
    ...tools.flatMap((tool) => toolRules(tool)),
    String.raw`string ::= "\"" character+ "\""`,
    String.raw`character ::= [^\x00-\x1f"\\\x7f] | "\\" ["\\/bfnrt] | "\\u" [0-9a-fA-F]{4}`,
    'strings ::= "[" string (", " string)* "]"',
    ...filterRules(filter),
  ].join('\n');
}

function ruleOf(name: string): string {
  return `tool-${name.replaceAll('_', '-')}`;
}

function toolRules({ name, args }: ToolSpec): string[] {
  const rule = ruleOf(name);
  const valueOf = (spec: ArgumentSpec) => `"${spec.name}=" ${value(spec)}`;
  return [`${rule} ::= "${name}(" ${inOrder(rule, args, valueOf)} ")"`, ...tailRules(rule, args, valueOf)];
}

function filterRules(filter: readonly ArgumentSpec[]): string[] {
  const valueOf = (spec: ArgumentSpec) => String.raw`"\"${spec.name}\": " ${value(spec, true)}`;
  return [`filter ::= "{" ${inOrder('filter', filter, valueOf)} "}"`, ...tailRules('filter', filter, valueOf)];
}

type ValueOf = (spec: ArgumentSpec) => string;

/** The first argument that is given, then what may follow it. */
function inOrder(rule: string, specs: readonly ArgumentSpec[], valueOf: ValueOf): string {
  const firstRequired = specs.findIndex(({ required }) => required);
  const starts = firstRequired < 0 ? specs : specs.slice(0, firstRequired + 1);
  const alternatives = starts.map((spec, index) => `${valueOf(spec)} ${tailOf(rule, index + 1)}`);
  return `(${[...(firstRequired < 0 ? ['""'] : []), ...alternatives].join(' | ')})`;
}

function tailOf(rule: string, from: number): string {
  return `${rule}-after-${String(from)}`;
}

/** After the arguments before place `from`: those from there on, in order, each at most once. */
function tailRules(rule: string, specs: readonly ArgumentSpec[], valueOf: ValueOf): string[] {
  const rules = specs.map((spec, index) => {
    const next = tailOf(rule, index + 1);
    const given = `", " ${valueOf(spec)} ${next}`;
    return `${tailOf(rule, index)} ::= ${spec.required ? given : `${given} | ${next}`}`;
  });
  // The first place is written by the rule itself.
  return [...rules.slice(1), `${tailOf(rule, specs.length)} ::= ""`];
}

/** In a filter even an enumeration's value is a JSON string, as everywhere else. */
function value(spec: ArgumentSpec, isInFilter = false): string {
  switch (spec.kind) {
    case 'texts':
      return 'strings';
    case 'enum':
      return `(${(spec.values ?? []).map((word) => String.raw`"\"${word}\""`).join(' | ')})`;
    case 'int':
      return `(${range(spec.min ?? 0, spec.max ?? 99).join(' | ')})`;
    case 'filter':
      return isInFilter ? 'string' : 'filter';
    default:
      return 'string';
  }
}

function range(min: number, max: number): string[] {
  return Array.from({ length: max - min + 1 }, (_, index) => `"${String(min + index)}"`);
}
