import { readFileSync } from 'node:fs';
import { compileFunction, constants } from 'node:vm';
import { createRequire } from 'node:module';

/** The grammar engine's own file; web-llm carries the same one inside its bundle. */
export const xgrammarFile = new URL('../../../node_modules/@mlc-ai/web-xgrammar/lib/index.js', import.meta.url);

type Handle = object;
/** What is used of it here. Tokens are numbered as in the list that `createTokenizerInfo` was given. */
export type Matcher = {
  reset: () => void;
  isTerminated: () => boolean;
  acceptToken: (id: number) => boolean;
  _acceptString: (text: string) => boolean;
  getNextTokenBitmask: () => Promise<Int32Array>;
};
type XGrammar = {
  Grammar: { fromEBNF: (text: string) => Promise<Handle> };
  TokenizerInfo: { createTokenizerInfo: (tokens: string[]) => Promise<Handle> };
  GrammarCompiler: {
    createGrammarCompiler: (
      tokens: Handle,
      keeps: boolean,
    ) => Promise<{ compileGrammar: (grammar: Handle) => Promise<Handle> }>;
  };
  GrammarMatcher: {
    createGrammarMatcher: (compiled: Handle, stop: number | undefined, endsItself?: boolean) => Promise<Matcher>;
  };
};

/**
 * web-llm's grammar engine, in Node. Its package is CommonJS that calls itself a module, so no loader takes it; it is run as
 * what it is.
 */
export function loadXGrammar(): XGrammar {
  const given = { exports: {} };
  const scope = ['exports', 'module', 'require', '__filename', '__dirname'];
  const run = compileFunction(readFileSync(xgrammarFile, 'utf8'), scope, {
    filename: xgrammarFile.pathname,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as (...scope: unknown[]) => void;
  run(given.exports, given, createRequire(xgrammarFile), xgrammarFile.pathname, new URL('.', xgrammarFile).pathname);
  return given.exports as XGrammar;
}
