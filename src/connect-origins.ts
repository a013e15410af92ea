/**
 * Where else the page may connect to. The policy allows its own origin only; an origin that the person adds by hand (a
 * sync server, a folder of model files) is kept here, and the service worker writes it into the policy of the page that
 * it serves next. So nothing is reachable that the person did not name, and a change takes a reload.
 */
export const connectOriginsCacheName = 'errand-connect-origins';
export const connectOriginsFile = './connect-origins.json';

export type ConnectOriginProblem = 'not-an-address' | 'not-secure' | 'no-worker';

/** The address's origin as the policy writes it, or why it cannot stand there. */
export function originOf(address: string): string | Exclude<ConnectOriginProblem, 'no-worker'> {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return 'not-an-address';
  }
  const origin = `${url.protocol}//${url.host}`;
  // Nothing that could end the directive or name more than one host.
  if (!/^(?:https?|wss?):\/\/[a-z0-9.:[\]-]+$/u.test(origin)) return 'not-an-address';
  const isSecure = url.protocol === 'https:' || url.protocol === 'wss:';
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return isSecure || isHere ? origin : 'not-secure';
}

/** The page's HTML with the origins in its policy. */
export function allowOrigins(html: string, origins: readonly string[]): string {
  return html.replace("connect-src 'self'", ["connect-src 'self'", ...origins].join(' '));
}

export async function readConnectOrigins(base: string): Promise<readonly string[]> {
  if (!('caches' in globalThis)) return [];
  const cache = await caches.open(connectOriginsCacheName);
  const kept = await cache.match(new URL(connectOriginsFile, base));
  const origins: unknown = kept === undefined ? [] : await kept.json();
  return Array.isArray(origins)
    ? origins.filter((origin) => typeof origin === 'string' && originOf(origin) === origin)
    : [];
}
