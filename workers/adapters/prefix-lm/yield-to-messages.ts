const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port2.onmessage = () => waiting.shift()?.();

/**
 * Goes on after the messages that are already waiting, such as an interruption. A timer would wait 4 ms each time, and
 * `scheduler.yield` would come back before the messages.
 */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port1.postMessage(null);
  });
}
