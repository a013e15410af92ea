import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { OpenTransport } from './transport.ts';

/** Larger than any honest message; more than this from a server is not even looked at. */
const maxMessageBytes = 64 * 1024 * 1024;

/**
 * A y-websocket server keeps a document for each room. Ours is a set of mailboxes, one key a message, sealed, under the
 * name of the device that wrote it; the server can neither read nor forge one. It may lose, repeat or withhold them: each
 * device says everything again when it connects.
 */
export function openServer(
  address: string,
  room: string,
  deviceId: string,
  socket: typeof WebSocket = guardedSocket(WebSocket),
): OpenTransport {
  return ({ onMessage, onState }) => {
    const doc = new Y.Doc();
    const boxes = doc.getMap<unknown>('boxes');
    const seen = new Map<string, string>();
    const provider = new WebsocketProvider(address, room, doc, { disableBc: true, WebSocketPolyfill: socket });
    let sent = 0;
    const isMine = (key: string) => key.startsWith(`${deviceId}/`);
    const read = () => {
      for (const [key, value] of boxes.entries()) {
        if (isMine(key) || !(value instanceof Uint8Array)) continue;
        // A message begins with a random part of its own, so its beginning tells it from the one before.
        const mark = `${String(value.byteLength)} ${value.slice(0, 24).join(' ')}`;
        if (seen.get(key) === mark) continue;
        seen.set(key, mark);
        onMessage(value);
      }
    };
    boxes.observe(read);
    provider.on('status', ({ status }) => {
      onState(status === 'connected' ? 'on' : status === 'connecting' ? 'connecting' : 'waiting');
    });
    // A server that was never reached is one that is waited for, too.
    provider.on('connection-error', () => {
      onState('waiting');
    });
    onState('connecting');
    return {
      send: (sealed) => {
        sent += 1;
        boxes.set(`${deviceId}/${String(sent)}`, sealed);
      },
      sendWhole: (sealed) => {
        doc.transact(() => {
          for (const key of [...boxes.keys()]) if (isMine(key) && key !== `${deviceId}/0`) boxes.delete(key);
          boxes.set(`${deviceId}/0`, sealed);
        });
      },
      close: () => {
        provider.destroy();
        doc.destroy();
      },
    };
  };
}

/** The browser's socket, save that a message which the provider cannot take ends the connection instead of the page's peace. */
export function guardedSocket(Plain: typeof WebSocket): typeof WebSocket {
  return class GuardedSocket extends Plain {
    override set onmessage(handle: ((event: MessageEvent) => unknown) | null) {
      super.onmessage = (event: MessageEvent<unknown>) => {
        try {
          if (event.data instanceof ArrayBuffer && event.data.byteLength <= maxMessageBytes) handle?.(event);
          else this.close();
        } catch {
          this.close();
        }
      };
    }
  } as typeof WebSocket;
}
