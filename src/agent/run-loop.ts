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
import type { EngineFailureCode, GenerateRequest, Generation, Round } from '../protocol/engine.ts';
import { approveAllowed, approveConfirmed, effectsOf } from '../guard/approve.ts';
import { languagePatienceMs, looksForeign } from '../guard/language.ts';
import { decide, type Words } from '../guard/policy.ts';
import { filterSpec, registry } from '../tools/registry.ts';
import { describeChanges } from './change-lines.ts';
import { engineState, type Conversation } from './conversation.ts';
import type { CorrectionBook } from './corrections/correction-book.ts';
import { correctionPattern, sameCalls } from './corrections/correction-pattern.ts';
import { contentStems, frameSpans } from './corrections/sentence-frame.ts';
import { composeFinal } from './final-sentence.ts';
import { malformedObservation, observe } from './observe.ts';
import { planRun, type Pick, type RunWorld } from './plan-run.ts';
import { addsAreSaid, areSaid } from './said-by-person.ts';

/** Longer input is refused before any model sees it; the model's own limit is in word pieces and smaller. */
export const maxInputCharacters = 2000;

/** For engines that are told what their calls gave. */
export const maxRounds = 6;

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
  /** True where the engine is told what its calls gave and goes on until its last sentence. */
  usesObservations: boolean;
  /** Which engine takes over where this one has failed for good, or null where none does. */
  standIn: (code: EngineFailureCode, message: string) => { id: string } | null;
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

