/** What the measurement needs of the page; tests bring their own. */
export type IdleParts<Result> = {
  /** False once there is nothing to find out any more. */
  isWanted: () => boolean;
  /** Something is under way that must not be slowed. */
  isBusy: () => boolean;
  /** Calls back at whatever the person does; returns what ends that. */
  onActivity: (listener: () => void) => () => void;
  wait: (ms: number) => Promise<void>;
  /** Ends early, with whatever, once the signal says so. */
  measure: (signal: AbortSignal) => Promise<Result>;
  keep: (result: Result) => Promise<void>;
};

const quietMs = 15_000;
/** Somebody who comes back each time has better use for the machine. */
const mostTries = 3;

/** Measures once nobody has done anything for a while, and gives up at the first key or touch, to begin again later. */
export async function measureWhenIdle<Result>(parts: IdleParts<Result>): Promise<void> {
  let activity = 0;
  let running: AbortController | null = null;
  const end = parts.onActivity(() => {
    activity += 1;
    running?.abort();
  });
  try {
    for (let tries = 0; tries < mostTries; tries += 1) {
      for (let seen = -1; seen !== activity || parts.isBusy();) {
        seen = activity;
        await parts.wait(quietMs);
        if (!parts.isWanted()) return;
      }
      const attempt = new AbortController();
      running = attempt;
      const result = await parts.measure(attempt.signal);
      running = null;
      if (attempt.signal.aborted) continue;
      if (parts.isWanted()) await parts.keep(result);
      return;
    }
  } finally {
    end();
  }
}
