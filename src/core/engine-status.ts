/** Where the default engine stands, as the screen shows it. */
export type EngineStatus =
  | { phase: 'loading'; loadedBytes: number; totalBytes: number }
  | {
      phase: 'ready';
      modelId: string;
      device: 'wasm' | 'webgpu' | 'browser' | 'server';
      threads: number;
      loadMs: number;
    }
  | { phase: 'failed'; code: string; message: string };

/** Where the guard stands: without it whatever writes asks first, so a person may want to know. */
export type GuardStatus =
  { phase: 'loading' } | { phase: 'ready'; loadMs: number } | { phase: 'failed'; message: string };
