import { openAgents, type AgentId, type OpenedAgents } from '../../sandbox/agents/open-agents.ts';
import { checkScenario, type CheckResult } from '../../sandbox/evaluation/check-scenario.ts';
import { runEpisode, type AgentStep, type Episode, type EpisodeStep } from '../../sandbox/evaluation/run-episode.ts';
import { BrowserRepl } from '../../sandbox/repl/browser-repl.ts';
import type { MoneyMove } from '../../sandbox/repl/money-move.ts';
import { openScenario } from '../../sandbox/scenarios/generate-scenario.ts';
import { tracesToInstruction } from '../../sandbox/evaluation/trace-guard.ts';
import type { Scenario } from '../../sandbox/scenarios/scenario.ts';
import type { App } from '../app.ts';
import type { TriedText } from '../guard/guard-door.ts';
import { words } from './strings.ts';
import type { Trace } from './trace-file.ts';

export type Phase = 'idle' | 'starting' | 'running' | 'ended';
/** A move of money that waits for the person; `traced`: its payee and amount are in what was asked for. */
export type MoneyAsked = { move: MoneyMove; traced: boolean };
export type Loading = { loadedBytes: number; totalBytes: number };

/** One run on the page: what was asked, what has been done so far, and what is asked of the person. */
export class SandboxRun {
  readonly #app: App;
  phase = $state<Phase>('idle');
  steps = $state<EpisodeStep[]>([]);
  thinking = $state<AgentStep | null>(null);
  question = $state<MoneyAsked | null>(null);
  result = $state<CheckResult | null>(null);
  ended = $state<Episode['ended'] | null>(null);
  message = $state<string | null>(null);
  /** How much of the actor has come, while it comes. */
  loading = $state.raw<Loading | null>(null);
  /** What the guard's heads make of the instruction; null without a guard. */
  judged = $state.raw<TriedText | null>(null);
  /** What the run was asked, and whether its end state can be judged. */
  asked = $state<{ instruction: string; agent: string; scenarioId: string | null } | null>(null);
  #answer: ((approved: boolean) => void) | null = null;
  #repl: BrowserRepl | null = null;
  #agents: { id: AgentId; opened: OpenedAgents } | null = null;
  #stopped = false;

  constructor(app: App) {
    this.#app = app;
  }

  async start(scenario: Scenario, instruction: string, agentId: AgentId, asks: boolean): Promise<void> {
    this.reset();
    this.phase = 'starting';
    const own = instruction === scenario.instruction ? scenario.id : null;
    this.asked = { instruction, agent: agentId, scenarioId: own };
    const refusal = (await this.#judge(instruction)) ?? (await this.#prepare(agentId));
    const agents = this.#agents?.opened;
    if (refusal !== null || agents === undefined || this.#stopped) {
      this.#end(refusal);
      return;
    }
    const world = openScenario(scenario);
    const repl = new BrowserRepl(asks);
    this.#repl = repl;
    repl.use(world, (move) => {
      const traced = tracesToInstruction(move, instruction, world);
      // Unattended, the guard has the last word.
      return asks ? this.#ask({ move, traced }) : traced;
    });
    const ready = await repl.start();
    if (!ready.ok || this.#stopped) {
      this.#end(ready.ok ? null : ready.message);
      return;
    }
    this.phase = 'running';
    const episode = await runEpisode({
      agent: agents.agentFor(scenario),
      runner: repl,
      instruction,
      isCompleted: () => world.state.completion !== null,
      isStopped: () => this.#stopped,
      onThought: (step) => (this.thinking = step),
      onStep: (step) => {
        this.thinking = null;
        this.steps.push(step);
      },
    });
    this.thinking = null;
    this.question = null;
    this.ended = episode.ended;
    this.result = checkScenario(scenario, world);
    this.#end(episode.message);
  }

  answer(approved: boolean): void {
    this.question = null;
    this.#answer?.(approved);
    this.#answer = null;
  }

  stop(): void {
    this.#stopped = true;
    this.answer(false);
    this.#repl?.stop();
    this.#agents?.opened.stop();
  }

  /** With the page go the workers. */
  close(): void {
    this.stop();
    this.#repl?.close();
    this.#agents?.opened.close();
    this.#agents = null;
  }

  reset(): void {
    this.#stopped = false;
    this.phase = 'idle';
    this.steps = [];
    this.thinking = this.question = this.result = this.ended = this.message = this.asked = this.judged = null;
  }

  show(trace: Trace): void {
    this.reset();
    this.steps = trace.steps;
    this.asked = { instruction: trace.instruction, agent: trace.agent, scenarioId: trace.scenarioId };
    this.phase = 'ended';
  }

  trace(): Trace | null {
    if (this.asked === null) return null;
    const pass = this.asked.scenarioId === null ? null : (this.result?.pass ?? null);
    const { steps, result } = $state.snapshot({ steps: this.steps, result: this.result });
    return { kind: 'errand-sandbox-trace', ...this.asked, pass, steps, diff: [...(result?.diff ?? [])] };
  }

  /** A sentence where the heads refuse what is asked for. */
  async #judge(instruction: string): Promise<string | null> {
    const door = await this.#app.openGuard();
    const tried = (await door?.tryText(instruction)) ?? null;
    if (tried === null || !tried.ok) return null;
    this.judged = tried.value;
    return tried.value.verdict === 'refuse' ? words.guard.refused : null;
  }

  /** Opens the agent, or keeps the one that is open; a sentence where it cannot be had. */
  async #prepare(id: AgentId): Promise<string | null> {
    // Another model may be in use by now.
    if (this.#agents?.id === id && id !== 'language-model') return null;
    this.#agents?.opened.close();
    this.#agents = null;
    const opened = await openAgents(id, {
      onProgress: ({ loadedBytes, totalBytes }) => (this.loading = { loadedBytes, totalBytes }),
      model: id === 'language-model' ? await this.#app.openModel() : null,
    });
    this.loading = null;
    if (!opened.ok) return opened.message;
    this.#agents = { id, opened: opened.value };
    return null;
  }

  #end(message: string | null): void {
    this.message = message;
    if (this.#stopped) this.ended = 'stopped';
    this.phase = 'ended';
    this.#repl?.close();
    this.#repl = null;
  }

  #ask(asked: MoneyAsked): Promise<boolean> {
    this.question = asked;
    return new Promise((resolve) => (this.#answer = resolve));
  }
}
