import { expose } from 'comlink';

/** A worker that is a message channel: the protocol is the real one, only the thread is missing. */
export class ChannelWorker extends EventTarget {
  readonly #channel = new MessageChannel();
  terminated = false;
  constructor(api: object) {
    super();
    expose(api, this.#channel.port2);
    this.#channel.port1.addEventListener('message', (event) => {
      this.dispatchEvent(new MessageEvent('message', { data: event.data, ports: [...event.ports] }));
    });
    this.#channel.port1.start();
  }
  postMessage(message: unknown, transfer: Transferable[] = []): void {
    if (!this.terminated) this.#channel.port1.postMessage(message, transfer);
  }
  terminate(): void {
    this.terminated = true;
    this.#channel.port1.close();
  }
}
