/** The one nested value of the contract, one level deep: which tasks a bulk call is about. */
export type FilterValue = { readonly [key: string]: string | readonly string[] };

export type ArgumentValue = string | number | boolean | readonly string[] | FilterValue;

/** A call as an engine wrote it: references and times are still the person's words. */
export type Call = {
  tool: string;
  args: { readonly [name: string]: ArgumentValue };
};

/** What a parsed answer says. `analysis` is kept for the trace only. */
export type Answer = { kind: 'action'; analysis: string; calls: readonly Call[] } | { kind: 'final'; text: string };

/** What a call would do; the guard's policy judges by it whatever a model thinks. */
export type Effect = 'read' | 'add' | 'change' | 'remove' | 'history';

/**
 * The kinds of argument. `when`, `repeat`, `task` and `list` hold the person's own words, which the resolver turns into
 * dates, rules and identities.
 */
export type ArgumentKind = 'text' | 'texts' | 'task' | 'list' | 'when' | 'repeat' | 'enum' | 'int' | 'filter';

export type ArgumentSpec = {
  name: string;
  kind: ArgumentKind;
  required: boolean;
  /** For `when`: the words name a span of days (a listing's "this week"), not one moment. */
  interval?: boolean;
  /** "none" clears the field. Moments and repetitions can always be cleared. */
  clearable?: boolean;
  /** For `enum`: the only values allowed. */
  values?: readonly string[];
  /** For `int`, inclusive. */
  min?: number;
  max?: number;
};

/** What the contract, the prompts and the trainer need to know of a tool; the registry adds what it does. */
export type ToolSpec = {
  name: string;
  effect: Effect;
  /** One line for the help and for the prompts of larger models. */
  summary: string;
  /** How the analysis names one such call: "a new task". */
  noun: string;
  args: readonly ArgumentSpec[];
};
