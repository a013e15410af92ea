import { failure, success, type Outcome } from '../../../src/core/outcome.ts';
import type { ActorLoadRequest, StepAnswer, StepRequest, VocabularyCall } from '../../../src/protocol/actor.ts';
import type { EngineFailureCode, LoadProgress } from '../../../src/protocol/engine.ts';
import { Graph } from '../prefix-lm/graph.ts';
import { readPieces } from '../prefix-lm/pieces.ts';
import { openRuntime, openSession } from '../prefix-lm/runtime.ts';
import { TokenTable } from '../prefix-lm/token-table.ts';
import { fetchVerified, type VerifiedFiles } from '../verified-files.ts';
import { decideStep, type ActorLanguage } from './decide-step.ts';
import { drawWeights } from './draw-weights.ts';

export interface LoadedActor {
  next(request: StepRequest): Promise<Outcome<StepAnswer, EngineFailureCode>>;
  close(): Promise<void>;
}

export type OpenActor = (
  request: ActorLoadRequest,
  onProgress: (progress: LoadProgress) => void,
) => Promise<Outcome<LoadedActor, EngineFailureCode>>;

/** The embedded actor: the agent's graph and loop with a grammar of its own (docs/sandbox.md). On the processor only. */
export const openActor: OpenActor = async (request, onProgress) => {
  const files = await fetchVerified(request.files, onProgress);
  if (!files.ok) return files;
  try {
    const language = readLanguage(files.value, request.vocabulary);
    const runtime = await openRuntime('plain', request.threads);
    const session = await openSession(runtime, graphBytes(files.value, language.table, request.untrainedSeed), 'wasm');
    const graph = new Graph(session, runtime.Tensor);
    return success({ next: (asked) => decideStep(language, graph, asked), close: () => graph.close() });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failure('engine_failed', `The actor could not be started: ${message}`);
  }
};

function readLanguage(files: VerifiedFiles, vocabulary: readonly VocabularyCall[]): ActorLanguage {
  const read = (path: string): object => JSON.parse(new TextDecoder().decode(fileOf(files, path))) as object;
  const table = new TokenTable(read('contract-tokens.json'));
  return { table, pieces: readPieces(read('tokenizer.json'), read('tokenizer_config.json')), vocabulary };
}

function graphBytes(files: VerifiedFiles, { pieces }: TokenTable, untrainedSeed: number | null): Uint8Array {
  const bytes = fileOf(files, 'model.onnx');
  return untrainedSeed === null ? bytes : drawWeights(bytes, pieces, untrainedSeed);
}

function fileOf(files: VerifiedFiles, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`the manifest lacks ${path}`);
  return bytes;
}
