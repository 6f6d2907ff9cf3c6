import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { exactly, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();
let partner: Server;
let site = '';
/** The page of the partner's own site. */
let html = '';

before(async () => {
  partner = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="fr"><title>Partner</title><h1>Partner</h1>${html}</html>`);
  });
  await new Promise<void>((done) => void partner.listen(0, 'localhost', done));
  site = `http://localhost:${(partner.address() as AddressInfo).port}`;
});
after(() => partner.close());

async function allow(locale: (typeof JOURNEY_LOCALES)[number], formCode: string): Promise<string> {
  const planner = await region.colleague('planner@sabil.example', locale);
  await planner.open(`/forms/${formCode}/embeds`);
  await lookAt(planner);
  await planner.page.locator('[name=organisationId]').selectOption({ index: 2 });
  await planner.page.locator('[name=origins]').fill(site);
  await planner.press('embeds.make.go');
  const snippet = await planner.page.locator('pre').nth(['ar', 'fr', 'en'].indexOf(locale)).textContent();
  await planner.page.locator('details').first().locator('summary').click();
  await lookAt(planner);
  await planner.leave();
  // A server that was given no port of its own does not know its address.
  return (snippet ?? '').replaceAll('http://localhost:0', region.address());
}

async function toldTo(page: Page): Promise<unknown[]> {
  return page.evaluate(() => (globalThis as unknown as { told: unknown[] }).told);
}

async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    addEventListener('message', ({ data }) => told.push(data));
  });
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const press = async (frame: FrameLocator, words: string) =>
      frame
        .getByRole('button', { name: exactly(words) })
        .first()
        .click();

    test('help is asked in a partner’s site, from another origin, without a cookie, and the host learns a height and that it is done', async () => {
      html = await allow(locale, 'regional-screening');
      const visitor = await region.visitor({ locale });
      await listen(visitor.page);
      const requests: string[] = [];
      visitor.page.on('request', (request) => requests.push(request.headers()['cookie'] ?? ''));
      await visitor.page.goto(site);
      const frame = visitor.page.frameLocator('iframe');
      await frame.locator('[name="needs[]"]').first().check();
      await press(frame, visitor.t('screening.ask.next'));
      await frame.locator('[name="wants[]"]').first().check();
      await press(frame, visitor.t('screening.ask.next'));
      await frame.locator('[name=safeContact][value=no_contact]').check();
      await press(frame, visitor.t('screening.ask.send'));
      await frame.locator('[data-embed-done]').waitFor();
      const code = (await frame.locator('main').innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? '';
      assert.ok(code !== '');
      assert.deepEqual(new Set(requests), new Set(['']));
      await visitor.page.waitForFunction(() =>
        (globalThis as unknown as { told: { qantara: string }[] }).told.some(({ qantara }) => qantara === 'done'),
      );
      const told = await toldTo(visitor.page);
      for (const said of told)
        assert.ok(Object.keys(said as object).every((key) => ['qantara', 'height'].includes(key)));
      assert.equal(JSON.stringify(told).includes(code), false);
      const height = await visitor.page.locator('iframe').evaluate((one) => one.getBoundingClientRect().height);
      assert.ok(height >= 200);
      await visitor.leave();

      const salma = await region.colleague('salma@sabil.example', locale);
      await salma.open('/work/requests');
      const through = salma.t('screening.requests.through', { name: 'x' }).replace('x', '').trim();
      assert.ok((await salma.content()).includes(through));
      await salma.leave();
    });

    test('without script the page stands on its own, in whose language it is asked; no other site can frame it', async () => {
      const snippet = await allow(locale, 'regional-screening');
      const address = /href="([^"]+)"/.exec(snippet)?.[1] ?? '';
      const visitor = await region.visitor({ locale, script: false });
      const answer = await visitor.page.goto(address);
      const policy = answer?.headers()['content-security-policy'] ?? '';
      assert.ok(policy.includes(`frame-ancestors ${site}`), policy);
      assert.equal(answer?.headers()['x-frame-options'], undefined);
      assert.equal(answer?.headers()['x-framed-by'], undefined);
      await lookAt(visitor);
      await visitor.page.locator('[name="needs[]"]').first().check();
      await visitor.press('screening.ask.next');
      await lookAt(visitor);
      const other = await visitor.page.goto(`${region.address()}/${locale}/ask`);
      assert.ok((other?.headers()['content-security-policy'] ?? '').includes("frame-ancestors 'none'"));
      assert.equal(other?.headers()['x-frame-options'], 'DENY');
      await visitor.leave();
    });
  });
