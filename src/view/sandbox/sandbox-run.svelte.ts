import { patternAgent } from '../../sandbox/agents/pattern-agent.ts';
import { checkScenario, type CheckResult } from '../../sandbox/evaluation/check-scenario.ts';
import { runEpisode, type AgentStep, type Episode, type EpisodeStep } from '../../sandbox/evaluation/run-episode.ts';
import { BrowserRepl } from '../../sandbox/repl/browser-repl.ts';
import type { MoneyMove } from '../../sandbox/repl/money-move.ts';
import { openScenario } from '../../sandbox/scenarios/generate-scenario.ts';
import { oracleAgent } from '../../sandbox/scenarios/oracle-agent.ts';
import type { Scenario } from '../../sandbox/scenarios/scenario.ts';
import type { Trace } from './trace-file.ts';

export type AgentId = 'oracle' | 'pattern';
export type Phase = 'idle' | 'starting' | 'running' | 'ended';

/** One run on the page: what was asked, what has been done so far, and what is asked of the person. */
export class SandboxRun {
  phase = $state<Phase>('idle');
  steps = $state<EpisodeStep[]>([]);
  thinking = $state<AgentStep | null>(null);
  question = $state<MoneyMove | null>(null);
  result = $state<CheckResult | null>(null);
  ended = $state<Episode['ended'] | null>(null);
  message = $state<string | null>(null);
  /** What the run was asked, and whether its end state can be judged. */
  asked = $state<{ instruction: string; agent: string; scenarioId: string | null } | null>(null);
  #answer: ((approved: boolean) => void) | null = null;
  #repl: BrowserRepl | null = null;
  #stopped = false;

  async start(scenario: Scenario, instruction: string, agentId: AgentId, asks: boolean): Promise<void> {
    this.reset();
    this.phase = 'starting';
    const own = instruction === scenario.instruction ? scenario.id : null;
    this.asked = { instruction, agent: agentId, scenarioId: own };
    const world = openScenario(scenario);
    const repl = new BrowserRepl(world, (move) => (asks ? this.#ask(move) : true), asks);
    this.#repl = repl;
    const ready = await repl.start();
    if (!ready.ok) {
      this.message = ready.message;
      this.phase = 'ended';
      repl.close();
      return;
    }
    this.phase = 'running';
    const episode = await runEpisode({
      agent: agentId === 'oracle' ? oracleAgent(scenario) : patternAgent(),
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
    this.ended = this.#stopped ? 'stopped' : episode.ended;
    this.message = episode.message;
    this.result = checkScenario(scenario, world);
    this.phase = 'ended';
    repl.close();
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
  }

  reset(): void {
    this.#stopped = false;
    this.phase = 'idle';
    this.steps = [];
    this.thinking = this.question = this.result = this.ended = this.message = this.asked = null;
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

  #ask(move: MoneyMove): Promise<boolean> {
    this.question = move;
    return new Promise((resolve) => (this.#answer = resolve));
  }
}
