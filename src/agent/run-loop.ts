import type { Answer, Call } from '../core/call.ts';
import type { Clock } from '../core/clock.ts';
import { plainCuts, type CareLevel, type JudgedWords, type Judgement } from '../core/judgement.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Approved, CallResult, HistoryEntry, Plan, RunId } from '../core/plan.ts';
import type { ReadableCall } from '../core/readable-call.ts';
import type { ChangeLine, Question, RunEvent, RunFailureCode } from '../core/run-event.ts';
import type { Strings } from '../core/strings/en.ts';
import type { TaskState } from '../core/task.ts';
import { parseAnswer, type ContractCode } from '../contract/parse.ts';
import type { EngineFailureCode, GenerateRequest, Generation } from '../protocol/engine.ts';
import { approveAllowed, approveConfirmed, effectsOf } from '../guard/approve.ts';
import { looksForeign } from '../guard/language.ts';
import { decide, type Words } from '../guard/policy.ts';
import { filterSpec, registry } from '../tools/registry.ts';
import { describeChanges } from './change-lines.ts';
import { engineState, type Conversation } from './conversation.ts';
import type { CorrectionBook } from './corrections/correction-book.ts';
import { correctionPattern, sameCalls } from './corrections/correction-pattern.ts';
import { contentStems, frameSpans } from './corrections/sentence-frame.ts';
import { composeFinal } from './final-sentence.ts';
import { planRun, type Pick, type RunWorld } from './plan-run.ts';

/** Longer input is refused before any model sees it; the model's own limit is in word pieces and smaller. */
export const maxInputCharacters = 2000;

/** What the store holds when a run starts. */
export type StoredWorld = { state: TaskState; history: readonly HistoryEntry[] };

/**
 * Starts to judge a text at once. The answer is asked for when it is needed, so that a guard that was slow while the engine
 * still worked costs nothing; what has not come then, in the time the guard is given, has failed.
 */
export type Judge = (text: string) => { answer: () => Promise<Outcome<JudgedWords, string>> };

/** What the loop is handed. It writes nothing itself and knows no worker and no database. */
export type RunPorts = {
  engineId: string;
  /** Below this confidence the guess is shown and the person asked. */
  confidenceThreshold: number;
  generate: (
    request: GenerateRequest,
    onText: (textSoFar: string) => void,
  ) => Promise<Outcome<Generation, EngineFailureCode>>;
  /** False while the engine still loads; the run then says that it waits. */
  engineReady: () => boolean;
  /** Null where no guard is wanted; a failure counts as "ask" for anything that writes. */
  judge: Judge | null;
  care: () => CareLevel;
  readWorld: () => Promise<Outcome<StoredWorld, RunFailureCode>>;
  clock: () => Clock;
  newId: () => string;
  strings: Strings;
  append: (event: RunEvent) => void;
  /** The person's own corrections; null where none are kept. */
  corrections: { find: CorrectionBook['find'] } | null;
  /** One transaction for all the operations, or none; the events are kept with the run. */
  commit: (approved: Approved<Plan>) => Promise<Outcome<readonly CallResult[], RunFailureCode>>;
  /** The person's choice among the candidates, or null where they went on to something else. */
  pick: (question: Question) => Promise<{ id: string; label: string } | null>;
  confirm: (changes: readonly ChangeLine[], judgement: Judgement) => Promise<boolean>;
  stopped: () => boolean;
};

export type RunRequest = {
  runId: RunId;
  text: string;
  origin: 'typed' | 'spoken';
  conversation: Conversation;
};

/** Takes one sentence from submission to its last event. The only place that knows the order of the rooms. */
export async function runSentence(request: RunRequest, ports: RunPorts): Promise<void> {
  const startedAt = performance.now();
  const clock = ports.clock();
  const { runId, text, origin } = request;
  ports.append({ type: 'submitted', runId, at: clock.now, text, origin, engine: ports.engineId });
  const timings = { engineMs: 0, guardMs: 0 };
  const final = await new Run(request, ports, clock, timings).run().catch((error: unknown) => {
    // A bug. The person gets a sentence and a page that goes on; the console gets the bug.
    console.error(error);
    const message = ports.strings.failure.unexpected;
    ports.append({ type: 'failed', code: 'unexpected', message });
    return message;
  });
  ports.append({ type: 'finished', final, timings: { ...timings, totalMs: performance.now() - startedAt } });
}

type Generated = { answer: Answer; confidence: number };

class Run {
  readonly #request: RunRequest;
  readonly #ports: RunPorts;
  readonly #clock: Clock;
  readonly #timings: { engineMs: number; guardMs: number };

  constructor(request: RunRequest, ports: RunPorts, clock: Clock, timings: { engineMs: number; guardMs: number }) {
    this.#request = request;
    this.#ports = ports;
    this.#clock = clock;
    this.#timings = timings;
  }

