import { wrap, type Remote } from 'comlink';
import { failure, success, type Outcome } from '../core/outcome.ts';
import { plainData } from '../engine/engine-client.ts';
import { findManifest } from '../engine/manifests.ts';
import { embeddedEngines } from '../engine/measurement.ts';
import type {
  AgentBenchApi,
  BenchedBuild,
  DecoderShape,
  LoopTimes,
  OpenedForBench,
} from '../protocol/agent-bench-api.ts';
import type { AdapterId, Device, LoadRequest } from '../protocol/engine.ts';
import { readMachine } from '../read-machine.ts';
import { loadRequest } from '../wire-engine.ts';

/** One of the agent's runtimes: a build of ONNX Runtime, or web-llm. */
export type BenchedRuntime = BenchedBuild | 'webllm';

/** What `npm run bench -- agent` and `-- engines` measure, each by name of the runtime it runs in. */
export type AgentBenchDoor = {
  open: (build: BenchedBuild) => Promise<Outcome<OpenedForBench, string>>;
  /** The graphics adapter that it runs on, in words. */
  openWebLlm: () => Promise<Outcome<string, string>>;
  turn: (runtime: BenchedRuntime, text: string) => Promise<LoopTimes>;
  bareLoop: (build: BenchedBuild) => Promise<LoopTimes>;
  openShape: (name: string, shape: DecoderShape) => Promise<number>;
  shapeLoop: (name: string, rows: readonly number[]) => Promise<LoopTimes>;
  /** Milliseconds for one pass over so many bytes, shared among as many threads. */
  readMemory: (sizeBytes: number, threads: number) => Promise<number>;
};

const passes = 20;

export function makeAgentBench(): AgentBenchDoor {
  const workers = new Map<string, Remote<AgentBenchApi>>();
  const workerOf = (name: string): Remote<AgentBenchApi> => {
    const known = workers.get(name);
    if (known !== undefined) return known;
    const worker = new Worker(new URL('../../workers/agent-bench.worker.ts', import.meta.url), { type: 'module' });
    const api = wrap<AgentBenchApi>(worker);
    workers.set(name, api);
    return api;
  };
  return {
    open: async (build) => {
      const request = requestFor(embeddedEngines.processor, 'prefix-lm', 'wasm');
      if (!request.ok) return request;
      const opened = await workerOf(build).openAgent(request.value, build);
      return opened.ok ? success(opened.value) : failure(opened.code, opened.message);
    },
    openWebLlm: async () => {
      const request = requestFor(embeddedEngines.graphics, 'webllm', 'webgpu');
      if (!request.ok) return request;
      const opened = await workerOf('webllm').openWebLlm(request.value);
      if (!opened.ok) return failure(opened.code, opened.message);
      return success((await readMachine()).adapter?.name ?? 'unknown');
    },
    turn: (runtime, text) => workerOf(runtime).turn(text),
    bareLoop: (build) => workerOf(build).bareLoop(),
    openShape: (name, shape) => workerOf('plain').openShape(name, shape),
    shapeLoop: (name, rows) => workerOf('plain').shapeLoop(name, rows),
    readMemory: async (sizeBytes, threads) => {
      const readers = Array.from({ length: threads }, (_, place) => workerOf(`reader ${String(place)}`));
      // The slower of those that read at the same time says when all is read.
      return Math.max(...(await Promise.all(readers.map((reader) => reader.readMemory(sizeBytes / threads, passes)))));
    },
  };
}

function requestFor(id: string, adapter: AdapterId, device: Device): Outcome<LoadRequest, string> {
  const manifest = findManifest(id);
  return manifest.ok
    ? success(plainData(loadRequest(manifest.value, adapter, device)))
    : failure(manifest.code, manifest.message);
}
