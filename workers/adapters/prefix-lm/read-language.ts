import { failure, success, type Outcome } from '../../../src/core/outcome.ts';
import type { EngineFailureCode, LoadRequest } from '../../../src/protocol/engine.ts';
import type { VerifiedFiles } from '../verified-files.ts';
import { matchTools } from './answer-tools.ts';
import { readPieces } from './pieces.ts';
import { TokenTable } from './token-table.ts';
import type { LanguageModel } from './turn.ts';

/** The files are the published ones, so what does not read is a manifest that does not fit this app. */
export function readLanguage(request: LoadRequest, files: VerifiedFiles): Outcome<LanguageModel, EngineFailureCode> {
  try {
    const table = new TokenTable(readJson(files, 'contract-tokens.json'));
    const pieces = readPieces(readJson(files, 'tokenizer.json'), readJson(files, 'tokenizer_config.json'));
    return success({ table, pieces, tools: matchTools(request.vocabulary, table) });
  } catch (error) {
    return failure(
      'model_corrupt',
      `The model's files do not fit this app: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function readJson(files: VerifiedFiles, path: string): object {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`the manifest lacks ${path}`);
  return JSON.parse(new TextDecoder().decode(bytes)) as object;
}
