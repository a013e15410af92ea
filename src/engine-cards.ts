import type { DownloadState } from './engine/downloads/download-desk.ts';
import type { ModelManifest } from './engine/manifests.ts';
import { language } from './view/language.ts';
import { sizeWords } from './view/models/sizes.ts';
import { modelStrings } from './view/models/strings.ts';
import { sentences } from './view/sentences.ts';
import type { EngineCard, MachineReport, ProgressView } from './view/models/models-door.ts';

export type CardFacts = {
  machine: MachineReport | null;
  download: DownloadState;
  reach: EngineCard['reach'];
  isOwn: boolean;
  isServerOn: boolean;
  isChosen: boolean;
  isInUse: boolean;
  tokensPerSecond: number | null;
};

const problems = modelStrings.problems;
const locale = language === 'en' ? 'en-GB' : language;
/** Bindings of this size are what web-llm's larger models ask for. */
const fullBindingBytes = 1 << 30;

/** One model as the page lists it. */
export function cardOf(manifest: ModelManifest, facts: CardFacts): EngineCard {
  const { machine, download, reach, isOwn, isChosen, isInUse, tokensPerSecond } = facts;
  const memoryMb = Number(manifest.settings?.['memoryMb'] ?? 0);
  const kind = kindOf(manifest);
  const embeddedBytes = (manifest.files ?? []).reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const isFetched = kind === 'fetched';
  return {
    id: manifest.id,
    name: modelStrings.cardName(manifest.id, manifest.name),
    summary: modelStrings.summary(manifest.id, manifest.summary),
    licence: manifest.licence,
    facts: [
      ...(manifest.quantization === undefined ? [] : [manifest.quantization]),
      ...(manifest.context === undefined ? [] : [modelStrings.context(manifest.context)]),
    ],
    kind,
    isOwn,
    obstacle: obstacleOf(manifest, facts),
    caution: machine === null ? null : cautionOf(manifest, memoryMb, machine),
    hosts: hostsOf(manifest),
    reach,
    atMostBytes: memoryMb > 0 ? memoryMb * 1_000_000 : null,
    here: isFetched ? download.here : 'stored',
    doing: download.doing,
    totalBytes: isFetched ? download.totalBytes : embeddedBytes,
    storedBytes: isFetched ? download.storedBytes : embeddedBytes,
    progress: progressOf(download),
    problem:
      download.problem === null ? null : sentences.engineTrouble(download.problem.code, download.problem.message),
    mended: download.mended,
    isChosen,
    isInUse,
    tokensPerSecond,
  };
}

function kindOf({ adapter, embedded }: ModelManifest): EngineCard['kind'] {
  if (embedded) return 'embedded';
  if (adapter === 'prompt-api') return 'browser';
  return adapter === 'local-server' ? 'server' : 'fetched';
}

/** Beside the hub itself, where it sends a browser for the bytes. A policy names hosts, so each has to be known. */
const hubBytes = [
  'https://cdn-lfs.huggingface.co',
  'https://cdn-lfs-us-1.huggingface.co',
  'https://cdn-lfs.hf.co',
  'https://cdn-lfs-us-1.hf.co',
  'https://cas-bridge.xethub.hf.co',
];

/** The origins that a model's files come from; none where they come from a folder of the person's. */
export function hostsOf({ source }: ModelManifest): string[] {
  if (source === undefined || source.kind === 'server') return [];
  const addresses = source.kind === 'mlc' ? [source.model, source.library] : [source.folder];
  const origins = [...new Set(addresses.map((address) => new URL(address).origin))];
  const real = origins.filter((origin) => !origin.endsWith('.invalid'));
  return real.includes('https://huggingface.co') ? [...real, ...hubBytes] : real;
}

function obstacleOf(manifest: ModelManifest, { machine, download, isServerOn }: CardFacts): string | null {
  const { adapter, settings } = manifest;
  if (adapter === 'local-server') return isServerOn ? null : problems.serverOff;
  if (machine === null) return null;
  if (adapter === 'prompt-api') return machine.ownModel === 'no' ? problems.noOwnModel : null;
  const needsGraphics = adapter === 'webllm' || adapter === 'webllm-chat';
  if (needsGraphics && machine.adapter === null) return problems.noAdapter;
  if (settings?.['requiresShaderF16'] === true && machine.adapter?.hasF16 === false) return problems.noF16;
  const toCome = (download.totalBytes ?? 0) - download.storedBytes;
  const free = machine.quotaBytes === null ? null : machine.quotaBytes - (machine.usedBytes ?? 0);
  if (free !== null && toCome > free) return problems.noRoom(sizeWords(toCome, locale), sizeWords(free, locale));
  return null;
}

function cautionOf({ adapter }: ModelManifest, memoryMb: number, machine: MachineReport): string | null {
  if (adapter === 'prompt-api' || adapter === 'local-server' || memoryMb === 0) return null;
  // The browser never reports more than 8 GB, so at 8 nothing is known.
  if (machine.memoryGb !== null && machine.memoryGb < 8 && memoryMb > machine.memoryGb * 500) {
    return problems.muchMemory(sizeWords(memoryMb * 1e6, locale), `${String(machine.memoryGb)} GB`);
  }
  const binding = machine.adapter?.maxBindingBytes ?? fullBindingBytes;
  return binding < fullBindingBytes && memoryMb > 1000 ? problems.smallBuffers : null;
}

/** How far a download is, with the seconds that it still takes. */
export function progressOf({ progress }: DownloadState): ProgressView | null {
  if (progress === null) return null;
  const { loadedBytes, totalBytes, bytesPerSecond } = progress;
  const leftBytes = Math.max(0, totalBytes - loadedBytes);
  const secondsLeft = bytesPerSecond === null || bytesPerSecond <= 0 ? null : leftBytes / bytesPerSecond;
  return { ...progress, secondsLeft };
}