/** An answer outside the contract comes so far only where the engine may be asked once more. */
type Generated = {
  answer: Answer | { kind: 'malformed'; message: string };
  confidence: number | null;
  raw: string;
};

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
    if (!world.ok) return this.#fail(world.code);
    const words = this.#judgeWords();
    return this.#converse(world.value, words);
  }

  /**
   * Asks the model, and where it can use what its calls gave, asks again until it has a last sentence. Nothing is written
   * between the rounds: what they see was planned on a copy, and all calls are judged and written together.
   */
  async #converse(stored: StoredWorld, words: () => Promise<Words>): Promise<string> {
    const { usesObservations, append, strings } = this.#ports;
    const rounds: Round[] = [];
    const calls: Call[] = [];
    const picks: Pick[] = [];
    let meant: Meant | null = null;
    for (;;) {
      const generated = await this.#generate(stored.state, rounds);
      if (typeof generated === 'string') return generated;
      const heeded = usesObservations ? generated : await this.#heed(generated, stored.state);
      if (typeof heeded === 'string') return heeded;
      const { answer, confidence, raw } = heeded;
      if (answer.kind === 'malformed') {
        rounds.push({ answer: raw, observation: malformedObservation(answer.message) });
      } else if (answer.kind === 'final' || repeats(answer.calls, calls, rounds.length)) {
        if (answer.kind === 'final' && meant === null) return this.#say(answer.text, await words());
        if (meant !== null) return this.#act(meant, stored, words);
      } else {
        calls.push(...answer.calls);
        // A corrected answer has said what it understood already.
        if (answer.analysis !== '') append({ type: 'understood', analysis: answer.analysis, calls: [...calls] });
        const planned = await this.#plan(calls, picks, stored);
        if (typeof planned === 'string') return planned;
        append({ type: 'resolved', calls: planned.readable });
        const before: Meant | null = meant;
        const isUnprompted = usesObservations && !areSaid(calls, this.#request.text);
        const unprompted = {
          changes: isUnprompted || rounds.length > 0,
          adds: usesObservations && !addsAreSaid(calls, this.#request.text),
        };
        meant = meantSoFar(before, planned.plan, confidence, unprompted);
        if (!usesObservations) return this.#act(meant, stored, words);
        const fresh = planned.plan.planned.slice(before?.plan.planned.length ?? 0).map(({ result }) => result);
        rounds.push({ answer: raw, observation: observe(fresh, planned.plan.after, this.#clock, strings) });
      }
      const last = rounds.at(-1);
      if (last !== undefined) append({ type: 'observed', ...last });
      if (rounds.length >= maxRounds) return this.#fail('too_many_rounds');
    }
  }

  #fail(code: RunFailureCode, message: string = this.#ports.strings.failure[code]): string {
    this.#ports.append({ type: 'failed', code, message });
    return message;
  }

  #stop(): string {
    this.#ports.append({ type: 'stopped' });
    return this.#ports.strings.stopped;
  }

  async #generate(state: TaskState, rounds: readonly Round[]): Promise<Generated | string> {
    const { append, engineReady, generate } = this.#ports;
    if (!engineReady()) append({ type: 'waiting-for-model' });
    const generated = await generate({ ...this.#engineRequest(state), rounds }, (textSoFar) => {
      append({ type: 'streamed', text: textSoFar });
    });
    if (this.#ports.stopped()) return this.#stop();
    if (!generated.ok) return generated.code === 'interrupted' ? this.#stop() : this.#engineFailed(generated);
    const { text: raw, confidence, tokens, timings } = generated.value;
    this.#timings.engineMs += timings.totalMs;
    append({ type: 'answered', raw, confidence, engineMs: timings.totalMs, tokens });
    const parsed = parseAnswer(raw, { tools: registry, filter: filterSpec });
    if (parsed.ok) return { answer: parsed.value, confidence, raw };
    const { code, message } = parsed;
    if (!this.#mayRepair()) return this.#contractFailed(code, message);
    append({ type: 'repairing', code, message });
    return { answer: { kind: 'malformed', message }, confidence, raw };
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
    const { raw } = first;
    let meant: Generated = {
      answer: { kind: 'action', analysis: '', calls: near.correction.meant },
      confidence: 1,
      raw,
    };
    if (!near.same) {
      const apart = frameSpans(request.text, contentStems(near.correction.frame?.words ?? []));
      const filled = await generate({ ...request, pattern: { calls: known, apart } }, () => undefined);
      if (this.#ports.stopped()) return this.#stop();
      const parsed = filled.ok ? parseAnswer(filled.value.text, { tools: registry, filter: filterSpec }) : null;
      // An engine that cannot fill in a pattern leaves the answer as it was.
      if (!filled.ok || parsed?.ok !== true) return first;
      this.#timings.engineMs += filled.value.timings.totalMs;
      meant = { answer: parsed.value, confidence: filled.value.confidence, raw };
    }
    if (meant.answer.kind !== 'action' || sameCalls(calls, meant.answer.calls)) return first;
    append({ type: 'corrected', used: near.used, calls: meant.answer.calls });
    return meant;
  }

  /** One repair, of an engine that reads what is wrong. One that decodes greedily under the grammar would only say the same again. */
  #mayRepair(): boolean {
    const may = this.#ports.usesObservations && !this.#hasRepaired;
    this.#hasRepaired = true;
    return may;
  }
  #hasRepaired = false;

  #contractFailed(code: ContractCode, message: string): string {
    return this.#fail('contract_invalid', `${this.#ports.strings.failure.contract_invalid} (${code}: ${message})`);
  }

  /** Where another engine takes over the run says so, and the person is offered to ask that one. */
  #engineFailed({ code, message }: { code: EngineFailureCode; message: string }): string {
    const standIn = this.#ports.standIn(code, message);
    if (standIn === null) return this.#fail(runCode(code));
    this.#ports.append({ type: 'fell-back', code, from: this.#ports.engineId, to: standIn.id });
    const { engineTrouble, fellBack } = this.#ports.strings;
    return this.#fail('engine_fell_back', fellBack(engineTrouble(code, message)));
  }

  /** Starts at once, so that the guard works while the engine does; the verdict waits for it. */
  #judgeWords(): () => Promise<Words> {
    const { text } = this.#request;
    const foreign = looksForeign(text, languagePatienceMs);
    const judging = this.#ports.judge?.(text);
    const unjudgedWords = async () => ({ heads: null, cuts: plainCuts, failed: false, otherLanguage: await foreign });
    if (judging === undefined) return unjudgedWords;
    const startedAt = performance.now();
    return async () => {
      const judged = await judging.answer();
      this.#timings.guardMs = performance.now() - startedAt;
      if (!judged.ok) return { ...(await unjudgedWords()), failed: true };
      const { heads, cuts } = judged.value;
      return { ...(await unjudgedWords()), heads, cuts };
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

  async #act(meant: Meant, stored: StoredWorld, words: () => Promise<Words>): Promise<string> {
    const judged = this.#judgement(effectsOf(meant.plan.planned), await words());
    const judgement = this.#held(judged, meant);
    this.#ports.append({ type: 'judged', judgement });
    if (judgement.verdict === 'refuse') return refusal(judgement, this.#ports.strings);
    return this.#execute(meant.plan, judgement, stored.state);
  }

  /**
   * An unsure answer that would write something is shown first, however harmless. So is what a chat model came to by
   * itself: titles are shown to it, and their words may be anybody's.
   */
  #held(judgement: Judgement, { plan, confidence, changesUnprompted, addsUnprompted }: Meant): Judgement {
    const writes = plan.planned.some((call) => call.effect !== 'read');
    const changes = plan.planned.some((call) => call.effect !== 'read' && call.effect !== 'add');
    if (judgement.verdict !== 'allow') return judgement;
    if ((changes && changesUnprompted) || (writes && addsUnprompted)) {
      return { ...judgement, verdict: 'confirm', reason: 'unprompted' };
    }
    const isUnsure = writes && confidence !== null && confidence < this.#ports.confidenceThreshold;
    return isUnsure ? { ...judgement, verdict: 'confirm', reason: 'unsure' } : judgement;
  }

  /** Asks as often as references stay open; each answer is an event, so the saved run shows it. */
  async #plan(
    calls: readonly Call[],
    picks: Pick[],
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

/**
 * What the rounds so far would do. After tasks were shown, whatever is written may be their words' doing; after any round,
 * or where the person's sentence does not name what is touched, so may changes of what is there.
 */
type Meant = { plan: Plan; confidence: number | null; changesUnprompted: boolean; addsUnprompted: boolean };

const noEffects = effectsOf([]);

/** A model that has nothing new to ask for says the same again; that is taken for its end, not done twice. */
function repeats(next: readonly Call[], before: readonly Call[], rounds: number): boolean {
  return rounds > 0 && JSON.stringify(before.slice(-next.length)) === JSON.stringify(next);
}

function meantSoFar(
  before: Meant | null,
  plan: Plan,
  confidence: number | null,
  unprompted: { changes: boolean; adds: boolean },
): Meant {
  const lowest =
    before?.confidence == null || confidence === null
      ? (before?.confidence ?? confidence)
      : Math.min(before.confidence, confidence);
  const hasRead = before?.plan.planned.some(({ effect }) => effect === 'read') === true;
  return {
    plan,
    confidence: lowest,
    changesUnprompted: before?.changesUnprompted === true || unprompted.changes,
    addsUnprompted: before?.addsUnprompted === true || hasRead || unprompted.adds,
  };
}

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