  /** Every path ends in the run's last sentence. */
  async run(): Promise<string> {
    const { text } = this.#request;
    if (text.trim() === '') return this.#fail('empty_input');
    if (text.length > maxInputCharacters) return this.#fail('input_too_long');
    const world = await this.#ports.readWorld();
    if (!world.ok) return this.#fail(world.code, world.message);
    const words = this.#judgeWords();
    const first = await this.#generate(world.value.state);
    if (typeof first === 'string') return first;
    const generated = await this.#heed(first, world.value.state);
    if (typeof generated === 'string') return generated;
    if (generated.answer.kind === 'final') return this.#say(generated.answer.text, await words());
    return this.#act(generated.answer, generated.confidence, world.value, words);
  }

  #fail(code: RunFailureCode, message: string = this.#ports.strings.failure[code]): string {
    this.#ports.append({ type: 'failed', code, message });
    return message;
  }

  #stop(): string {
    this.#ports.append({ type: 'stopped' });
    return this.#ports.strings.stopped;
  }

  async #generate(state: TaskState): Promise<Generated | string> {
    const { append, engineReady, generate } = this.#ports;
    if (!engineReady()) append({ type: 'waiting-for-model' });
    const generated = await generate(this.#engineRequest(state), (textSoFar) => {
      append({ type: 'streamed', text: textSoFar });
    });
    if (this.#ports.stopped()) return this.#stop();
    if (!generated.ok) return generated.code === 'interrupted' ? this.#stop() : this.#fail(runCode(generated.code));
    const { text: raw, confidence, tokens, timings } = generated.value;
    this.#timings.engineMs = timings.totalMs;
    append({ type: 'answered', raw, confidence, engineMs: timings.totalMs, tokens });
    const parsed = parseAnswer(raw, { tools: registry, filter: filterSpec });
    if (!parsed.ok) return this.#contractFailed(parsed.code, parsed.message);
    return { answer: parsed.value, confidence };
  }

  #engineRequest(state: TaskState): GenerateRequest {
    const { runId, text, conversation } = this.#request;
    return { runId, modelId: this.#ports.engineId, text, state: engineState(conversation, text, state) };
  }

  /**
   * Where the person has put a sentence like this one right before, its calls are taken instead, with this sentence's own
   * words in them: the engine finds those. What comes of it is judged, asked about and taken back like any answer.
   */
  async #heed(first: Generated, state: TaskState): Promise<Generated | string> {
    const { corrections, generate, append } = this.#ports;
    const request = this.#engineRequest(state);
    const calls = first.answer.kind === 'action' ? first.answer.calls : [];
    const heard = { text: request.text, calls, titles: request.state.taskTitles };
    const near = (await corrections?.find(heard)) ?? null;
    const known = near === null ? null : correctionPattern(near.correction, calls);
    if (near === null || known === null) return first;
    let meant: Generated = { answer: { kind: 'action', analysis: '', calls: near.correction.meant }, confidence: 1 };
    if (!near.same) {
      const apart = frameSpans(request.text, contentStems(near.correction.frame?.words ?? []));
      const filled = await generate({ ...request, pattern: { calls: known, apart } }, () => undefined);
      if (this.#ports.stopped()) return this.#stop();
      const parsed = filled.ok ? parseAnswer(filled.value.text, { tools: registry, filter: filterSpec }) : null;
      // An engine that cannot fill in a pattern leaves the answer as it was.
      if (!filled.ok || parsed?.ok !== true) return first;
      this.#timings.engineMs += filled.value.timings.totalMs;
      meant = { answer: parsed.value, confidence: filled.value.confidence };
    }
    if (meant.answer.kind === 'final' || sameCalls(calls, meant.answer.calls)) return first;
    append({ type: 'corrected', used: near.used, calls: meant.answer.calls });
    return meant;
  }

  /** The embedded engine decodes under the grammar and greedily, so a second try would give the same text: none is made. */
  #contractFailed(code: ContractCode, message: string): string {
    return this.#fail('contract_invalid', `${this.#ports.strings.failure.contract_invalid} (${code}: ${message})`);
  }

  /** Starts at once, so that the guard works while the engine does; the verdict waits for it. */
  #judgeWords(): () => Promise<Words> {
    const { text } = this.#request;
    const unjudged = { heads: null, cuts: plainCuts, failed: false, otherLanguage: looksForeign(text) };
    const judging = this.#ports.judge?.(text);
    if (judging === undefined) return () => Promise.resolve(unjudged);
    const startedAt = performance.now();
    return async () => {
      const judged = await judging.answer();
      this.#timings.guardMs = performance.now() - startedAt;
      if (!judged.ok) return { ...unjudged, failed: true };
      const { heads, cuts } = judged.value;
      return { ...unjudged, heads, cuts };
    };
  }

  #say(text: string, words: Words): string {
    const { strings, append } = this.#ports;
    const asks = text.endsWith('?');
    append({ type: 'said', text, asks });
    const judged = this.#judgement(noEffects, words);
    // A question back is about a task already: there is nothing else to suggest.
    const judgement: Judgement =
      asks && judged.verdict === 'suggest' ? { ...judged, verdict: 'allow', reason: 'only-reads' } : judged;
    append({ type: 'judged', judgement });
    if (judgement.verdict === 'refuse') return refusal(judgement, strings);
    return judgement.verdict === 'suggest' ? `${text} ${strings.suggest(this.#request.text)}` : text;
  }

  #judgement(effects: ReturnType<typeof effectsOf>, words: Words): Judgement {
    const decision = decide(effects, words, this.#ports.care());
    return { ...decision, heads: words.heads, guardMs: this.#timings.guardMs };
  }

  async #act(
    answer: Extract<Answer, { kind: 'action' }>,
    confidence: number,
    stored: StoredWorld,
    words: () => Promise<Words>,
  ): Promise<string> {
    if (answer.analysis !== '') {
      this.#ports.append({ type: 'understood', analysis: answer.analysis, calls: answer.calls });
    }
    const planned = await this.#plan(answer.calls, stored);
    if (typeof planned === 'string') return planned;
    this.#ports.append({ type: 'resolved', calls: planned.readable });
    const judged = this.#judgement(effectsOf(planned.plan.planned), await words());
    const judgement = this.#held(judged, confidence, planned.plan);
    this.#ports.append({ type: 'judged', judgement });
    if (judgement.verdict === 'refuse') return refusal(judgement, this.#ports.strings);
    return this.#execute(planned.plan, judgement, stored.state);
  }

  /** An unsure answer that would change something is shown first, however harmless. */
  #held(judgement: Judgement, confidence: number, plan: Plan): Judgement {
    const writes = plan.planned.some((call) => call.effect !== 'read');
    const unsure = writes && confidence < this.#ports.confidenceThreshold && judgement.verdict === 'allow';
    return unsure ? { ...judgement, verdict: 'confirm', reason: 'unsure' } : judgement;
  }

  /** Asks as often as references stay open; each answer is an event, so the saved run shows it. */
  async #plan(
    calls: readonly Call[],
    stored: StoredWorld,
  ): Promise<{ plan: Plan; readable: readonly ReadableCall[] } | string> {
    const { append, pick, strings, newId } = this.#ports;
    const world: RunWorld = {
      runId: this.#request.runId,
      ...stored,
      clock: this.#clock,
      newId,
      conversation: this.#request.conversation,
    };
    const picks: Pick[] = [];
    for (;;) {
      const outcome = planRun(calls, picks, world);
      if (outcome.kind === 'planned') return outcome;
      if (outcome.kind === 'failed') return this.#fail(outcome.code, outcome.message);
      const { question } = outcome;
      append({ type: 'asked', question });
      const picked = question.candidates.length === 0 ? null : await pick(question);
      if (picked === null) return strings.question[question.reason](question.phrase);
      const { callIndex, argument } = question;
      picks.push({ callIndex, argument, id: picked.id });
      append({ type: 'picked', callIndex, argument, ...picked });
    }
  }

  async #execute(plan: Plan, judgement: Judgement, before: TaskState): Promise<string> {
    const approved = approveAllowed(plan, judgement) ?? (await this.#askToConfirm(plan, judgement, before));
    if (approved === null) {
      this.#ports.append({ type: 'declined' });
      return this.#ports.strings.declined;
    }
    if (this.#ports.stopped()) return this.#stop();
    const written = await this.#ports.commit(approved);
    if (!written.ok) return this.#fail(written.code, this.#ports.strings.failure[written.code]);
    this.#ports.append({ type: 'applied', results: written.value });
    return composeFinal(written.value, plan.after, this.#clock, this.#ports.strings);
  }

  async #askToConfirm(plan: Plan, judgement: Judgement, before: TaskState): Promise<Approved<Plan> | null> {
    const changes = describeChanges(plan, before, this.#clock, this.#ports.strings);
    this.#ports.append({ type: 'confirmation-asked', changes });
    const yes = await this.#ports.confirm(changes, judgement);
    if (!yes) return null;
    this.#ports.append({ type: 'confirmed' });
    return approveConfirmed(plan, judgement);
  }
}

const noEffects = effectsOf([]);

function refusal(judgement: Judgement, strings: Strings): string {
  return judgement.reason === 'not-ethical' ? strings.refused['not-ethical'] : strings.refused['not-legal'];
}

function runCode(code: EngineFailureCode): RunFailureCode {
  switch (code) {
    case 'input_too_long':
    case 'model_missing':
    case 'model_corrupt':
      return code;
    case 'no_runtime':
    case 'not_loaded':
    case 'wrong_model':
      return 'engine_unavailable';
    default:
      return 'engine_failed';
  }
}
