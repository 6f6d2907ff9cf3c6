import type { Browser } from 'playwright-core';
import { makeEmbed } from '../e2e/stage/ask-as.ts';
import { openBrowser } from '../e2e/stage/open-browser.ts';
import { signIn } from '../e2e/stage/sign-in.ts';
import { visitorOf } from '../e2e/stage/visitor.ts';

export type Weight = { page: string; kilobytes: number };

/** What one page costs a browser that has never been here, headers included: its own bytes and all that it asks for. */
async function weighOne(browser: Browser, origin: string, page: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const tab = await context.newPage();
  const network = await context.newCDPSession(tab);
  let bytes = 0;
  await network.send('Network.enable');
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await tab.goto(origin + page, { waitUntil: 'networkidle' });
  await context.close();
  return { page, kilobytes: Math.round(bytes / 102.4) / 10 };
}

/** Weighs pages as a telephone gets them the first time. */
export async function weigh(origin: string, pages: string[]): Promise<Weight[]> {
  const browser = await openBrowser();
  const weights: Weight[] = [];
  for (const page of pages) weights.push(await weighOne(browser, origin, page));
  await browser.close();
  return weights;
}

/** The page of a partner's site in which people ask for help; a planner makes it first. */
export async function openEmbed(origin: string): Promise<string> {
  const browser = await openBrowser();
  const planner = await visitorOf(browser, origin, { locale: 'fr' });
  await signIn(planner, 'planner@sabil.example');
  const path = await makeEmbed(planner);
  await browser.close();
  return path;
}
