import { failure, success, type Outcome } from '../core/outcome.ts';
import { maxAnswerBytes } from './grammar.ts';

/** What an engine that writes code answers with: why, and the code. */
export type CodeAnswer = { analysis: string; code: string };

export type CodeFormCode = 'answer_empty' | 'answer_too_long' | 'bad_envelope' | 'bad_analysis' | 'no_code';

const form = /^<analysis>\n?([\s\S]*?)\n?<\/analysis>\n?<code>\n?([\s\S]*?)\n?<\/code>$/;

/**
 * The contract's second form, `<analysis>…</analysis><code>…</code>` and nothing else. As hostile as any other answer: what
 * does not fit fails as a whole.
 */
export function parseCodeAnswer(text: string): Outcome<CodeAnswer, CodeFormCode> {
  const trimmed = text.trim();
  if (trimmed === '') return failure('answer_empty', 'The answer is empty.');
  if (new TextEncoder().encode(trimmed).length > maxAnswerBytes) {
    return failure('answer_too_long', `The answer is longer than ${String(maxAnswerBytes / 1024)} KiB.`);
  }
  const [whole, analysis = '', code = ''] = form.exec(trimmed) ?? [];
  if (whole === undefined || /<\/?code>/.test(code)) {
    return failure('bad_envelope', 'The answer is not an analysis followed by code, and nothing else.');
  }
  if (analysis.trim() === '' || /<\/?(?:analysis|code)>/.test(analysis)) {
    return failure('bad_analysis', 'The analysis is empty or malformed.');
  }
  if (code.trim() === '') return failure('no_code', 'There is no code between the tags.');
  return success({ analysis: analysis.trim(), code });
}

export function writeCodeAnswer({ analysis, code }: CodeAnswer): string {
  return `<analysis>\n${analysis}\n</analysis>\n<code>\n${code}\n</code>`;
}
