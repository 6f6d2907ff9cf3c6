import type { Visitor } from '../stage/visitor.ts';

export type Seen = { path: string; faults: string[]; shows: number; links: string[] };

/** Runs in every page before it does: what the browser refused to run is written down. */
export const WATCH = `window.__refused = [];
document.addEventListener('securitypolicyviolation', (event) => window.__refused.push(event.violatedDirective + ' ' + event.sourceFile + ' ' + event.sample));`;

/** Read in the page: whether anything of the attacker's is more than text there. */
function readFaults(marker: string): { faults: string[]; shows: number } {
  const told = window as unknown as { __ran?: unknown; __refused?: string[] };
  const faults = (told.__refused ?? []).map((one) => `the browser refused: ${one}`);
  if (told.__ran !== undefined) faults.push('a script ran');
  for (const element of document.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      const isMeant =
        ['value', 'aria-label', 'alt', 'title', 'placeholder', 'content', 'aria-description'].includes(name) ||
        name.startsWith('data-');
      if (/^on/i.test(name)) faults.push(`${element.tagName} has ${name}`);
      if (/^\s*(?:javascript|vbscript|data:text)/i.test(value) && !isMeant)
        faults.push(`${element.tagName} ${name} is ${value.slice(0, 40)}`);
      if (name === 'id' && value.includes(marker)) faults.push(`${element.tagName} has an id of the attacker's`);
    }
  if (document.querySelector('img[src="x"], img[src="/x"], svg[onload], iframe, object, embed') !== null)
    faults.push('an element of the attacker is there');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let shows = 0;
  while (walker.nextNode() !== null) {
    const { parentElement: parent, textContent } = walker.currentNode;
    const text = textContent ?? '';
    if (!text.includes(marker) || parent === null || parent.closest('script, style, .vh') !== null) continue;
    shows += 1;
    const isTurning =
      /[\u202a-\u202e]/.test(text) ||
      (text.match(/[\u2066-\u2068]/g)?.length ?? 0) !== (text.match(/\u2069/g)?.length ?? 0);
    if (!isTurning || parent.closest('bdi, textarea, option, [dir="auto"]') !== null) continue;
    let block: Element | null = parent;
    while (block !== null && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    // What turns the direction ends with its line: alone in it, it turns itself only.
    if (block?.textContent?.trim() !== text.trim())
      faults.push(`turns what is around it in ${parent.tagName}.${parent.className}: ${text.slice(0, 60)}`);
  }
  return { faults, shows };
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const kindOf = (path: string): string =>
  path
    .replace(UUID, ':id')
    .replace(/\?.*$/, '')
    .replace(/\/[\w-]{40,}/, '/:token');

/** Opens a page and everything that it leads to, a few of each kind, and looks whether anything of the attacker's is alive. */
export async function lookEverywhere(
  visitor: Visitor,
  begin: readonly string[],
  given: { marker: string; most: number },
): Promise<Seen[]> {
  const { page, address } = visitor;
  await page.addInitScript(WATCH);
  const waiting = [...begin];
  const counts = new Map<string, number>();
  const known = new Set(waiting);
  const seen: Seen[] = [];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path);
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    if (count >= given.most) continue;
    const answer = await page.goto(`${address}${path}`).catch(() => null);
    if (answer === null || !(answer.headers()['content-type'] ?? '').includes('text/html')) continue;
    if (answer.status() >= 500) throw new Error(`${path} was answered with ${answer.status()}`);
    if (answer.status() >= 400) continue;
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    const { faults, shows } = await page.evaluate(readFaults, given.marker);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
    );
    seen.push({ path, faults, shows, links });
    for (const link of links) {
      const url = new URL(link, address);
      const next = `${url.pathname}${url.search}`;
      if (url.origin !== address || known.has(next) || !/^\/en(?:\/|$)/.test(url.pathname)) continue;
      known.add(next);
      waiting.push(next);
    }
  }
  return seen;
}
