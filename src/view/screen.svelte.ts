import { createContext } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Clock } from '../core/clock.ts';
import type { RunId } from '../core/plan.ts';
import type { ResolvedCall } from '../core/resolved-call.ts';
import type { RunView } from '../core/run-view.ts';
import type { TaskId } from '../core/task.ts';
import type { App, AppSnapshot } from './app.ts';
import { strings } from './strings.ts';
import { readFilters, type SavedFilter, type ViewOptions } from './tasks/view-options.ts';

export type DrawerState =
  { kind: 'closed' } | { kind: 'history' } | { kind: 'run'; runId: RunId; from: 'card' | 'history' };

/** What the person is told at the foot of the screen, with one thing to do about it. */
export type Notice = { message: string; action: { label: string; run: () => void } | null };

/** The panel of one task, and the field of it that is wanted. */
export type DetailsState = { taskId: TaskId; focus: 'title' | 'due' };

const filtersKey = 'filters';
const speechKey = 'speech';
const clockIntervalMs = 20_000;

/** What the components share: the app's snapshot as runes, and the state that belongs to the screen alone. */
export class Screen {
  readonly app: App;
  snapshot: AppSnapshot;
  clock: Clock;
  /** What is in the command field. */
  draft = $state('');
  drawer: DrawerState = $state.raw({ kind: 'closed' });
  notice: Notice | null = $state.raw(null);
  /** A file that the app was opened with, until the page for it takes it. */
  handedFile: File | null = $state.raw(null);
  details: DetailsState | null = $state.raw(null);
  /** Drawers that are open: what lies behind them cannot be reached, so they show the notice themselves. */
  openDrawers = $state(0);
  /** The sheet of keys. */
  showsKeys = $state(false);
  /** Ticking a row selects it instead of completing it. */
  selecting = $state(false);
  readonly selected = new SvelteSet<TaskId>();
  /** What is being dragged. */
  dragged: readonly TaskId[] | null = $state.raw(null);
  /** How each place is looked at, by its address; for as long as the page is open. */
  readonly options = new SvelteMap<string, ViewOptions>();
  filters: readonly SavedFilter[] = $state.raw([]);
  /** Whether the person wants the microphone beside the command field. */
  speaks = $state(false);
  /** Set by the command field; puts the cursor there. */
  focusCommand: () => void = () => undefined;
  /** A change by hand that the snapshot's run does not show. */
  #byHand: RunView | null = $state.raw(null);

  constructor(app: App) {
    this.app = app;
    this.snapshot = $state.raw(app.snapshot());
    this.clock = $state.raw(app.clock());
  }

  /** Follows the app until the returned function is called. */
  follow(): () => void {
    const stop = this.app.subscribe((snapshot) => {
      if (snapshot.run?.runId !== this.snapshot.run?.runId) this.#byHand = null;
      this.snapshot = snapshot;
      this.readClock();
    });
    this.snapshot = this.app.snapshot();
    void this.app.readSetting(filtersKey).then((kept) => (this.filters = readFilters(kept)));
    void this.app.readSetting(speechKey).then((kept) => (this.speaks = kept === true));
    const timer = setInterval(() => {
      this.readClock();
    }, clockIntervalMs);
    return () => {
      stop();
      clearInterval(timer);
    };
  }

  /** The run that the card shows. */
  get run(): RunView | null {
    return this.#byHand ?? this.snapshot.run;
  }

  /** An edit by hand; one that must be asked about first puts the question at the foot of the screen. */
  async act(calls: readonly ResolvedCall[], options?: { confirmed: boolean }): Promise<boolean> {
    const outcome = await this.app.act(calls, options);
    if (outcome.ok) {
      this.notice = null;
      if (outcome.value.runId !== this.snapshot.run?.runId) this.#byHand = outcome.value;
      return true;
    }
    this.notice =
      outcome.code === 'needs-confirmation'
        ? {
            message: strings.bulk.asks,
            action: { label: strings.run.confirm, run: () => void this.act(calls, { confirmed: true }) },
          }
        : { message: outcome.message, action: null };
    return false;
  }

  toggleSelected(id: TaskId): void {
    if (!this.selected.delete(id)) this.selected.add(id);
  }

  clearSelected(): void {
    this.selected.clear();
    this.selecting = false;
  }

  /** What a key on a row is about: all that are selected where the row is one of them. */
  meant(id: TaskId): TaskId[] {
    return this.selected.has(id) ? [...this.selected] : [id];
  }

  saveFilter(name: string, from: string, options: ViewOptions): void {
    this.#keepFilters([...this.filters, { id: crypto.randomUUID(), name, from, options }]);
  }

  removeFilter(id: string): void {
    this.#keepFilters(this.filters.filter((filter) => filter.id !== id));
  }

  #keepFilters(filters: readonly SavedFilter[]): void {
    this.filters = filters;
    void this.app.keepSetting(filtersKey, filters);
  }

  keepSpeaks(on: boolean): void {
    this.speaks = on;
    void this.app.keepSetting(speechKey, on);
  }

  takeFile(): File | null {
    const file = this.handedFile;
    if (file !== null) this.handedFile = null;
    return file;
  }

  private readClock(): void {
    const clock = this.app.clock();
    // A minute that has not passed must not redraw every row.
    if (clock.now !== this.clock.now || clock.zone !== this.clock.zone || clock.locale !== this.clock.locale) {
      this.clock = clock;
    }
  }
}

export const [useScreen, provideScreen] = createContext<Screen>();
