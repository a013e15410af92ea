import { de } from '../core/strings/de.ts';
import { en } from '../core/strings/en.ts';
import { inLanguage } from './language.ts';

/** What the agent composes of results, in the language of the screen. */
export const sentences = inLanguage({ en, de });
