import { LabSession, type LabFile, type LabJob } from '../lab/lab-session.ts';
import type { Outcome } from '../core/outcome.ts';
import type { LabEvent } from '../lab/lab-event.ts';

/** What crosses to a command: bytes as base64, since its line carries JSON. */
export type LabOrder = Omit<LabJob, 'data' | 'predict'> & {
  data: { name: string; base64: string };
  predict: { name: string; base64: string } | null;
};
export type LabFileOut = { name: string; base64: string };

/** The Lab of the built app, driven by a command. `onEvent` is a function of the page that the command listens to. */
export async function runLabOrder(
  order: LabOrder,
  onEvent: (event: LabEvent) => void,
): Promise<Outcome<LabFileOut[], string>> {
  const session = new LabSession();
  const bytesOf = ({ name, base64 }: { name: string; base64: string }) => ({
    name,
    bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
  });
  const predict = order.predict === null ? null : bytesOf(order.predict);
  const outcome = await session.run({ data: bytesOf(order.data), predict, request: order.request }, onEvent);
  session.close();
  return outcome.ok ? { ok: true, value: outcome.value.files.map(fileOut) } : outcome;
}

function fileOut({ name, content }: LabFile): LabFileOut {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  let letters = '';
  for (let at = 0; at < bytes.length; at += 32_768) letters += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return { name, base64: btoa(letters) };
}
