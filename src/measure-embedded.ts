import { parseAnswer } from './contract/parse.ts';
import { timeTurn, type TimedTurn } from './compare-engines.ts';
import { embeddedEngines, type EngineMeasurement } from './engine/measurement.ts';
import { findManifest } from './engine/manifests.ts';
import { filterSpec, registry } from './tools/registry.ts';
import { modelStrings } from './view/models/strings.ts';

const sentence = 'remind me to water the plants on friday at six';
/** The first turn of an engine compiles and allocates what the next ones use. */
const turns = 3;

/** A turn of both embedded engines on this machine. A graphics card that answers something else is not taken, however fast. */
export async function measureEmbedded(version: string, signal?: AbortSignal): Promise<EngineMeasurement> {
  const processor = await time(embeddedEngines.processor, signal);
  const graphics = await time(embeddedEngines.graphics, signal);
  const reason = graphics?.problem ?? (sameCalls(processor, graphics) ? null : modelStrings.problems.answeredElse);
  return {
    at: new Date().toISOString(),
    version,
    processorMs: processor?.turnMs ?? null,
    graphicsMs: reason === null ? (graphics?.turnMs ?? null) : null,
    reason,
  };
}

async function time(id: string, signal?: AbortSignal): Promise<TimedTurn | null> {
  const manifest = findManifest(id);
  return manifest.ok && signal?.aborted !== true ? timeTurn(manifest.value, sentence, turns, signal) : null;
}

function sameCalls(a: TimedTurn | null, b: TimedTurn | null): boolean {
  const [first, second] = [a, b].map((turn) => {
    const parsed = parseAnswer(turn?.answer ?? '', { tools: registry, filter: filterSpec });
    return parsed.ok ? JSON.stringify(parsed.value.kind === 'action' ? parsed.value.calls : parsed.value.text) : null;
  });
  return first !== null && first === second;
}
