import type { Finding, LabEvent, Round } from '../../lab/lab-event.ts';
import { keepRuns, type KeptRun } from '../../lab/kept-run.ts';
import { LabSession, type LabFiles, type LabJob, type RunWith } from '../../lab/lab-session.ts';
import { packagesUsed, type PackagesAtHand } from '../../lab/packages/packages-at-hand.ts';
import type { RoleId } from '../../lab/roles/roles.ts';
import { labStrings } from './strings.ts';

const longestLog = 4_000;

/** What the page shows of a run: a fold over its events, as they come. */
export class LabRunState {
  phase: 'idle' | 'running' | 'done' | 'failed' = $state('idle');
  isStopping = $state(false);
  said: { role: RoleId; text: string }[] = $state([]);
  rounds: Round[] = $state([]);
  current: { says: string; code: string } | null = $state(null);
  log = $state('');
  secondsLeft: number | null = $state(null);
  problem: string | null = $state(null);
  notes: readonly string[] = $state([]);
  finding: Finding | null = $state.raw(null);
  made: LabFiles | null = $state.raw(null);
  /** A run that a reload broke off. */
  brokenOff: KeptRun | null = $state.raw(null);
  readonly #keeper = keepRuns();
  #session: LabSession | null = null;

  async lookForBrokenOff(): Promise<void> {
    this.brokenOff = await this.#keeper.load();
  }

  /** Not without a package that the best plan imports: its steps would end in an error. */
  async goOn(packages: PackagesAtHand | null, imports: PackagesAtHand['imports']): Promise<void> {
    const kept = this.brokenOff;
    if (kept === null) return;
    const { progress } = kept;
    const written = progress.kind === 'table' ? Object.values(progress.best.plan.written ?? {}) : [];
    const used = packagesUsed(written, imports);
    const missing = used.find((name) => ![...(packages?.imports.values() ?? [])].includes(name));
    if (missing === undefined) {
      await this.start(kept.job, { resume: progress, packages: used.length === 0 ? null : packages });
    } else {
      this.problem = labStrings.packages.missing(missing);
    }
  }

  async forget(): Promise<void> {
    this.brokenOff = null;
    await this.#keeper.clear();
  }

  async start(job: LabJob, given: RunWith = {}): Promise<void> {
    this.reset();
    this.phase = 'running';
    this.brokenOff = null;
    this.#session ??= new LabSession(this.#keeper);
    const outcome = await this.#session.run(
      job,
      (event) => {
        this.#take(event);
      },
      given,
    );
    this.current = null;
    if (outcome.ok) {
      this.made = outcome.value;
      this.phase = 'done';
    } else {
      this.problem = outcome.message;
      this.phase = 'failed';
    }
  }

  stop(): void {
    this.isStopping = true;
    this.#session?.stop();
  }

  reset(): void {
    this.phase = 'idle';
    this.isStopping = false;
    this.said = [];
    this.rounds = [];
    this.current = null;
    this.log = '';
    this.secondsLeft = null;
    this.problem = null;
    this.notes = [];
    this.finding = null;
    this.made = null;
  }

  /** Ends Python with the page. */
  close(): void {
    this.#session?.stop();
    this.#session?.close();
    this.#session = null;
  }

  #take(event: LabEvent): void {
    switch (event.kind) {
      case 'said':
        this.said.push({ role: event.role, text: event.text });
        break;
      case 'profiled':
        this.notes = event.notes;
        break;
      case 'round_started':
        this.current = { says: event.says, code: event.code };
        this.log = '';
        break;
      case 'output':
        this.log = (this.log + event.text).slice(-longestLog);
        break;
      case 'round_ended':
        this.rounds.push(event.round);
        this.current = null;
        break;
      case 'progress':
        this.secondsLeft = event.secondsLeft;
        break;
      case 'finished':
        this.finding = event.finding;
    }
  }
}
