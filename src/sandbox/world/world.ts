import { failure } from '../../core/outcome.ts';
import type { ApiCall, CallOutcome } from './define-call.ts';
import { diffStates, type Change } from './diff.ts';
import { findPerson } from './parts.ts';
import { findCall } from './registry.ts';
import type { Person, WorldState } from './state.ts';
import { ownerOf } from './supervisor.ts';

/** A call made while a scenario is laid out: by anybody, at any time, without a login. */
export type SetupCall = {
  as: number;
  at?: string;
  app: string;
  call: string;
  args: { readonly [name: string]: unknown };
};

/** A payments world. Calls are its only way to change; one that fails leaves it as it was. */
export class World {
  #state: WorldState;
  #start: WorldState;

  constructor(state: WorldState) {
    this.#state = structuredClone(state);
    this.#start = structuredClone(state);
  }

  get state(): Readonly<WorldState> {
    return this.#state;
  }

  /** `access_token` is taken out of the arguments here; everything else is the call's own matter. */
  call(app: string, name: string, args: { readonly [name: string]: unknown }): CallOutcome {
    const found = findCall(app, name);
    if (found === undefined) return failure('unknown_call', `There is no call ${app}.${name}.`);
    if (this.#state.completion !== null) return failure('conflict', 'The task was completed already.');
    if (!found.needsLogin) return this.#run(found, args, ({ ownerId }) => ownerId);
    const { access_token: token, ...rest } = args;
    const session = this.#state.sessions.find((open) => open.token === token && open.app === app);
    if (session === undefined) {
      const why = token === undefined ? 'is missing' : 'is not valid';
      return failure('not_logged_in', `The access_token ${why}. Log in with ${app}.login first.`);
    }
    return this.#run(found, rest, () => session.personId);
  }

  /** Lays a scenario out; a call that fails here is a mistake of the scenario's. */
  arrange(calls: readonly SetupCall[]): void {
    for (const { as, at, app, call, args } of calls) {
      const found = findCall(app, call);
      if (found === undefined) throw new Error(`There is no call ${app}.${call}`);
      const now = this.#state.now;
      this.#state.now = at ?? now;
      const done = this.#run(found, args, () => as);
      this.#state.now = now;
      if (!done.ok) throw new Error(`${app}.${call}: ${done.message}`);
    }
    this.#start = this.snapshot();
  }

  snapshot(): WorldState {
    return structuredClone(this.#state);
  }

  restore(snapshot: WorldState): void {
    this.#state = structuredClone(snapshot);
  }

  /** Back to the state after `arrange`. */
  reset(): void {
    this.restore(this.#start);
  }

  diff(): Change[] {
    return diffStates(this.#start, this.#state);
  }

  #run(call: ApiCall, args: unknown, who: (state: WorldState) => number): CallOutcome {
    // On a copy, so that no part of a failed call is kept.
    const draft = this.snapshot();
    const me: Person = findPerson(draft, who(draft)) ?? ownerOf(draft);
    const outcome = call.run(args, { state: draft, me });
    if (outcome.ok) this.#state = draft;
    return outcome;
  }
}
