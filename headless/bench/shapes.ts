import type { Page } from '@playwright/test';
import type { DecoderShape } from '../../src/protocol/agent-bench-api.ts';
import type { BenchRun } from './bench.ts';

/** Decoder-only models of 135M and 270M parameters: the sizes of SmolLM2-135M and Gemma 3 270M, with random weights. */
export const shapes: { readonly [name: string]: DecoderShape } = {
  'decoder-only 135M': { layers: 30, width: 576, heads: 9, keyHeads: 3, headWidth: 64, inner: 1536, words: 49_152 },
  'decoder-only 270M': { layers: 18, width: 640, heads: 4, keyHeads: 1, headWidth: 256, inner: 2048, words: 262_144 },
};

export const shapeNames = Object.keys(shapes);

/** Makes both, beside the agent in the plain build of its runtime. */
export async function openShapes(page: Page, onProgress: BenchRun['onProgress']): Promise<void> {
  for (const [name, shape] of Object.entries(shapes)) {
    onProgress(`making the ${name} shape`);
    await page.evaluate(([given, sizes]) => globalThis.errandAgentBench.openShape(given, sizes), [
      name,
      shape,
    ] as const);
  }
}
