import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

/** Written in by the build: what the page of devices is made of. */
declare const FILES: readonly string[];

type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void };
type Worker = typeof globalThis & { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> } };

const worker = globalThis as Worker;
const PAGES = 'qantara-pages-1';
const PAGE = /^\/(?:ar|fr|en)\/work\/offline$/;
const ALL_PAGES = ['ar', 'fr', 'en'].map((locale) => `/${locale}/work/offline`);

/** The page as anyone gets it: without a session there is nobody's name in what is kept. */
function asAnyone(path: string): Promise<Response> {
  return fetch(path, { credentials: 'omit', cache: 'no-store' });
}

/** Keeps a page, and what it names besides the files that the build knows. */
async function keepPage(path: string): Promise<Response> {
  const answer = await asAnyone(path);
  if (!answer.ok || answer.redirected) return answer;
  const html = await answer.clone().text();
  const named = [...new Set([...html.matchAll(/\/assets\/[\w.-]+\.(?:js|css|woff2|svg)/g)].map(([url]) => url))];
  const assets = await caches.open('qantara-assets');
  const missing = await Promise.all(named.map(async (url) => ((await caches.match(url)) === undefined ? [url] : [])));
  await assets.addAll(missing.flat());
  await (await caches.open(PAGES)).put(path, answer.clone());
  return answer;
}

async function pageOf(path: string): Promise<Response> {
  try {
    const answer = await keepPage(path);
    if (answer.ok) return answer;
  } catch {
    // No network, or no server behind it: then what is kept.
  }
  return (await caches.match(path, { cacheName: PAGES })) ?? Response.error();
}

precacheAndRoute(FILES.map((url) => ({ url, revision: null })));
cleanupOutdatedCaches();
registerRoute(
  ({ url }) => url.origin === location.origin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: 'qantara-assets' }),
);
registerRoute(
  ({ url, request }) => request.mode === 'navigate' && PAGE.test(url.pathname),
  ({ url }) => pageOf(url.pathname),
);
worker.addEventListener('install', (event) => {
  (event as Extendable).waitUntil(Promise.all(ALL_PAGES.map(keepPage)).then(() => worker.skipWaiting()));
});
worker.addEventListener('activate', (event) => (event as Extendable).waitUntil(worker.clients.claim()));
