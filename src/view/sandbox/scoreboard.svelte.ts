import { success } from '../../core/outcome.ts';
import type { AgentId } from '../../sandbox/agents/open-agents.ts';
import { withoutHeads } from '../../sandbox/evaluation/heads-guard.ts';
import { reportScores, type SandboxReport, type ScenarioScore } from '../../sandbox/evaluation/report-scores.ts';
import type { SandboxGuard } from '../../sandbox/evaluation/score-scenario.ts';
import { ScoringRun } from '../../sandbox/evaluation/scoring-run.ts';
import { scenarioSet } from '../../sandbox/scenarios/generate-scenario.ts';
import type { Split } from '../../sandbox/world/names.ts';
import type { App } from '../app.ts';
import { words } from './strings.ts';

export type ScoreSettings = { agent: AgentId; split: Exclude<Split, 'train'>; each: number; guarded: boolean };
export type ScoredRun = { settings: ScoreSettings; report: SandboxReport; stopped: boolean };

/** The scoreboard: the same scenarios, REPL, guard and sums as `npm run sandbox`, run on the page. */
export class Scoreboard {
  readonly #app: App;
  phase = $state<'idle' | 'starting' | 'running'>('idle');
  done = $state({ count: 0, of: 0, passed: 0 });
  message = $state<string | null>(null);
  /** The newest first. */
  runs = $state.raw<readonly ScoredRun[]>([]);
  #stopped = false;
  #scoring: ScoringRun | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  async run(settings: ScoreSettings): Promise<void> {
    this.#stopped = false;
    this.message = null;
    this.phase = 'starting';
    try {
      await this.#score(settings);
    } finally {
      this.#scoring?.close();
      this.#scoring = null;
      this.phase = 'idle';
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#scoring?.stop();
  }

  async #score(settings: ScoreSettings): Promise<void> {
    const model = settings.agent === 'language-model' ? await this.#app.openModel() : null;
    const guard = settings.guarded ? await this.#openGuard() : null;
    const opened = await ScoringRun.open(settings.agent, { model, guard });
    if (!opened.ok) {
      this.message = opened.message;
      return;
    }
    this.#scoring = opened.value;
    this.phase = 'running';
    const scenarios = scenarioSet(settings.split, settings.each, settings.each);
    this.done = { count: 0, of: scenarios.length, passed: 0 };
    const scores: ScenarioScore[] = [];
    for (const scenario of scenarios) {
      if (this.#stopped) break;
      const scored = await opened.value.score(scenario);
      if (!scored.ok) this.message = scored.message;
      if (!scored.ok || scored.value === null) break;
      scores.push(scored.value.score);
      this.done = { ...this.done, count: scores.length, passed: scores.filter(({ pass }) => pass).length };
    }
    if (scores.length === 0) return;
    const report = reportScores(settings.agent, settings.guarded, scores);
    this.runs = [{ settings, report, stopped: scores.length < scenarios.length }, ...this.runs];
  }

  async #openGuard(): Promise<SandboxGuard> {
    const door = await this.#app.openGuard();
    if (door === null) {
      this.message = words.scores.noHeads;
      return withoutHeads;
    }
    return {
      refuses: async (instruction) => {
        const tried = await door.tryText(instruction);
        return tried.ok ? success(tried.value.verdict === 'refuse') : tried;
      },
    };
  }
}
