import { isReachable } from './add-connect-origin.ts';
import { allowHost } from './allow-host.ts';
import { originOf, readConnectOrigins } from './connect-origins.ts';
import { failure, success, type Outcome } from './core/outcome.ts';
import { compareEngines } from './compare-engines.ts';
import { cardOf, hostsOf } from './engine-cards.ts';
import {
  embeddedVersion,
  engineKeys,
  findModel,
  readLocalServer,
  readOwnModels,
  type LocalServer,
} from './engine-settings.ts';
import { cacheFileStore } from './engine/downloads/cache-file-store.ts';
import { cacheLists } from './engine/downloads/cache-lists.ts';
import { DownloadDesk } from './engine/downloads/download-desk.ts';
import { fasterEngine, whyNotByItself } from './engine/measurement.ts';
import { listManifests, type ModelManifest } from './engine/manifests.ts';
import { readConnection } from './measure-by-itself.ts';
import { measureEmbedded } from './measure-embedded.ts';
import { addAddress, addFolder } from './own-models.ts';
import { readMachine } from './read-machine.ts';
import type { Store } from './store/repository.ts';
import type { StoreCode } from './store/store-failure.ts';
import { storedPlaces } from './stored-places.ts';
import type { EngineSwitch, EngineSwitchView } from './switch-engine.ts';
import type { Comparison, MachineReport, ModelsDoor, ModelsView } from './view/models/models-door.ts';
import { modelStrings } from './view/models/strings.ts';
import { noConversation } from './protocol/engine.ts';

export type ModelsParts = {
  store: Store | null;
  engines: EngineSwitch;
  follow: (listener: (view: EngineSwitchView) => void) => void;
  keepProblem: (code: StoreCode) => void;
};

const problems = modelStrings.problems;

