import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { directionOf } from '@qantara/kernel';
import type { Page } from 'playwright-core';
import type { Visitor } from './visitor.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// axe takes joined Arabic letters for an icon and passes over their contrast, unless each letter has its own width.
const WIDE_LETTERS = `CanvasRenderingContext2D.prototype.measureText = (text) => ({ width: 10 * [...text].length });`;

/** Read in the page: what looks like the name of a message rather than a message. */
function readKeys(): string[] {
  const key = /^[a-z_]+\.[a-z_.]+$/;
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() !== null) {
    const { parentElement, textContent } = walker.currentNode;
    // Names of files and addresses stand in bdi.
    if (parentElement?.closest('bdi, code, script, style') === null) found.push((textContent ?? '').trim());
  }
  for (const name of ['aria-label', 'alt', 'placeholder', 'title'])
    for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name) ?? '');
  return found.filter((text) => key.test(text));
}

/** Read in the page: what makes it wider than the telephone. */
function readTooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.left < -1 || box.right > clientWidth + 1);
  });
  return wide.slice(0, 5).map((element) => `${element.tagName}.${element.className}`);
}

function readFrame() {
  const { lang, dir } = document.documentElement;
  return { lang, dir, hasTitle: document.title.trim() !== '', headings: document.querySelectorAll('h1').length };
}

// The way out stays at the edge of the window while one scrolls: what lies under it now is free a finger's width later.
function freeFromWayOut(): void {
  for (const element of document.querySelectorAll<HTMLElement>('.safe-exit')) element.style.position = 'static';
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(freeFromWayOut);
  await page.evaluate(`${WIDE_LETTERS}\n${AXE}`);
  const faults = await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(RULES)} }, resultTypes: ['violations'] })
      .then(({ violations }) => violations.map(({ id, nodes }) =>
        id + ': ' + nodes.slice(0, 4).map(({ target, failureSummary }) => target.join(' ') + ' ' + failureSummary).join(' | ')))`,
  );
  return faults as string[];
}

type Hideable = { location?: { address: string; isConfidential: boolean }; address?: string; isConfidential?: boolean };

function hiddenIn(file: string): string[] {
  const path = new URL(`../../db/seeds/sample/${file}`, import.meta.url);
  const seeds = JSON.parse(readFileSync(path, 'utf8')) as Hideable[];
  return seeds.flatMap(({ location, address, isConfidential }) => {
    const place = location ?? { address, isConfidential };
    return place.isConfidential === true && place.address !== undefined ? [place.address] : [];
  });
}

/** The addresses of the sample's confidential places: on no page, for nobody. */
const HIDDEN = ['services.json', 'institutions.json'].flatMap(hiddenIn);

// Without script axe cannot run: the same answer is shown once more, in a page that has it.
async function withScript(visitor: Visitor, work: (page: Page) => Promise<void>): Promise<void> {
  if (visitor.hasScript) return work(visitor.page);
  const browser = visitor.context.browser();
  if (browser === null) throw new Error('the browser is closed');
  const context = await browser.newContext({ viewport: visitor.page.viewportSize() });
  const [url, body] = [visitor.page.url(), await visitor.page.content()];
  const page = await context.newPage();
  await page.route(url.replace(/#.*$/, ''), (route) =>
    route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto(url);
  await work(page);
  await context.close();
}

/**
 * Looks at the page that a visitor has before them: accessible by WCAG 2.2 AA as far as axe can tell, in the right
 * language and direction, wholly translated, no wider than the telephone, with one heading and a title.
 */
export async function lookAt(visitor: Visitor): Promise<void> {
  const at = visitor.where();
  await withScript(visitor, async (page) => {
    await page.evaluate(() => document.fonts.ready.then(() => null));
    const { locale } = visitor;
    const frame = { lang: locale, dir: directionOf(locale), hasTitle: true, headings: 1 };
    assert.deepEqual(await page.evaluate(readFrame), frame, `${at}: language, direction, title and heading`);
    assert.deepEqual(await page.evaluate(readKeys), [], `${at}: words that no catalogue holds`);
    const told = await page.content();
    assert.deepEqual(
      HIDDEN.filter((address) => told.includes(address)),
      [],
      `${at}: where a confidential place is`,
    );
    assert.deepEqual(await page.evaluate(readTooWide), [], `${at}: wider than a telephone`);
    assert.deepEqual(await faultsOf(page), [], `${at}: as axe sees it`);
  });
}
