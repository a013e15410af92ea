import type { Session } from './agent/session.ts';
import { sentences } from './view/sentences.ts';
import { failure, success, type Failure, type Outcome } from './core/outcome.ts';
import { planCall } from './executor/plan-call.ts';
import type { BackupKeeper } from './keep-backups.ts';
import { personClock } from './person-clock.ts';
import type { Store } from './store/repository.ts';
import { storeFailure } from './store/store-failure.ts';
import type { WholeState } from './store/whole-state.ts';
import { storageUse } from './storage-use.ts';
import { storeFailureInWords } from './store-failure-words.ts';
import type { Draft, ReadFailure } from './transfer/draft.ts';
import { planImport, type PlannedImport } from './transfer/plan-import.ts';
import { partsOfFile } from './transfer/read-archive.ts';
import { readFiles } from './transfer/read-files.ts';
import { isStateFile, readStateFile, writeStateFile } from './transfer/state-file.ts';
import type { ToolContext } from './tools/define-tool.ts';
import { mediaTypes } from './view/run/run-words.ts';
import { importSentences } from './view/transfer/import-sentences.ts';
import { transferStrings } from './view/transfer/strings.ts';
import type { ImportPreview, OutFile, TransferDoor } from './view/transfer/transfer-door.ts';

type Parts = { store: Store; session: Session; keeper: () => Promise<BackupKeeper> };

/** A file that was read and waits for a yes. */
type Waiting =
  | { kind: 'tasks'; draft: Draft; fileName: string; preview: ImportPreview }
  | { kind: 'state'; state: WholeState; preview: ImportPreview };

const sampleSize = 8;

/** A file that cannot be read, in the language of the screen. */
const inWords = ({ code }: ReadFailure): Failure<string> => failure(code, importSentences.failures[code]);

