import { wrap, type Remote } from 'comlink';
import { failure, success, type Outcome } from '../core/outcome.ts';
import { plainData } from '../engine/engine-client.ts';
import { findManifest, resolveFiles } from '../engine/manifests.ts';
import type {
  AgentBenchApi,
  BenchedBuild,
  DecoderShape,
  LoopTimes,
  OpenedForBench,
} from '../protocol/agent-bench-api.ts';
import { filterSpec, registry } from '../tools/registry.ts';
import { usableThreads } from '../wire-engine.ts';

/** What `npm run bench -- agent` measures, each by name of the runtime's build it runs in. */
export type AgentBenchDoor = {
  open: (build: BenchedBuild) => Promise<Outcome<OpenedForBench, string>>;
  turn: (build: BenchedBuild, text: string) => Promise<LoopTimes>;
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
      const manifest = findManifest('errand-agent');
      if (!manifest.ok) return failure(manifest.code, manifest.message);
      const request = plainData({
        modelId: manifest.value.id,
        adapter: 'prefix-lm' as const,
        vocabulary: { tools: registry, filter: filterSpec },
        files: resolveFiles(manifest.value),
        device: 'wasm' as const,
        threads: usableThreads(),
      });
      const opened = await workerOf(build).openAgent(request, build);
      return opened.ok ? success(opened.value) : failure(opened.code, opened.message);
    },
    turn: (build, text) => workerOf(build).turn(text),
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
