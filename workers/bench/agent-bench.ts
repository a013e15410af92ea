import type { InferenceSession } from 'onnxruntime-common';
import { failure, success, type Outcome } from '../../src/core/outcome.ts';
import type {
  AgentBenchApi,
  BenchedBuild,
  DecoderShape,
  LoopTimes,
  OpenedForBench,
} from '../../src/protocol/agent-bench-api.ts';
import { noConversation, type EngineFailureCode, type LoadRequest } from '../../src/protocol/engine.ts';
import { filesFor } from '../adapters/prefix-lm/devices.ts';
import { Graph, type GraphRows, type TurnGraph } from '../adapters/prefix-lm/graph.ts';
import { readLanguage } from '../adapters/prefix-lm/read-language.ts';
import { openRuntime, openSession, usableThreads, type Runtime } from '../adapters/prefix-lm/runtime.ts';
import { answerTurn, type LanguageModel } from '../adapters/prefix-lm/turn.ts';
import { warmUp } from '../adapters/prefix-lm/warm-up.ts';
import { openStoredAgent } from '../adapters/webllm.ts';
import { fetchVerified, type VerifiedFiles } from '../adapters/verified-files.ts';
import { bareLoop, shapeLoop, type OpenedShape } from './bare-loops.ts';
import { decoderGraph } from './decoder-shape.ts';
import { makeMemoryReader } from './memory-reader.ts';

type Opened = { language: LanguageModel; graph: TimedGraph };
/** What runs bare loops and shapes beside the agent; web-llm has no such thing. */
type OpenedRuntime = { runtime: Runtime; session: InferenceSession };

/** The agent's own parts, opened by hand so that the session can be run without them, and shapes beside it. */
export class AgentBench implements AgentBenchApi {
  #opened: Opened | null = null;
  #onnx: OpenedRuntime | null = null;
  readonly #shapes = new Map<string, OpenedShape>();
  #reader: { sizeBytes: number; read: () => void } | null = null;

  async openAgent(request: LoadRequest, build: BenchedBuild): Promise<Outcome<OpenedForBench, EngineFailureCode>> {
    const files = await fetchVerified(filesFor(request.files, ['wasm']), () => undefined);
    if (!files.ok) return files;
    const language = readLanguage(request, files.value);
    if (!language.ok) return language;
    const bytes = files.value.get('model.onnx');
    if (bytes === undefined) return failure('model_corrupt', 'The manifest lacks model.onnx.');
    const runtime = await openRuntime(build, request.threads);
    const session = await openSession(runtime, bytes, 'wasm');
    const graph = new TimedGraph(new Graph(session, runtime.Tensor));
    await warmUp(language.value, graph);
    this.#opened = { language: language.value, graph };
    this.#onnx = { runtime, session };
    return success({
      threads: usableThreads(request.threads),
      readBytes: bytes.length - tableBytes(files.value),
    });
  }

  async openWebLlm(request: LoadRequest): Promise<Outcome<null, EngineFailureCode>> {
    const opened = await openStoredAgent(request, () => undefined);
    if (!opened.ok) return opened;
    const { language, graph } = opened.value;
    this.#opened = { language, graph: new TimedGraph(graph) };
    return success(null);
  }

  async turn(text: string): Promise<LoopTimes> {
    const { language, graph } = this.#agent();
    graph.forget();
    const startedMs = performance.now();
    const answered = await answerTurn(
      language,
      graph,
      { text, state: noConversation },
      () => undefined,
      endless.signal,
    );
    const totalMs = performance.now() - startedMs;
    if (!answered.ok) throw new Error(answered.message);
    return { rows: graph.rows.map(({ ids }) => ids.length), runMs: [...graph.runMs], totalMs };
  }

  bareLoop(): Promise<LoopTimes> {
    const { session, runtime } = this.#runtime();
    return bareLoop(session, runtime.Tensor, this.#agent().graph.rows);
  }

  async openShape(name: string, shape: DecoderShape): Promise<number> {
    const { runtime } = this.#runtime();
    const bytes = decoderGraph(shape);
    this.#shapes.set(name, { shape, session: await openSession(runtime, bytes, 'wasm') });
    return bytes.length;
  }

  shapeLoop(name: string, rows: readonly number[]): Promise<LoopTimes> {
    const opened = this.#shapes.get(name);
    if (opened === undefined) throw new Error(`The shape ${name} is not open`);
    return shapeLoop(opened, this.#runtime().runtime.Tensor, rows);
  }

  async readMemory(sizeBytes: number, passes: number): Promise<number> {
    if (this.#reader?.sizeBytes !== sizeBytes) this.#reader = { sizeBytes, read: await makeMemoryReader(sizeBytes) };
    const { read } = this.#reader;
    const startedMs = performance.now();
    for (let pass = 0; pass < passes; pass++) read();
    return (performance.now() - startedMs) / passes;
  }

  #agent(): Opened {
    if (this.#opened === null) throw new Error('openAgent() or openWebLlm() comes first');
    return this.#opened;
  }

  #runtime(): OpenedRuntime {
    if (this.#onnx === null) throw new Error('openAgent() comes first');
    return this.#onnx;
  }
}

const endless = new AbortController();

/** The table of words and contract tokens: a byte a value, a row a token. */
function tableBytes(files: VerifiedFiles): number {
  const bytes = files.get('config.json');
  const config = (bytes === undefined ? {} : JSON.parse(new TextDecoder().decode(bytes))) as {
    vocab_size?: number;
    hidden_size?: number;
  };
  return (config.vocab_size ?? 0) * (config.hidden_size ?? 0);
}

/** Notes what was run and how long each run took. */
class TimedGraph implements TurnGraph {
  readonly #graph: TurnGraph;
  rows: GraphRows[] = [];
  runMs: number[] = [];

  constructor(graph: TurnGraph) {
    this.#graph = graph;
  }

  forget(): void {
    this.rows = [];
    this.runMs = [];
  }

  begin(): ReturnType<TurnGraph['begin']> {
    const turn = this.#graph.begin();
    return {
      run: async (rows) => {
        const startedMs = performance.now();
        const scores = await turn.run(rows);
        this.runMs.push(performance.now() - startedMs);
        this.rows.push(rows);
        return scores;
      },
      close: () => {
        turn.close();
      },
    };
  }

  close(): Promise<void> {
    return this.#graph.close();
  }
}
