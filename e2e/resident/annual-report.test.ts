import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Plan } from '@qantara/plan/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';

const region = regionUnderTest();

const PAGE = /\/Type\s*\/Page(?![a-z])/gi;

describe('anyone reads the annual report of a plan, and prints it', () => {
  for (const locale of ['ar', 'fr'] as const)
    test(locale, async () => {
      const plan = await region.ask<Plan>('/public/plan');
      const tops = plan.items.filter(({ parentItemId, kind }) => parentItemId === null && kind !== 'initiative');
      const aims = plan.items.filter(({ kind, targets }) => kind === 'goal' || targets.length > 0);
      const works = plan.items.filter(({ kind }) => kind === 'initiative');
      const anyone = await region.visitor({ locale, script: false });
      await anyone.open('/plan');
      const link = anyone.page.locator(`a[href="/${locale}/plans/${plan.planId}/report"]`);
      assert.equal(await link.count(), 1, 'the published plan leads to its report');
      assert.equal(await anyone.open(`/plans/${plan.planId}/report?year=1200`), 200);
      const year = /\d{4}/.exec((await anyone.page.locator('.annual-year').textContent()) ?? '')?.[0] ?? '';
      assert.ok(year >= plan.startsOn.slice(0, 4) && year <= plan.endsOn.slice(0, 4), 'a year of the plan');
      assert.ok(tops.length > 0 && aims.length > 0 && works.length > 0, 'the sample has a plan');
      assert.equal(await anyone.page.locator('.annual-priority').count(), tops.length);
      assert.equal(await anyone.page.locator('.annual-aim').count(), aims.length);
      const targets = aims.reduce((sum, one) => sum + one.targets.length, 0);
      assert.equal(await anyone.page.locator('.annual-aim tbody tr').count(), targets);
      assert.equal(
        await anyone.page.locator('.annual-part > table:not(#leads ~ table) tbody tr').count(),
        works.length,
      );
      for (const to of await anyone.page.locator('.annual-contents a').all())
        assert.equal(
          await anyone.page.locator(`[id="${((await to.getAttribute('href')) ?? '').slice(1)}"]`).count(),
          1,
        );
      await anyone.reads('plan.annual.hidden_why');
      assert.equal(await anyone.page.locator('script[src]').count(), 0, 'no script');
      await lookAt(anyone);
      const pdf = await anyone.page.pdf({ preferCSSPageSize: true });
      const pages = pdf.toString('latin1').match(PAGE) ?? [];
      assert.ok(pages.length >= Math.max(2, tops.length), `each priority on a page of its own: ${pages.length}`);
      assert.ok(pdf.length > 20_000, `the paper is not blank: ${pdf.length}`);
      await anyone.leave();
    });
});
