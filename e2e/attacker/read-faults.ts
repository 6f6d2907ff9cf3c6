import type { Page } from 'playwright-core';

/** Runs in every page before it does: what the browser refused to run is written down. */
export const WATCH = `window.__refused = [];
document.addEventListener('securitypolicyviolation', (event) => window.__refused.push(event.violatedDirective + ' ' + event.sourceFile + ' ' + event.sample));`;

/** Read in the page: what ran, or was refused to run. */
function readRan(): string[] {
  const told = window as unknown as { __ran?: unknown; __refused?: string[] };
  const refused = (told.__refused ?? []).map((one) => `the browser refused: ${one}`);
  const alive = document.querySelector('img[src="x"], img[src="/x"], svg[onload], iframe, object, embed') !== null;
  return [
    ...refused,
    ...(told.__ran === undefined ? [] : ['a script ran']),
    ...(alive ? ['an element of the attacker is there'] : []),
  ];
}

/** Read in the page: attributes in which something of the attacker's would be alive. */
function readAttributes(marker: string): string[] {
  const texts = /^(?:value|aria-label|alt|title|placeholder|content|aria-description|data-.*)$/;
  const all = [...document.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].map(({ name, value }) => ({ tag: element.tagName, name, value })),
  );
  const isAlive = ({ name, value }: { name: string; value: string }): boolean =>
    /^on/i.test(name) ||
    (name === 'id' && value.includes(marker)) ||
    (!texts.test(name) && /^\s*(?:javascript|vbscript|data:text)/i.test(value));
  return all.filter(isAlive).map(({ tag, name, value }) => `${tag} ${name} is ${value.slice(0, 40)}`);
}

/** Read in the page: where the attacker's text turns the direction of what stands around it, and how often it is shown. */
function readTurned(marker: string): { shows: number; turned: string[] } {
  const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const turns = (text: string): boolean =>
    /[\u202a-\u202e]/.test(text) || count(text, /[\u2066-\u2068]/g) !== count(text, /\u2069/g);
  const blockOf = (element: Element): Element => {
    const above = element.parentElement;
    return above === null || !getComputedStyle(element).display.startsWith('inline') ? element : blockOf(above);
  };
  const shown: { text: string; parent: Element }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const { parentElement: parent, textContent } = walker.currentNode;
    const isSeen = parent !== null && parent.closest('script, style, .vh') === null;
    if (isSeen && textContent?.includes(marker) === true) shown.push({ text: textContent, parent });
  }
  // What turns the direction ends with its line: alone in it, it turns itself only.
  const isAlone = ({ text, parent }: { text: string; parent: Element }): boolean =>
    parent.closest('bdi, textarea, option, [dir="auto"]') !== null ||
    blockOf(parent).textContent?.trim() === text.trim();
  const turned = shown.filter((one) => turns(one.text) && !isAlone(one));
  return {
    shows: shown.length,
    turned: turned.map(({ text, parent }) => `turned in ${parent.tagName}: ${text.slice(0, 60)}`),
  };
}

/** Whether anything of the attacker's is more than text in the page that is open. */
export async function readFaults(page: Page, marker: string): Promise<{ shows: number; faults: string[] }> {
  const { shows, turned } = await page.evaluate(readTurned, marker);
  return {
    shows,
    faults: [...(await page.evaluate(readRan)), ...(await page.evaluate(readAttributes, marker)), ...turned],
  };
}
