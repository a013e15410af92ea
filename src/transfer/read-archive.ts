import type { JSZipObject, JSZipStreamHelper } from 'jszip';
import type { Outcome } from '../core/outcome.ts';
import { success } from '../core/outcome.ts';
import { maxFileBytes, readFailure, type ReadFailureCode } from './sentences.ts';

const zipMark = [0x50, 0x4b, 0x03, 0x04];
const readable = /\.(?:json|csv|ics|md|txt)$/iu;

/** A file, or one of those in an archive: its name without folders, and its text. */
export type FilePart = { name: string; text: string };
type Parts = Outcome<readonly FilePart[], ReadFailureCode>;

/**
 * The text of a file. Of a zip, as Vikunja hands out, the text of `data.json`, or of the one file in it that could be read, or
 * of all its CSVs, as in Todoist's backup. `maxBytes` is the most that is read and the most that is unpacked, in all.
 */
export async function partsOfFile(file: File, maxBytes = maxFileBytes): Promise<Parts> {
  if (file.size > maxBytes) return readFailure('too_large');
  const head = new Uint8Array(await file.slice(0, zipMark.length).arrayBuffer());
  return zipMark.every((byte, index) => head[index] === byte)
    ? partsInArchive(file, maxBytes)
    : success([{ name: file.name, text: await file.text() }]);
}

async function partsInArchive(file: File, maxBytes: number): Promise<Parts> {
  const { default: JsZip } = await import('jszip');
  const archive = await JsZip.loadAsync(await file.arrayBuffer()).catch(() => null);
  if (archive === null) return readFailure('cut_off');
  const files = Object.values(archive.files).filter(({ dir, name }) => !dir && readable.test(name));
  const chosen =
    files.find(({ name }) => /(?:^|\/)data\.json$/u.test(name)) ?? (files.length === 1 ? files[0] : undefined);
  const areTables = files.length > 1 && files.every(({ name }) => /\.csv$/iu.test(name));
  const wanted = chosen === undefined ? (areTables ? files : []) : [chosen];
  if (wanted.length === 0) return readFailure('archive_unclear');
  const parts: FilePart[] = [];
  let left = maxBytes;
  for (const packed of wanted) {
    const text = await unpack(packed, left);
    if (!text.ok) return text;
    left -= text.value.length;
    parts.push({ name: chosen === undefined ? plainName(packed.name) : file.name, text: text.value });
  }
  return success(parts);
}

function plainName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
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
