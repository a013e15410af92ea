import { isReachable } from './add-connect-origin.ts';
import { allowHost } from './allow-host.ts';
import { readConnectOrigins } from './connect-origins.ts';
import { progressOf } from './engine-cards.ts';
import { cacheFileStore } from './engine/downloads/cache-file-store.ts';
import { cacheLists } from './engine/downloads/cache-lists.ts';
import { DownloadDesk } from './engine/downloads/download-desk.ts';
import { fetchPackageList, wantedWheel, wheelsOf } from './lab/packages/package-list.ts';
import { importsOf, keptPackages, packagesAtHand } from './lab/packages/packages-at-hand.ts';
import { connectPython } from './python/python-client.ts';
import type { PackagesDoor, PackagesView } from './view/lab/packages-door.ts';
import { labStrings } from './view/lab/strings.ts';

/** All packages that were asked for are one download. */
const deskId = 'python-packages';

/** Joins what the Lab's page does about Python packages: the list, the consent, the download. Null without the list. */
export async function wirePackages(): Promise<PackagesDoor | null> {
  if (!('caches' in globalThis)) return null;
  const fetched = await fetchPackageList();
  if (!fetched.ok) return null;
  const list = fetched.value;
  const { origin, host } = new URL(list.base);
  const store = cacheFileStore();
  const lists = cacheLists();
  const listeners = new Set<(view: PackagesView) => void>();
  let kept: readonly string[] = [];
  let asked: readonly string[] = [];
  let isPending = false;
  let isTried = false;
  let trialProblem: string | null = null;

  const desk = new DownloadDesk({
    store,
    lists,
    fetch: (url, init) => fetch(url, init),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => performance.now(),
    onChange: () => {
      tell();
    },
  });
  const view = (): PackagesView => {
    const download = desk.state(deskId);
    return {
      offered: wheelsOf(list, list.offered)
        .filter(({ name }) => list.offered.includes(name))
        .map(({ name, version, licence }) => ({
          name,
          version,
          licence,
          brings: wheelsOf(list, [name]).flatMap((wheel) => (wheel.name === name ? [] : [wheel.name])),
          isKept: kept.includes(name),
          isAsked: asked.includes(name),
        })),
      host,
      pyodide: list.pyodide,
      reach: isReachable(origin) ? 'open' : isPending ? 'after-reload' : 'closed',
      here: download.here,
      doing: isTried ? 'checking' : download.doing,
      totalBytes: download.totalBytes,
      storedBytes: download.storedBytes,
      progress: isTried ? whole(download.storedBytes) : progressOf(download),
      problem:
        download.problem === null
          ? trialProblem
          : labStrings.packageTrouble(download.problem.code, download.problem.message),
    };
  };
  const tell = () => {
    const now = view();
    for (const listener of listeners) listener(now);
  };
  /** Starts Python with them once: what does not unpack is known at once, and Python's own files are kept for offline use. */
  const tryOut = async () => {
    isTried = true;
    trialProblem = null;
    tell();
    const given = await packagesAtHand(list, store);
    const python = connectPython({ readWheels: given?.readWheels });
    const ready = await python.start();
    python.close();
    isTried = false;
    trialProblem = ready.ok ? null : ready.message;
  };
  const addressOf = new Map(list.wheels.map((wheel) => [wheel.name, wantedWheel(list, wheel).url]));
  const refresh = async () => {
    const wanted = new Set((await lists.read(deskId))?.files.map(({ url }) => url));
    asked = list.offered.filter((name) => wanted.has(addressOf.get(name) ?? ''));
    kept = await keptPackages(list, store);
    isPending = (await readConnectOrigins(document.baseURI).catch((): string[] => [])).includes(origin);
    tell();
  };

  // Wheels belong to one version of Python: those of an earlier one are of no use any more.
  const known = new Set(addressOf.values());
  const before = await lists.read(deskId);
  if (before?.files.some(({ url }) => !known.has(url)) === true) await desk.remove(deskId);
  await desk.look(deskId);
  await refresh();
  return {
    view,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    allow: async () => {
      const allowed = await allowHost(origin);
      await refresh();
      return allowed;
    },
    ask: async (names) => {
      // What has come already stays part of the list, so that it can be deleted.
      const wheels = wheelsOf(list, [...new Set([...kept, ...names])]);
      await desk.ask(
        deskId,
        wheels.map((wheel) => wantedWheel(list, wheel)),
      );
      await refresh();
    },
    download: async () => {
      const came = await desk.start(deskId);
      if (came.ok) await tryOut();
      await refresh();
    },
    pause: () => desk.pause(deskId),
    remove: async () => {
      trialProblem = null;
      await desk.remove(deskId);
      await refresh();
    },
    reload: () => {
      location.reload();
    },
    imports: importsOf(list, list.offered),
    atHand: () => packagesAtHand(list, store),
  };
}

function whole(bytes: number): PackagesView['progress'] {
  return { phase: 'checking', loadedBytes: bytes, totalBytes: bytes, bytesPerSecond: null, secondsLeft: null };
}
