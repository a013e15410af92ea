import type { ActorStep, PastStep } from '../../protocol/actor.ts';

/** A step as later ones remember it: its call, and what it was first about. */
export function pastStep({ call, args }: ActorStep): PastStep {
  if (call.endsWith('.login')) return { call, said: '' };
  const first = args.find(({ value }) => value.kind === 'copy')?.value;
  return { call, said: first?.kind === 'copy' ? first.text : '' };
}
