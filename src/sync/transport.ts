/** What a way to other devices reports. */
export type TransportState = 'connecting' | 'on' | 'waiting' | 'asleep';

export type TransportEvents = {
  /** A sealed message of another device; it may come more than once. */
  onMessage: (sealed: Uint8Array) => void;
  onState: (state: TransportState) => void;
};

/** A way to the other devices. It carries only what is sealed, and may be gone at any time. */
export type Transport = {
  /** Adds to what the others can read of this device. */
  send(sealed: Uint8Array): void;
  /** Everything of this device in one, in the place of all that was sent before. */
  sendWhole(sealed: Uint8Array): void;
  close(): void;
};
export type OpenTransport = (events: TransportEvents) => Transport;
