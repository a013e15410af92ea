import { failure, type Failure } from './core/outcome.ts';
import type { StoreCode } from './store/store-failure.ts';
import { sentences } from './view/sentences.ts';

/** A failure of the store in the language of the screen, for a page that shows what it is told. */
export function storeFailureInWords<Code extends StoreCode>({ code }: Failure<Code>): Failure<Code> {
  return failure(code, sentences.failure[code]);
}
