import JSZip from 'jszip';
import type { TaggerFiles } from '../../protocol/text-api.ts';
import tagger from '../python/tagger.py?raw';
import type { TagPlan } from './tag-ideas.ts';

/** The script that a person takes home: it tags new sentences with the weights of `model.zip`. */
export function writeTagger(plan: TagPlan, labels: readonly string[]): string {
  const data = JSON.stringify({ labels, plan });
  // A raw string that no label can end: quotes in JSON strings are escaped as \u0027.
  return tagger.replace('TAGGER = None', () => `TAGGER = json.loads(r'''${data.replace(/'/g, '\\u0027')}''')`);
}

/** Weights as little-endian float32, row by row as {@link TaggerFiles} says. */
export async function zipTagger(weights: TaggerFiles, solution: string, metrics: string): Promise<Uint8Array> {
  const zip = new JSZip();
  const put = (name: string, values: Float32Array) => {
    zip.file(name, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  };
  put('sparse.f32', weights.sparse);
  put('dense.f32', weights.dense);
  put('steps.f32', weights.steps);
  if (weights.spread !== null) {
    put('mean.f32', weights.spread.mean);
    put('deviation.f32', weights.spread.deviation);
  }
  zip.file('solution.py', solution);
  zip.file('metrics.json', metrics);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
