import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change, Holder, LateThing, Place, PlacedWork } from '@qantara/plan/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

type Late = { plan: { planId: string }; late: LateThing[] };
type Who = { holders: Holder[]; unled: { number: string }[] };
type Changes = { items: Change[]; total: number; tops: { number: string }[] };
type Places = { places: Place[]; works: PlacedWork[] };

/** From page to page by the small menu that stands on each of them. */
async function goTo(anyone: Visitor, part: 'plan' | 'late' | 'who' | 'changes' | 'places' | 'report'): Promise<void> {
  await anyone.follow(anyone.t(`plan.site.${part}`), anyone.page.locator('.plan-site'));
}

async function readLate(anyone: Visitor): Promise<void> {
  const { plan, late } = await region.ask<Late>('/public/plan/late');
  await goTo(anyone, 'late');
  await lookAt(anyone);
  const kinds = [...new Set(late.map(({ kind }) => kind))];
  assert.ok(kinds.length >= 4, `the sample is late in several ways: ${kinds.join()}`);
  for (const kind of kinds) {
    await anyone.reads(`plan.late.${kind}`);
    await anyone.reads(`plan.late_rule.${kind}`);
  }
  assert.equal(await anyone.page.locator('main tbody tr').count(), late.length);
  const file = await anyone.page.request.get(`${anyone.address}/${anyone.locale}/plans/${plan.planId}/late.csv`);
  const lines = (await file.text()).trim().split('\r\n');
  assert.equal(lines.length, late.length + 1, 'the table to take along has what the page has');
}

async function readWho(anyone: Visitor): Promise<void> {
  const { holders, unled } = await region.ask<Who>('/public/plan/who');
  await goTo(anyone, 'who');
  await lookAt(anyone);
  const headings = await anyone.page.locator('main h2').allTextContents();
  assert.equal(headings.length, holders.length + 1);
  assert.equal(headings[0], anyone.t('plan.late.nobody_leads'), 'what nobody leads comes first');
  assert.ok(unled.length > 0 && holders.some(({ promises }) => promises.length > 0));
  await anyone.reads('plan.site.promised');
}

async function readChanges(anyone: Visitor): Promise<void> {
  const all = await region.ask<Changes>('/public/plan/changes?perPage=100');
  await goTo(anyone, 'changes');
  await lookAt(anyone);
  const entries = anyone.page.locator('main .timeline li');
  assert.equal(await entries.count(), 25, 'a page holds five and twenty');
  await anyone.follow(anyone.t('ui.page.next'));
  assert.equal(await entries.count(), Math.min(25, all.total - 25));
  const top = all.tops[1]?.number ?? '';
  const narrowed = await region.ask<Changes>(`/public/plan/changes?perPage=100&top=${top}`);
  assert.ok(narrowed.total > 0 && narrowed.total < 25);
  await anyone.choose('plan.field.top', top);
  await anyone.press('ui.filters.apply');
  assert.equal(await entries.count(), narrowed.total);
  const since = anyone.page.locator('#changes');
  for (const [part, value] of Object.entries({ day: '1', month: '1', year: '2199' }))
    await since.locator(`[name="since.${part}"]`).fill(value);
  await anyone.press('ui.filters.apply');
  await anyone.reads('plan.site.nothing_changed');
  await lookAt(anyone);
}

async function readPlaces(anyone: Visitor): Promise<void> {
  const { places, works } = await region.ask<Places>('/public/plan/places');
  await goTo(anyone, 'places');
  await lookAt(anyone);
  const without = places.filter((place) => place.works.length === 0);
  assert.ok(without.length > 0 && without.length < places.length);
  await anyone.reads('plan.site.without', { count: without.length });
  const busy = places.toSorted((one, other) => other.works.length - one.works.length)[0];
  const name = busy?.name[anyone.locale] ?? '';
  await anyone.follow(name, anyone.page.locator('.plan-towns'));
  const section = anyone.page.locator('section[aria-labelledby="place"]');
  assert.ok((await section.locator('h2').innerText()).includes(name));
  const here = works.filter(({ itemId }) => busy?.works.includes(itemId));
  const rows = await section.locator('table').first().locator('tbody tr').allTextContents();
  assert.equal(rows.length, here.length);
  for (const { title } of here) assert.ok(rows.some((row) => row.includes(title[anyone.locale] ?? '?')));
  await lookAt(anyone);
}

describe('anyone follows what became of the plan, without script', () => {
  for (const locale of JOURNEY_LOCALES)
    test(locale, async () => {
      const anyone = await region.visitor({ locale, script: false });
      await anyone.open('/plan');
      await readLate(anyone);
      await readWho(anyone);
      await readChanges(anyone);
      await readPlaces(anyone);
      await goTo(anyone, 'report');
      await lookAt(anyone);
      await goTo(anyone, 'plan');
      await lookAt(anyone);
      await anyone.leave();
    });
});

describe('beside a target stands what its years say', () => {
  for (const locale of JOURNEY_LOCALES)
    test(locale, async () => {
      const anyone = await region.visitor({ locale, script: false });
      await anyone.open('/plan/indicators/rent_burden');
      const section = anyone.page.locator('section[aria-labelledby="years"]');
      const said = (await section.locator('p').first().textContent()) ?? '';
      assert.ok(said.length > 10, 'the measure has a sentence');
      for (const path of ['/plan/nodes/3', '/plan']) {
        await anyone.open(path);
        const cards = await anyone.page.locator('.plan-target').allTextContents();
        assert.ok(
          cards.some((card) => card.includes(said)),
          `the same sentence on ${path}: ${said}`,
        );
      }
      await anyone.leave();
    });
});
