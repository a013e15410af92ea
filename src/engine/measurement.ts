import * as v from 'valibot';

/** The two engines that carry the app's own agent, and come with it. */
export const embeddedEngines = { processor: 'errand-agent', graphics: 'errand-agent-webllm' } as const;

/** Takes whichever embedded engine the measurement found faster; the processor's until there is one. */
export const automaticChoice = 'auto';

/** A turn of each embedded engine on this machine. Null where it could not run, or answered something else. */
const measurementSchema = v.object({
  /** When, as an ISO date and time. */
  at: v.string(),
  /** The files that were measured: another version is another measurement. */
  version: v.string(),
  processorMs: v.nullable(v.pipe(v.number(), v.minValue(0))),
  graphicsMs: v.nullable(v.pipe(v.number(), v.minValue(0))),
  /** Why the graphics card was left out, in words; null where it ran. */
  reason: v.nullable(v.string()),
});
export type EngineMeasurement = v.InferOutput<typeof measurementSchema>;

/** What was kept, or null where that is nothing, or of another version of the models. */
export function readMeasurement(kept: unknown, version: string): EngineMeasurement | null {
  const parsed = v.safeParse(measurementSchema, kept);
  return parsed.success && parsed.output.version === version ? parsed.output : null;
}

/** A graphics card has to be clearly faster: it costs memory, and its first load is a download. */
const worthwhile = 0.8;

export function fasterEngine(measured: EngineMeasurement | null): string {
  if (measured?.graphicsMs == null || measured.processorMs === null) return embeddedEngines.processor;
  return measured.graphicsMs < measured.processorMs * worthwhile ? embeddedEngines.graphics : embeddedEngines.processor;
}

/** Why the two are not measured by themselves on this machine; null where nothing speaks against it. */
export type NoMeasurement = 'no-adapter' | 'software' | 'offline' | 'saves-data' | 'no-locks';

/** The graphics card's engine has files of its own, which nobody who is short of data or offline should be made to fetch. */
export function whyNotByItself(machine: {
  adapter: { isSoftware: boolean } | null;
  isOnline: boolean;
  savesData: boolean;
  hasLocks: boolean;
}): NoMeasurement | null {
  if (machine.adapter === null) return 'no-adapter';
  if (machine.adapter.isSoftware) return 'software';
  if (!machine.hasLocks) return 'no-locks';
  if (!machine.isOnline) return 'offline';
  return machine.savesData ? 'saves-data' : null;
}
