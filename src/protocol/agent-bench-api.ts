import type { Outcome } from '../core/outcome.ts';
import type { EngineFailureCode, LoadRequest } from './engine.ts';

/** Which of the two builds of ONNX Runtime: without and with what WebGPU needs. */
export type BenchedBuild = 'plain' | 'jspi';

/** The sizes of a decoder-only model with grouped attention, gated feed-forward parts and tied embeddings. */
export type DecoderShape = {
  layers: number;
  width: number;
  heads: number;
  keyHeads: number;
  headWidth: number;
  inner: number;
  words: number;
};

/** One answer's way through a graph: the source (or prompt) in the first run, then a token or a few in each. */
export type LoopTimes = {
  /** How many rows each run took in. */
  rows: readonly number[];
  runMs: readonly number[];
  totalMs: number;
};

export type OpenedForBench = {
  threads: number;
  /** What one token's run reads of the graph: all of it but the table of words, of which it reads one row. */
  readBytes: number;
};

/** The contract of the bench's worker, which is opened for `npm run bench -- agent` and `-- engines` only. */
export interface AgentBenchApi {
  openAgent(request: LoadRequest, build: BenchedBuild): Promise<Outcome<OpenedForBench, EngineFailureCode>>;
  /** The agent compiled for web-llm, in place of the one on ONNX Runtime. */
  openWebLlm(request: LoadRequest): Promise<Outcome<null, EngineFailureCode>>;
  /** A whole answer as the engine gives it; `totalMs` is from the text to the answer in the contract. */
  turn(text: string): Promise<LoopTimes>;
  /** The runs of the last turn once more, through the bare session and with inputs made beforehand. */
  bareLoop(): Promise<LoopTimes>;
  /** A decoder-only model of that shape with random int8 weights, beside the agent in the same runtime. Its bytes. */
  openShape(name: string, shape: DecoderShape): Promise<number>;
  shapeLoop(name: string, rows: readonly number[]): Promise<LoopTimes>;
  /** Milliseconds a pass over so many bytes. */
  readMemory(sizeBytes: number, passes: number): Promise<number>;
}
