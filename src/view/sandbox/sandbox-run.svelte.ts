import { openAgents, type AgentId, type OpenedAgents } from '../../sandbox/agents/open-agents.ts';
import { checkScenario, type CheckResult } from '../../sandbox/evaluation/check-scenario.ts';
import { replayAgent } from '../../sandbox/agents/replay-agent.ts';
import {
  runEpisode,
  type AgentStep,
  type Episode,
  type EpisodeStep,
  type SandboxAgent,
} from '../../sandbox/evaluation/run-episode.ts';
import { BrowserRepl } from '../../sandbox/repl/browser-repl.ts';
import type { MoneyMove } from '../../sandbox/repl/money-move.ts';
import { openScenario } from '../../sandbox/scenarios/generate-scenario.ts';
import { tracesToInstruction } from '../../sandbox/evaluation/trace-guard.ts';
import type { Scenario } from '../../sandbox/scenarios/scenario.ts';
import type { WorldState } from '../../sandbox/world/state.ts';
import type { World } from '../../sandbox/world/world.ts';
import type { App } from '../app.ts';
import type { TriedText } from '../guard/guard-door.ts';
import { words } from './strings.ts';
import type { Trace } from './trace-file.ts';

export type Phase = 'idle' | 'starting' | 'running' | 'ended';
/** A move of money that waits for the person; `traced`: its payee and amount are in what was asked for. */
export type MoneyAsked = { move: MoneyMove; traced: boolean };
type Approver = (move: MoneyMove, world: World) => Promise<boolean> | boolean;
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
  /** The world as the run left it. */
  world = $state.raw<WorldState | null>(null);
  /** Of a run played again: how many steps came to something else than before. */
  replayed = $state<number | null>(null);
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
  #scenario = $state.raw<Scenario | null>(null);
  /** What was answered about money, in its order. */
  #approvals: boolean[] = [];

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
    const approve: Approver = (move, world) => {
      const traced = tracesToInstruction(move, instruction, world);
      // Unattended, the guard has the last word.
      return asks ? this.#ask({ move, traced }) : traced;
    };
    this.#end(await this.#play(scenario, agents.agentFor(scenario), instruction, { asks, approve }));
  }

  /** The actions of a trace once more, with the answers about money that were given then. */
  async replay({ scenario, instruction, agent, scenarioId, steps, approvals }: Trace): Promise<void> {
    if (scenario === null) return;
    this.reset();
    this.phase = 'starting';
    this.asked = { instruction, agent, scenarioId };
    const answers = approvals.values();
    const approve = (): boolean => answers.next().value === true;
    const message = await this.#play(scenario, replayAgent(agent, steps), instruction, { asks: false, approve });
    // A trace may end before its errand does, and whoever plays it has not failed for that.
    this.#end(this.ended === 'agent-failed' ? null : message);
    const differing = steps.filter(({ observation }, place) => this.steps[place]?.observation !== observation);
    this.replayed = this.ended === 'stopped' ? null : differing.length;
  }

  /** One episode in a world laid out anew; a sentence where it could not begin or broke off. */
  async #play(
    scenario: Scenario,
    agent: SandboxAgent,
    instruction: string,
    { asks, approve }: { asks: boolean; approve: Approver },
  ): Promise<string | null> {
    const world = openScenario(scenario);
    this.#scenario = scenario;
    const repl = new BrowserRepl(asks);
    this.#repl = repl;
    repl.use(world, async (move) => {
      const approved = await approve(move, world);
      this.#approvals.push(approved);
      return approved;
    });
    const ready = await repl.start();
    if (!ready.ok || this.#stopped) return ready.ok ? null : ready.message;
    this.phase = 'running';
    const episode = await runEpisode({
      agent,
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
    this.world = world.snapshot();
    return episode.message;
  }

  get canReplay(): boolean {
    return this.#scenario !== null && this.steps.length > 0;
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
    this.#approvals = [];
    this.#scenario = this.world = this.replayed = null;
    this.thinking = this.question = this.result = this.ended = this.message = this.asked = this.judged = null;
  }

  show(trace: Trace): void {
    this.reset();
    this.steps = trace.steps;
    this.asked = { instruction: trace.instruction, agent: trace.agent, scenarioId: trace.scenarioId };
    this.#scenario = trace.scenario;
    this.#approvals = trace.approvals;
    this.phase = 'ended';
  }

  trace(): Trace | null {
    if (this.asked === null) return null;
    const pass = this.asked.scenarioId === null ? null : (this.result?.pass ?? null);
    const { steps, result } = $state.snapshot({ steps: this.steps, result: this.result });
    const diff = [...(result?.diff ?? [])];
    const again = { scenario: this.#scenario, approvals: this.#approvals };
    return { kind: 'errand-sandbox-trace', ...this.asked, pass, steps, diff, ...again };
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
