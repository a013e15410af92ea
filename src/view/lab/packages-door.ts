import type { Outcome } from '../../core/outcome.ts';
import type { PackagesAtHand } from '../../lab/packages/packages-at-hand.ts';
import type { EngineCard, ProgressView } from '../models/models-door.ts';

export type OfferedPackage = {
  name: string;
  version: string;
  licence: string;
  /** What comes with it. */
  brings: readonly string[];
  isKept: boolean;
  /** Its size has been asked for, so it is part of the download. */
  isAsked: boolean;
};

export type PackagesView = {
  offered: readonly OfferedPackage[];
  host: string;
  /** The version of Pyodide whose distribution it is. */
  pyodide: string;
  reach: EngineCard['reach'];
  here: EngineCard['here'];
  doing: EngineCard['doing'];
  /** Null until the size has been asked for. */
  totalBytes: number | null;
  storedBytes: number;
  progress: ProgressView | null;
  problem: string | null;
};

/** What the Lab's page may do about Python packages: nothing is asked of any host before `ask`. */
export interface PackagesDoor {
  view(): PackagesView;
  subscribe(onChange: (view: PackagesView) => void): () => void;
  /** Lets the page connect to the host, from the next load on. */
  allow(): Promise<Outcome<null, string>>;
  /** Asks the host how large these packages, and what they need, are. */
  ask(names: readonly string[]): Promise<void>;
  download(): Promise<void>;
  /** What has come is kept. */
  pause(): Promise<void>;
  /** Deletes everything that has come. */
  remove(): Promise<void>;
  reload(): void;
  /** From the name that code imports to the offered package of it, kept or not. */
  readonly imports: PackagesAtHand['imports'];
  /** What a run may be given; null where nothing is kept. */
  atHand(): Promise<PackagesAtHand | null>;
}
