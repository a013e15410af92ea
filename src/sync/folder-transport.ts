import type { OpenTransport } from './transport.ts';

const pollMs = 5000;
const fileName = (deviceId: string) => `errand-${deviceId}.sync`;
const ours = /^errand-[\w-]+\.sync$/u;

/**
 * A folder that something else carries from one computer to the other. Each device writes one file, sealed, with all that
 * it knows, and reads those of the others when they change.
 */
export function openFolder(folder: FileSystemDirectoryHandle, deviceId: string): OpenTransport {
  return ({ onMessage, onState }) => {
    const seen = new Map<string, string>();
    let isClosed = false;
    let writing: Promise<void> = Promise.resolve();
    const read = async () => {
      for await (const handle of folder.values()) {
        if (handle.kind !== 'file' || !ours.test(handle.name) || handle.name === fileName(deviceId)) continue;
        const file = await (handle as FileSystemFileHandle).getFile();
        const mark = `${String(file.lastModified)} ${String(file.size)}`;
        if (seen.get(handle.name) === mark) continue;
        seen.set(handle.name, mark);
        if (!isClosed) onMessage(new Uint8Array(await file.arrayBuffer()));
      }
    };
    const poll = () =>
      read().then(
        () => {
          onState('on');
        },
        () => {
          onState('waiting');
        },
      );
    const timer = setInterval(() => void poll(), pollMs);
    void poll();
    const write = (sealed: Uint8Array) => {
      writing = writing.then(async () => {
        try {
          const handle = await folder.getFileHandle(fileName(deviceId), { create: true });
          const file = await handle.createWritable();
          await file.write(new Uint8Array(sealed));
          await file.close();
        } catch {
          // The next change, or the next start, writes it all again.
          onState('waiting');
        }
      });
    };
    return {
      // A file holds everything, so a part of it is not worth a file.
      send: () => undefined,
      sendWhole: write,
      close: () => {
        isClosed = true;
        clearInterval(timer);
      },
    };
  };
}
