import { readFileSync } from 'node:fs';
import { compileFunction, constants } from 'node:vm';
import { createRequire } from 'node:module';
import type * as XGrammar from '@mlc-ai/web-xgrammar';

/** The grammar engine's own file; web-llm carries the same one inside its bundle. */
export const xgrammarFile = new URL('../../../node_modules/@mlc-ai/web-xgrammar/lib/index.js', import.meta.url);

/**
 * web-llm's grammar engine, in Node. Its package is CommonJS that calls itself a module, so no loader takes it; it is run as
 * what it is.
 */
export function loadXGrammar(): typeof XGrammar {
  const given = { exports: {} };
  const scope = ['exports', 'module', 'require', '__filename', '__dirname'];
  const run = compileFunction(readFileSync(xgrammarFile, 'utf8'), scope, {
    filename: xgrammarFile.pathname,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as (...scope: unknown[]) => void;
  run(given.exports, given, createRequire(xgrammarFile), xgrammarFile.pathname, new URL('.', xgrammarFile).pathname);
  return given.exports as typeof XGrammar;
}