/** Joins what the page "Models" shows and does: the machine, the list, the downloads, the choice. */
export async function wireModels({ store, engines, follow, keepProblem }: ModelsParts): Promise<ModelsDoor> {
  const listeners = new Set<(view: ModelsView) => void>();
  let machine: MachineReport | null = null;
  let own: readonly ModelManifest[] = [];
  let server: LocalServer | null = null;
  /** Allowed, but only after a reload. */
  let pending: readonly string[] = [];
  let isMeasuring = false;
  let isComparing = false;
  let compared: readonly Comparison[] = [];
  const speeds = new Map<string, number>();

  const desk = new DownloadDesk({
    store: cacheFileStore(),
    lists: cacheLists(),
    fetch: (url, init) => fetch(url, init),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now: () => performance.now(),
    onChange: () => {
      tell();
    },
  });
  const models = () => [...listManifests().filter(({ kind }) => kind === 'agent'), ...own];
  const reachOf = (hosts: readonly string[]) => {
    const closed = hosts.filter((host) => !isReachable(host));
    if (closed.length === 0) return 'open' as const;
    return closed.every((host) => pending.includes(host)) ? ('after-reload' as const) : ('closed' as const);
  };
  const view = (): ModelsView => {
    const { choice, inUse, fallback, measurement } = engines.view();
    return {
      machine,
      cards: models().map((manifest) =>
        cardOf(manifest, {
          machine,
          download: desk.state(manifest.id),
          reach: reachOf(hostsOf(manifest)),
          isOwn: own.includes(manifest),
          isServerOn: server !== null,
          isChosen: choice === manifest.id,
          isInUse: inUse === manifest.id,
          tokensPerSecond: speeds.get(manifest.id) ?? null,
        }),
      ),
      choice,
      fallback,
      measurement,
      automatic: fasterEngine(measurement),
      notByItself: machine === null ? null : whyNotByItself({ adapter: machine.adapter, ...readConnection() }),
      isMeasuring,
      compared,
      isComparing,
      server,
      needsReload: pending.some((origin) => !isReachable(origin)),
    };
  };
  const tell = () => {
    const now = view();
    for (const listener of listeners) listener(now);
  };
  follow(tell);

  const keep = async (key: string, value: unknown) => {
    const kept = await store?.writeSetting(key, value);
    if (kept?.ok === false) keepProblem(kept.code);
  };
  const refresh = async () => {
    [own, server, pending] = await Promise.all([
      readOwnModels(store),
      readLocalServer(store),
      readConnectOrigins(document.baseURI).catch(() => []),
    ]);
    tell();
    await Promise.all(models().flatMap(({ id, source }) => (source === undefined ? [] : [desk.look(id)])));
    machine = await readMachine();
    tell();
  };
  const allowHosts = async (hosts: readonly string[]): Promise<Outcome<null, string>> => {
    for (const host of hosts) {
      const allowed = await allowHost(host);
      if (!allowed.ok) return allowed;
    }
    pending = await readConnectOrigins(document.baseURI);
    tell();
    return success(null);
  };
  const choose = async (id: string) => {
    const loaded = engines.choose(id);
    await keep(engineKeys.choice, id);
    await loaded;
    void measureSpeed().then(tell);
    tell();
  };
  /** One sentence after a load says how fast the model writes here. */
  const measureSpeed = async () => {
    const { inUse, status } = engines.view();
    if (status.phase !== 'ready' || speeds.has(inUse)) return;
    const answer = await engines.session().generate(sampleRequest(inUse), () => undefined);
    if (!answer.ok) return;
    const { tokens, timings } = answer.value;
    if (timings.totalMs > 0) speeds.set(inUse, (tokens * 1000) / timings.totalMs);
  };

  await refresh();
  return {
    view,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    refresh,
    choose,
    tryAgain: () => void engines.reload(),
    allow: async (id) => {
      const manifest = await findModel(store, id);
      return allowHosts(manifest === null ? [] : hostsOf(manifest));
    },
    ask: (id) => {
      void findModel(store, id).then((manifest) => {
        const source = manifest?.source;
        if (source !== undefined && source.kind !== 'server') void desk.ask(id, source);
      });
    },
    download: (id) => {
      // The browser is asked not to clear gigabytes by itself.
      void navigator.storage?.persist().catch(() => false);
      void desk.start(id).then(refresh);
    },
    pause: (id) => void desk.pause(id),
    remove: async (id) => {
      await desk.remove(id);
      if (engines.view().choice === id) await choose('auto');
      await refresh();
    },
    mend: (id) => void desk.mend(id),
    forget: async (id) => {
      await desk.remove(id);
      if (engines.view().choice === id) await choose('auto');
      await keep(
        engineKeys.own,
        own.filter((manifest) => manifest.id !== id),
      );
      await refresh();
    },
    measure: async () => {
      if (isMeasuring) return;
      isMeasuring = true;
      tell();
      const measurement = await measureEmbedded(embeddedVersion());
      isMeasuring = false;
      await keep(engineKeys.measurement, measurement);
      engines.measured(measurement);
      tell();
    },
    compare: async (ids, sentence) => {
      if (isComparing) return;
      isComparing = true;
      compared = [];
      tell();
      await compareEngines(
        ids,
        sentence,
        (id) => findModel(store, id),
        (result) => {
          compared = [...compared, result];
          tell();
        },
      );
      isComparing = false;
      tell();
    },
    addAddress: async (model) => {
      const added = addAddress(model, own);
      if (!added.ok) return added;
      await keep(engineKeys.own, [...own, added.value]);
      await refresh();
      return success(null);
    },
    addFolder: async (name, files) => {
      const added = await addFolder(name, files, own);
      if (!added.ok) return added;
      await keep(engineKeys.own, [...own, added.value.manifest]);
      await refresh();
      const taken = await desk.adopt(added.value.manifest.id, added.value.files);
      return taken.ok ? success(null) : taken;
    },
    useServer: async (wanted) => {
      if (wanted === null) {
        await keep(engineKeys.server, null);
        if (engines.view().choice === 'local-server') await choose('auto');
        await refresh();
        return success(null);
      }
      const origin = originOf(wanted.address);
      if (!/^http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?$/u.test(origin))
        return failure('not-local', problems.notLocal);
      const allowed = await allowHosts([origin]);
      if (!allowed.ok) return allowed;
      await keep(engineKeys.server, wanted);
      await refresh();
      return success(null);
    },
    storedPlaces: () => storedPlaces(),
    reload: () => {
      location.reload();
    },
  };
}

function sampleRequest(modelId: string) {
  return { runId: `speed-${modelId}`, modelId, text: modelStrings.sampleSentence, state: noConversation };
}
