import type { Outcome } from '../../core/outcome.ts';
import type { Measurement, OnStep } from './proof-door.ts';

/** One measurement at a time: begun, followed row by row, and stopped between two of them. */
export class ProofRun<Order, Result extends Measurement> {
  readonly #measure: (order: Order, onStep: OnStep<Result>) => Promise<Outcome<Result, string>>;
  #stopped = false;
  phase: 'idle' | 'loading' | 'running' = $state('idle');
  /** Of the rows measured so far. */
  result: Result | null = $state.raw(null);
  problem: string | null = $state(null);
  readonly wasStopped = $derived(this.phase === 'idle' && this.result !== null && this.result.done < this.result.of);

  constructor(measure: (order: Order, onStep: OnStep<Result>) => Promise<Outcome<Result, string>>) {
    this.#measure = measure;
  }

  async start(order: Order): Promise<void> {
    if (this.phase !== 'idle') return;
    this.#stopped = false;
    this.phase = 'loading';
    this.result = null;
    this.problem = null;
    const measured = await this.#measure(order, (soFar) => {
      this.phase = 'running';
      this.result = soFar;
      return !this.#stopped;
    });
    this.phase = 'idle';
    if (!measured.ok) this.problem = measured.message;
  }

  stop(): void {
    this.#stopped = true;
  }
}
