import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { WantedFile } from '../../protocol/model-files.ts';

/** The hash that was published, and the one that we keep; the same where SHA-256 was published. */
export type FileHashes = { published: string | null; sha256: string };

/** Hashes as the bytes come: files of gigabytes never lie in memory as a whole. */
export async function hashFile(
  chunks: AsyncIterable<Uint8Array>,
  kind: NonNullable<WantedFile['hash']>['kind'] | null,
): Promise<FileHashes & { sizeBytes: number }> {
  const own = sha256.create();
  const published = kind === 'md5' ? md5.create() : null;
  let sizeBytes = 0;
  for await (const chunk of chunks) {
    own.update(chunk);
    published?.update(chunk);
    sizeBytes += chunk.length;
    // The page stays alive between two chunks.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const ownHex = bytesToHex(own.digest());
  const publishedHex = kind === 'sha256' ? ownHex : published === null ? null : bytesToHex(published.digest());
  return { published: publishedHex, sha256: ownHex, sizeBytes };
}
