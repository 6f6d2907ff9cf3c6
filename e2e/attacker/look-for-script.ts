import type { Visitor } from '../stage/visitor.ts';
import { readFaults, WATCH } from './read-faults.ts';

export type Seen = { path: string; faults: string[]; shows: number };

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const kindOf = (path: string): string =>
  path
    .replace(UUID, ':id')
    .replace(/\?.*$/, '')
    .replace(/\/[\w-]{40,}/, '/:token');

type Given = {
  marker: string;
  /** What the server has printed, which says why a page broke. */
  printed: () => string;
};

const faultsIn = (printed: string): string =>
  printed
    .split('\n')
    .filter((line) => line.includes('"event":"fault"'))
    .slice(-2)
    .join('\n');

export type LeavingFile = { path: string; text: string };

/** A file that a page gives out, as whoever works there gets it. */
async function fetchFile({ context, address }: Visitor, path: string): Promise<LeavingFile> {
  const answer = await context.request.get(`${address}${path}`);
  return { path, text: answer.status() < 400 ? await answer.text() : '' };
}

/** Opens one page with everything on it unfolded; nothing where it is no page, or not for this visitor. */
async function lookAtOne(visitor: Visitor, path: string, given: Given): Promise<(Seen & { links: string[] }) | null> {
  const { page, address } = visitor;
  const answer = await page.goto(`${address}${path}`).catch(() => null);
  if (answer === null || !(answer.headers()['content-type'] ?? '').includes('text/html')) return null;
  if (answer.status() >= 500)
    throw new Error(`${path} was answered with ${answer.status()}\n${faultsIn(given.printed())}`);
  if (answer.status() >= 400) return null;
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
  );
  return { path, ...(await readFaults(page, given.marker)), links };
}

function pathIn(link: string, address: string): string | null {
  const url = new URL(link, address);
  return url.origin === address && /^\/en(?:\/|$)/.test(url.pathname) ? `${url.pathname}${url.search}` : null;
}

/** Opens these pages and everything that they lead to, a few of each kind, and looks whether anything of the attacker's is alive. */
export async function lookEverywhere(
  visitor: Visitor,
  begin: readonly string[],
  given: Given & { most: number },
): Promise<{ seen: Seen[]; files: LeavingFile[] }> {
  await visitor.page.addInitScript(WATCH);
  const waiting = [...begin];
  const counts = new Map<string, number>();
  const known = new Set(waiting);
  const seen: Seen[] = [];
  const files: LeavingFile[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const count = counts.get(kindOf(path)) ?? 0;
    counts.set(kindOf(path), count + 1);
    if (count >= given.most) continue;
    if (/\.(?:csv|json|geojson)(?:\?|$)/.test(path)) {
      files.push(await fetchFile(visitor, path));
      continue;
    }
    const found = await lookAtOne(visitor, path, given);
    if (found === null) continue;
    seen.push(found);
    const next = found.links
      .map((link) => pathIn(link, visitor.address))
      .filter((one) => one !== null && !known.has(one));
    for (const one of next) known.add(one ?? '');
    waiting.push(...new Set(next.map((one) => one ?? '')));
  }
  return { seen, files };
}
