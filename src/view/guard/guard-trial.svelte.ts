import type { App } from '../app.ts';
import type { TriedText, WeighedWord } from './guard-door.ts';
import { guardStrings as strings } from './strings.ts';

/** One text at a time, tried on the guard: first the verdict, then its words. A newer text drops what is under way. */
export class GuardTrial {
  readonly #app: App;
  #number = 0;
  /** The text that `tried` and `words` are about. */
  text = $state('');
  phase: 'idle' | 'judging' | 'weighing' | 'done' = $state('idle');
  tried: TriedText | null = $state.raw(null);
  words: readonly WeighedWord[] = $state.raw([]);
  problem: string | null = $state(null);

  constructor(app: App) {
    this.#app = app;
  }

  async judge(text: string): Promise<void> {
    const number = ++this.#number;
    this.phase = 'judging';
    this.problem = null;
    const door = await this.#app.openGuard();
    if (door === null) {
      this.#fail(strings.noGuard);
      return;
    }
    const tried = await door.tryText(text);
    if (number !== this.#number) return;
    if (!tried.ok) {
      this.#fail(tried.message);
      return;
    }
    this.text = text;
    this.tried = tried.value;
    this.words = [];
    this.phase = 'weighing';
    const words = await door.weighWords(text);
    if (number !== this.#number) return;
    if (words.ok) this.words = words.value;
    else this.problem = words.message;
    this.phase = 'done';
  }

  #fail(message: string): void {
    this.problem = message;
    this.tried = null;
    this.phase = 'idle';
  }
}