export function wireTransfer({ store, session, keeper }: Parts): TransferDoor {
  let waiting: Waiting | null = null;
  let context: ToolContext | null = null;

  const plan = (draft: Draft, fileName: string, skipPresent: boolean): ImportPreview | null => {
    if (context === null) return null;
    const planned = planImport(draft, { fileName, skipPresent }, context);
    return previewOf(draft, fileName, skipPresent, planned);
  };
  const read: TransferDoor['read'] = async (file, onProgress) => {
    waiting = null;
    onProgress('reading');
    const opened = await partsOfFile(file);
    if (!opened.ok) return inWords(opened);
    const [first, ...others] = opened.value;
    onProgress('checking');
    await paint();
    const state = await store.readState();
    if (!state.ok) return storeFailureInWords(state);
    context = { state: state.value, history: [], clock: personClock(), newId: () => crypto.randomUUID() };
    if (first !== undefined && others.length === 0 && isStateFile(first.text)) {
      const whole = readStateFile(first.text);
      if (!whole.ok) return inWords(whole);
      const { tasks, lists, runs } = whole.value.state;
      const counts = { taskCount: tasks.length, listCount: lists.length, runCount: runs.length };
      const preview = { kind: 'state' as const, fileName: file.name, writtenAt: whole.value.writtenAt, ...counts };
      waiting = { kind: 'state', state: whole.value.state, preview };
      return success(preview);
    }
    const draft = readFiles(opened.value, { clock: context.clock });
    if (!draft.ok) return inWords(draft);
    const preview = plan(draft.value, file.name, true);
    if (preview === null) return storeFailureInWords(storeFailure('store_failed'));
    waiting = { kind: 'tasks', draft: draft.value, fileName: file.name, preview };
    return success(preview);
  };

  const backUp = async (kind: 'by-hand' | 'before-replacing'): Promise<Outcome<null, string>> => {
    const state = await store.readEverything();
    if (!state.ok) return storeFailureInWords(state);
    try {
      const text = writeStateFile(state.value, new Date().toISOString());
      await (await keeper()).backups.add(kind, momentNow(), state.value.tasks.length, text);
      return success(null);
    } catch {
      return failure('store_full', transferStrings.backups.failed);
    }
  };
  /** Everything makes way for another state; without a backup of it nothing is replaced. */
  const replace = async (state: WholeState): Promise<Outcome<string, string>> => {
    const kept = await backUp('before-replacing');
    if (!kept.ok) return kept;
    const replaced = await store.replaceEverything(state);
    return replaced.ok ? success(transferStrings.replaced(state.tasks.length)) : storeFailureInWords(replaced);
  };
  const stateOf = async (id: string) => {
    const text = await (await keeper()).backups.read(id);
    return text === null ? failure('gone', transferStrings.backups.gone) : success(text);
  };

  return {
    exportFile: async (format) => {
      const state = await store.readState();
      if (!state.ok) return storeFailureInWords(state);
      const world = { state: state.value, history: [], clock: personClock(), newId: () => crypto.randomUUID() };
      const planned = planCall({ tool: 'export_tasks', args: { format } }, world);
      if (!planned.ok) return planned;
      const { result } = planned.value;
      if (result.kind !== 'exported') return failure('unexpected', sentences.failure.unexpected);
      return success({
        name: result.fileName,
        mediaType: mediaTypes[format],
        content: result.content,
        taskCount: result.taskCount,
      });
    },
    stateFile: async () => {
      const state = await store.readEverything();
      if (!state.ok) return storeFailureInWords(state);
      const writtenAt = new Date().toISOString();
      return success(stateFileOf(writeStateFile(state.value, writtenAt), personClock().now, state.value.tasks.length));
    },
    read,
    choose: (skipPresent) => {
      if (waiting?.kind !== 'tasks') return null;
      const preview = plan(waiting.draft, waiting.fileName, skipPresent);
      if (preview !== null) waiting = { ...waiting, preview };
      return preview;
    },
    accept: async (onProgress) => {
      const accepted = waiting;
      if (accepted === null) return failure('gone', transferStrings.import.gone);
      onProgress('writing');
      await paint();
      waiting = null;
      if (accepted.kind === 'state') return replace(accepted.state);
      const { draft, fileName, preview } = accepted;
      const skipPresent = preview.kind === 'tasks' && preview.skipPresent;
      const done = await session.carryOut((world) => planImport(draft, { fileName, skipPresent }, world).planned);
      return done.ok ? success(done.value.final ?? '') : failure(done.code, done.message);
    },
    leave: () => {
      waiting = null;
    },
    backups: async () => (await keeper()).backups.list(),
    backUpNow: async () => {
      const kept = await backUp('by-hand');
      return kept.ok ? success(transferStrings.backups.made) : kept;
    },
    restore: async (id) => {
      const text = await stateOf(id);
      if (!text.ok) return text;
      const whole = readStateFile(text.value);
      return whole.ok ? replace(whole.value.state) : inWords(whole);
    },
    backupFile: async (id) => {
      const text = await stateOf(id);
      const known = (await (await keeper()).backups.list()).find((backup) => backup.id === id);
      if (!text.ok) return text;
      return success(stateFileOf(text.value, known?.at ?? personClock().now, known?.taskCount ?? 0));
    },
    liveFile: async () => (await keeper()).liveFile(),
    startLiveFile: async () => {
      const kept = await keeper();
      const handle = await pickFile();
      return handle === null ? kept.liveFile() : kept.follow(handle);
    },
    wakeLiveFile: async () => (await keeper()).wake(),
    stopLiveFile: async () => (await keeper()).follow(null),
    storage: () => storageUse(),
    persist: async () => {
      await navigator.storage.persist().catch(() => false);
      return storageUse();
    },
  };
}

function previewOf(draft: Draft, fileName: string, skipPresent: boolean, planned: PlannedImport): ImportPreview {
  const sample = draft.tasks.slice(0, sampleSize).map(({ title, list, due, done }) => ({ title, list, due, done }));
  const { taskCount, newLists, notes } = planned;
  return { kind: 'tasks', fileName, format: draft.format, taskCount, newLists, notes, sample, skipPresent };
}

function stateFileOf(content: string, at: string, taskCount: number): OutFile {
  return { name: `errand-everything-${at.slice(0, 10)}.json`, mediaType: mediaTypes.json, content, taskCount };
}

/** With seconds, so that two backups of one minute do not take each other's place. */
function momentNow(): string {
  return `${personClock().now}:${String(new Date().getSeconds()).padStart(2, '0')}`;
}

/** Lets the page show how far it has come before something keeps it busy. */
function paint(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

type SavePicker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

/** Null where the person closes the dialogue. */
async function pickFile(): Promise<FileSystemFileHandle | null> {
  const { showSaveFilePicker } = globalThis as { showSaveFilePicker?: SavePicker };
  try {
    return (await showSaveFilePicker?.({ suggestedName: 'errand.json' })) ?? null;
  } catch {
    return null;
  }
}
