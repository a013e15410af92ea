/** An expected failure is a value: a code from a closed set and a plain sentence for the person. */
export type Failure<Code extends string> = { ok: false; code: Code; message: string };

export type Outcome<Value, Code extends string> = { ok: true; value: Value } | Failure<Code>;

export function success<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value };
}

export function failure<Code extends string>(code: Code, message: string): Failure<Code> {
  return { ok: false, code, message };
}

/** Ends a switch over a union: a case that is forgotten does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
