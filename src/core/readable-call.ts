/** A resolved call as people and files read it: a task as its title, an interval as `from/to`, null where cleared. */
export type ReadableValue = string | number | boolean | null | readonly string[];
export type ReadableCall = { tool: string; args: { readonly [name: string]: ReadableValue } };
