import { de } from '../../transfer/sentences.de.ts';
import { en, type TransferSentences } from '../../transfer/sentences.ts';
import { inLanguage } from '../language.ts';

/** What is said of a file and of its lines, in the language of the screen. */
export const importSentences: TransferSentences = inLanguage({ en, de });
