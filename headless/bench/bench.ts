import type { BenchFigures } from './figures.ts';

export type BenchRun = {
  /** How often each thing is measured. */
  rounds: number;
  /** Whether WebGPU may use the machine's graphics card. */
  useCard: boolean;
  /** One line about how far it is, without a line end. */
  onProgress: (line: string) => void;
};

/**
 * One bench a file of this folder, listed in `headless/bench.ts`. What is compared is measured in turns in one run, after
 * a warm-up, since the machine may be busy; absolute times are only as good as its load.
 */
export type Bench = {
  summary: string;
  rounds: number;
  run: (run: BenchRun) => Promise<BenchFigures>;
};
