import {
  connectOriginsCacheName,
  connectOriginsFile,
  originOf,
  readConnectOrigins,
  type ConnectOriginProblem,
} from './connect-origins.ts';

/** Adds the address's origin; the page reaches it after a reload. */
export async function addConnectOrigin(
  address: string,
): Promise<{ ok: true; origin: string; needsReload: boolean } | { ok: false; problem: ConnectOriginProblem }> {
  const origin = originOf(address);
  if (origin === 'not-an-address' || origin === 'not-secure') return { ok: false, problem: origin };
  if (isReachable(origin)) return { ok: true, origin, needsReload: false };
  if (navigator.serviceWorker?.controller == null) return { ok: false, problem: 'no-worker' };
  await writeConnectOrigins([...new Set([...(await readConnectOrigins(document.baseURI)), origin])]);
  return { ok: true, origin, needsReload: true };
}

/** The page stops reaching it after a reload. */
export async function removeConnectOrigin(origin: string): Promise<void> {
  await writeConnectOrigins((await readConnectOrigins(document.baseURI)).filter((kept) => kept !== origin));
}

/** Whether the policy that this page was served with lets it connect there. A page in development has none. */
export function isReachable(origin: string): boolean {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
  return policy == null || /connect-src ([^;]*)/u.exec(policy)?.[1]?.split(' ').includes(origin) === true;
}

async function writeConnectOrigins(origins: readonly string[]): Promise<void> {
  const cache = await caches.open(connectOriginsCacheName);
  await cache.put(new URL(connectOriginsFile, document.baseURI), Response.json(origins));
}
