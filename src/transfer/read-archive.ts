import type { JSZipObject, JSZipStreamHelper } from 'jszip';
import type { Outcome } from '../core/outcome.ts';
import { success } from '../core/outcome.ts';
import { maxFileBytes, readFailure, type ReadFailureCode } from './sentences.ts';

const zipMark = [0x50, 0x4b, 0x03, 0x04];
const readable = /\.(?:json|csv|ics|md|txt)$/iu;

/** The text of a file. Of a zip, as Vikunja hands out, the text of `data.json`, or of the one file in it that could be read. */
export async function textOfFile(file: Blob, maxBytes = maxFileBytes): Promise<Outcome<string, ReadFailureCode>> {
  if (file.size > maxBytes) return readFailure('too_large');
  const head = new Uint8Array(await file.slice(0, zipMark.length).arrayBuffer());
  return zipMark.every((byte, index) => head[index] === byte)
    ? textInArchive(file, maxBytes)
    : success(await file.text());
}

async function textInArchive(file: Blob, maxBytes: number): Promise<Outcome<string, ReadFailureCode>> {
  const { default: JsZip } = await import('jszip');
  const archive = await JsZip.loadAsync(await file.arrayBuffer()).catch(() => null);
  if (archive === null) return readFailure('cut_off');
  const files = Object.values(archive.files).filter(({ dir, name }) => !dir && readable.test(name));
  const chosen =
    files.find(({ name }) => /(?:^|\/)data\.json$/u.test(name)) ?? (files.length === 1 ? files[0] : undefined);
  if (chosen === undefined) return readFailure('archive_unclear');
  return unpack(chosen, maxBytes);
}

type Packed = JSZipObject & {
  internalStream(type: 'uint8array'): JSZipStreamHelper<Uint8Array>;
};

/** Piece by piece, since what an archive says of its sizes may be a lie. */
function unpack(packed: JSZipObject, maxBytes: number): Promise<Outcome<string, ReadFailureCode>> {
  return new Promise((resolve) => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const stream = (packed as Packed).internalStream('uint8array');
    stream
      .on('data', (piece) => {
        bytes += piece.length;
        if (bytes > maxBytes) {
          stream.pause();
          pieces.length = 0;
          resolve(readFailure('too_large'));
        } else pieces.push(new Uint8Array(piece));
      })
      .on('error', () => {
        resolve(readFailure('cut_off'));
      })
      .on('end', () => void new Blob(pieces).text().then((text) => resolve(success(text))))
      .resume();
  });
}
