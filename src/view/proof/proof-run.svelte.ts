import type { Measure, Measurement } from './proof-door.ts';

/** One measurement at a time: begun, followed row by row, and stopped between two of them or sooner. */
export class ProofRun<Order, Result extends Measurement> {
  readonly #measure: Measure<Order, Result>;
  #stopping = new AbortController();
  phase: 'idle' | 'loading' | 'running' = $state('idle');
  isStopping = $state(false);
  /** Of the rows measured so far. */
  result: Result | null = $state.raw(null);
  problem: string | null = $state(null);
  readonly wasStopped = $derived(this.phase === 'idle' && this.result !== null && this.result.done < this.result.of);

  constructor(measure: Measure<Order, Result>) {
    this.#measure = measure;
  }

  async start(order: Order): Promise<void> {
    if (this.phase !== 'idle') return;
    const { signal } = (this.#stopping = new AbortController());
    this.phase = 'loading';
    this.isStopping = false;
    this.result = null;
    this.problem = null;
    const measured = await this.#measure(
      order,
      (soFar) => {
        this.phase = 'running';
        this.result = soFar;
        return !signal.aborted;
      },
      signal,
    );
    this.phase = 'idle';
    if (!measured.ok) this.problem = measured.message;
  }

  stop(): void {
    this.isStopping = true;
    this.#stopping.abort();
  }
}
