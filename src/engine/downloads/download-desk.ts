import { failure, success, type Outcome } from '../../core/outcome.ts';
import { isIndexFile, type FileSource, type WantedFile } from '../../protocol/model-files.ts';
import { takeFile, type DownloadCode } from './download-file.ts';
import {
  downloadModel,
  findDamaged,
  listFiles,
  type DownloadProgress,
  type FileList,
  type ModelDownloadParts,
} from './model-download.ts';

export type DownloadState = {
  /** `absent`: nothing is here. `partial`: some of it, and it can go on. `stored`: whole. */
  here: 'absent' | 'partial' | 'stored';
  /** What is under way, or null. */
  doing: 'listing' | 'downloading' | 'checking' | null;
  /** Null until its list of files has been asked for. */
  totalBytes: number | null;
  storedBytes: number;
  progress: DownloadProgress | null;
  /** How the last thing ended, where it did not end well. */
  problem: { code: DownloadCode; message: string } | null;
  /** How many files the last check had to fetch again; null before the first. */
  mended: number | null;
};

export type DeskParts = ModelDownloadParts & {
  /** The lists of files that were asked for once, so that a model can be gone on with, checked or deleted without asking again. */
  lists: {
    read: (id: string) => Promise<FileList | null>;
    write: (id: string, list: FileList | null) => Promise<void>;
  };
  onChange: (id: string) => void;
};

const untouched: DownloadState = {
  here: 'absent',
  doing: null,
  totalBytes: null,
  storedBytes: 0,
  progress: null,
  problem: null,
  mended: null,
};

/** The models that are fetched, each with its state: begin, pause, go on, cancel, check and mend, delete. */
export class DownloadDesk {
  readonly #parts: DeskParts;
  readonly #states = new Map<string, DownloadState>();
  readonly #running = new Map<string, { controller: AbortController; ended: Promise<unknown> }>();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  state(id: string): DownloadState {
    return this.#states.get(id) ?? untouched;
  }

  /** Reads what is stored of a model. */
  async look(id: string): Promise<void> {
    const list = await this.#parts.lists.read(id);
    if (list === null) {
      this.#tell(id, { here: 'absent', totalBytes: null, storedBytes: 0 });
      return;
    }
    let storedBytes = 0;
    let isWhole = true;
    let hasBegun = false;
    for (const file of list.files) {
      const kept = await this.#parts.store.kept(file);
      const bytes = kept?.sizeBytes ?? (await this.#parts.store.partial(file.url))?.bytes ?? 0;
      storedBytes += bytes;
      isWhole &&= kept !== null;
      hasBegun ||= bytes > 0 && !isIndexFile(file);
    }
    const here = isWhole ? 'stored' : hasBegun ? 'partial' : 'absent';
    this.#tell(id, { here, totalBytes: list.totalBytes, storedBytes });
  }

  /** Asks what the model is made of, or how large the files that were named are, without fetching anything large. */
  ask(id: string, source: FileSource | readonly WantedFile[]): Promise<Outcome<null, DownloadCode>> {
    return this.#run(id, 'listing', async (signal) => {
      const listed = await listFiles(source, this.#parts, signal);
      if (!listed.ok) return listed;
      await this.#parts.lists.write(id, listed.value);
      return success(null);
    });
  }

  /** Fetches what is missing. */
  start(id: string): Promise<Outcome<null, DownloadCode>> {
    return this.#run(id, 'downloading', async (signal) => {
      const list = await this.#parts.lists.read(id);
      if (list === null) return failure('download_refused', 'Ask for its size first.');
      return this.#fetch(id, list, signal);
    });
  }

  /** What has come is kept. */
  async pause(id: string): Promise<void> {
    const running = this.#running.get(id);
    running?.controller.abort();
    await running?.ended;
  }

  /** Stops, and deletes what has come. */
  async remove(id: string): Promise<void> {
    await this.pause(id);
    const list = await this.#parts.lists.read(id);
    for (const file of list?.files ?? []) {
      await this.#parts.store.remove(file);
      await this.#parts.store.dropParts(file.url);
    }
    await this.#parts.lists.write(id, null);
    this.#states.delete(id);
    await this.look(id);
  }

  /** Hashes every stored file, and fetches again what is damaged or gone. */
  mend(id: string): Promise<Outcome<null, DownloadCode>> {
    return this.#run(id, 'checking', async (signal) => {
      const list = await this.#parts.lists.read(id);
      if (list === null) return success(null);
      let checked = 0;
      const damaged = await findDamaged(list.files, this.#parts.store, (bytes) => {
        checked += bytes;
        const { totalBytes } = list;
        this.#tell(id, { progress: { phase: 'checking', loadedBytes: checked, totalBytes, bytesPerSecond: null } });
      });
      for (const file of damaged) await this.#parts.store.remove(file);
      const fetched = damaged.length === 0 ? success(null) : await this.#fetch(id, list, signal);
      if (fetched.ok) this.#tell(id, { mended: damaged.length });
      return fetched;
    });
  }

  /** Takes a model from a folder of the person's. `pick` gives the file of a name, or null where the folder lacks it. */
  adopt(id: string, files: readonly { wanted: WantedFile; contents: Blob }[]): Promise<Outcome<null, DownloadCode>> {
    return this.#run(id, 'checking', async (signal) => {
      const totalBytes = files.reduce((sum, { contents }) => sum + contents.size, 0);
      const list = {
        files: files.map(({ wanted, contents }) => ({ ...wanted, sizeBytes: contents.size })),
        totalBytes,
      };
      await this.#parts.lists.write(id, list);
      let loadedBytes = 0;
      for (const { wanted, contents } of files) {
        if (signal.aborted) return failure('interrupted', 'Stopped.');
        const taken = await takeFile(wanted, contents, this.#parts.store);
        if (!taken.ok) return taken;
        loadedBytes += contents.size;
        this.#tell(id, { progress: { phase: 'checking', loadedBytes, totalBytes, bytesPerSecond: null } });
      }
      return success(null);
    });
  }

  #fetch(id: string, list: FileList, signal: AbortSignal): Promise<Outcome<null, DownloadCode>> {
    return downloadModel(
      list,
      this.#parts,
      (progress) => {
        this.#tell(id, { progress, storedBytes: progress.loadedBytes });
      },
      signal,
    );
  }

  /** One thing at a time a model. */
  async #run(
    id: string,
    doing: NonNullable<DownloadState['doing']>,
    work: (signal: AbortSignal) => Promise<Outcome<null, DownloadCode>>,
  ): Promise<Outcome<null, DownloadCode>> {
    if (this.#running.has(id)) return failure('interrupted', 'Something else is under way for this model.');
    const controller = new AbortController();
    this.#tell(id, { doing, problem: null, progress: null, mended: null });
    const ended = work(controller.signal);
    this.#running.set(id, { controller, ended });
    const outcome = await ended;
    this.#running.delete(id);
    const problem =
      outcome.ok || outcome.code === 'interrupted' ? null : { code: outcome.code, message: outcome.message };
    this.#tell(id, { doing: null, progress: null, problem });
    await this.look(id);
    return outcome;
  }

  #tell(id: string, change: Partial<DownloadState>): void {
    this.#states.set(id, { ...this.state(id), ...change });
    this.#parts.onChange(id);
  }
}
