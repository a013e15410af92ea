import { failure, success, type Outcome } from '../core/outcome.ts';

/** The object in a free answer. Models that are not held to a form put their JSON into a fence, or a sentence before it. */
export function readJsonObject(text: string): Outcome<object, 'bad_answer'> {
  const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  try {
    const data: unknown = JSON.parse(json);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return success(data);
  } catch {
    // Said below.
  }
  return failure('bad_answer', 'The answer is no JSON object.');
}
