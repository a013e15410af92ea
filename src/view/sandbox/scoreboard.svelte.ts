import { openAgents, type AgentId, type OpenedAgents } from '../../sandbox/agents/open-agents.ts';
import { reportScores, type SandboxReport, type ScenarioScore } from '../../sandbox/evaluation/report-scores.ts';
import { scoreScenario, type SandboxGuard } from '../../sandbox/evaluation/score-scenario.ts';
import { BrowserRepl } from '../../sandbox/repl/browser-repl.ts';
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
  #repl: BrowserRepl | null = null;
  #agents: OpenedAgents | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  async run(settings: ScoreSettings): Promise<void> {
    this.#stopped = false;
    this.message = null;
    this.phase = 'starting';
    const model = settings.agent === 'language-model' ? await this.#app.openModel() : null;
    const agents = await openAgents(settings.agent, { model });
    try {
      if (!agents.ok) {
        this.message = agents.message;
        return;
      }
      this.#agents = agents.value;
      await this.#score(settings, agents.value.agentFor);
    } finally {
      if (agents.ok) agents.value.close();
      this.#repl?.close();
      this.#repl = this.#agents = null;
      this.phase = 'idle';
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#repl?.stop();
    this.#agents?.stop();
  }

  async #score(
    settings: ScoreSettings,
    agentFor: (scenario: ReturnType<typeof scenarioSet>[number]) => Parameters<typeof scoreScenario>[1],
  ): Promise<void> {
    const guard = settings.guarded ? await this.#openGuard() : null;
    const repl = new BrowserRepl(false);
    this.#repl = repl;
    const ready = await repl.start();
    if (!ready.ok) {
      this.message = ready.message;
      return;
    }
    this.phase = 'running';
    const scenarios = scenarioSet(settings.split, settings.each, settings.each);
    this.done = { count: 0, of: scenarios.length, passed: 0 };
    const scores: ScenarioScore[] = [];
    for (const scenario of scenarios) {
      const score = await scoreScenario(scenario, agentFor(scenario), guard, repl);
      // What a stop has cut short says nothing about the agent.
      if (this.#stopped) break;
      scores.push(score);
      this.done = { ...this.done, count: scores.length, passed: scores.filter(({ pass }) => pass).length };
    }
    if (scores.length === 0) return;
    const report = reportScores(settings.agent, settings.guarded, scores);
    this.runs = [{ settings, report, stopped: this.#stopped }, ...this.runs];
  }

  /** Without heads the check of payee and amount stays. */
  async #openGuard(): Promise<SandboxGuard> {
    const door = await this.#app.openGuard();
    if (door === null) this.message = words.scores.noHeads;
    return {
      refuses: async (instruction) => {
        const tried = await door?.tryText(instruction);
        return tried?.ok === true && tried.value.verdict === 'refuse';
      },
    };
  }
}
