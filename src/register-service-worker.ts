/** What the registration needs of the screen. */
export type ScreenDoor = {
  /** True while a reload would lose something. */
  isBusyOrTyping(): boolean;
  offerUpdate(apply: () => void): void;
};

const reloadedMark = 'errand-reloaded-for-isolation';
const updateCheckIntervalMs = 60 * 60 * 1000;

/**
 * Registers the service worker of a build. On a first visit to a host that cannot set headers the page reloads once,
 * as soon as the worker controls it, to become cross-origin isolated (threads for the model need that).
 */
export function registerServiceWorker(screen: ScreenDoor): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  register(navigator.serviceWorker, screen).catch((error: unknown) => {
    // Without it the page works all the same, with one thread and not offline.
    console.warn('The service worker could not be registered.', error);
  });
}

async function register(container: ServiceWorkerContainer, screen: ScreenDoor): Promise<void> {
  const wasControlled = container.controller !== null;
  let hasAcceptedUpdate = false;
  container.addEventListener('controllerchange', () => {
    if (hasAcceptedUpdate) location.reload();
    else if (!wasControlled) reloadForIsolation(screen);
  });
  // Next to the page, whatever folder that is in.
  const url = new URL('./service-worker.js', document.baseURI);
  const registration = await container.register(url, { scope: './', updateViaCache: 'none' });

  const offer = (waiting: ServiceWorker) => {
    screen.offerUpdate(() => {
      hasAcceptedUpdate = true;
      waiting.postMessage('take-over');
    });
  };
  if (registration.waiting !== null && wasControlled) offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && registration.active !== null) offer(worker);
    });
  });
  setInterval(() => {
    void registration.update().catch(() => undefined);
  }, updateCheckIntervalMs);

  const ready = await container.ready;
  keepEverything(ready.active);
}

function reloadForIsolation(screen: ScreenDoor): void {
  if (globalThis.crossOriginIsolated || screen.isBusyOrTyping()) return;
  try {
    // Once a tab: where the browser does not isolate even so, reloading again would go on for ever.
    if (sessionStorage.getItem(reloadedMark) !== null) return;
    sessionStorage.setItem(reloadedMark, 'true');
  } catch {
    return;
  }
  location.reload();
}

/** Has the large files kept too; `data-offline` on the root says when the page needs the network no more. */
function keepEverything(worker: ServiceWorker | null): void {
  if (worker === null) return;
  const channel = new MessageChannel();
  channel.port1.onmessage = ({ data }: MessageEvent<boolean>) => {
    if (data) document.documentElement.dataset['offline'] = 'ready';
  };
  worker.postMessage('keep-everything', [channel.port2]);
}
