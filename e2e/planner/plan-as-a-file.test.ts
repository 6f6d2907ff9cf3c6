import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Plan, PlanDocument, PlanFile } from '@qantara/plan/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** The plan as everyone takes it from the foot of its page. */
async function takeAlong(visitor: Visitor): Promise<PlanDocument> {
  const { planId } = await region.ask<Plan>('/public/plan');
  const { content } = await region.ask<PlanFile>(`/public/plan/file?planId=${planId}&format=json`);
  const link = visitor.page.locator(`a[href$="/plans/${planId}/files/json"]`);
  await visitor.open('/plan');
  assert.equal(await link.count(), 1);
  const coming = visitor.page.waitForEvent('download');
  await link.click();
  const path = await (await coming).path();
  assert.ok(path.length > 0 && content.length > 0);
  return JSON.parse(Buffer.from(content, 'base64').toString('utf8')) as PlanDocument;
}

async function bringIn(planner: Visitor, document: unknown): Promise<void> {
  await planner.open('/plan/write');
  await planner.follow(planner.t('plan.import.title'));
  await lookAt(planner);
  const buffer = Buffer.from(JSON.stringify(document));
  await planner.field('plan.field.files').setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer });
  await planner.press('plan.import.read');
  assert.match(planner.where(), /\/plan\/write\/imports\//);
  await lookAt(planner);
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a planner without script takes a plan out, changes it, and brings it in as its next version', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      const document = await takeAlong(planner);
      document.plan.startsOn = '2090-01-01';
      document.plan.endsOn = '2094-01-01';
      const [node] = document.nodes;
      assert.ok(node !== undefined);
      node.title = { [locale]: locale === 'ar' ? 'عنوان جديد' : 'Un titre nouveau' };
      await bringIn(planner, document);
      await planner.page.locator('[name="choices.0.value"]').selectOption({ index: 2 });
      await planner.press('plan.import.write');
      assert.match(planner.where(), /\/plan\/write\/[0-9a-f-]{36}$/);
      assert.ok((await planner.content()).includes(node.title[locale] ?? '—'));
      await lookAt(planner);
      await planner.leave();
    });

    test('faults are told by line and field; what was chosen is kept while something is open', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      const document = await takeAlong(planner);
      await bringIn(planner, { ...document, nodes: [{ ...document.nodes[0], startsOn: '31/12/2028' }] });
      await planner.reads('plan.file_fault.not_a_day');
      const open = structuredClone(document);
      open.plan.area.code = 'elsewhere';
      for (const { lead } of open.nodes)
        if (lead !== null) Object.assign(lead, { organisationId: null, name: { fr: 'Personne' } });
      await bringIn(planner, open);
      const lead = planner.page.locator('[name="choices.3.value"]');
      await lead.selectOption({ index: 3 });
      const chosen = await lead.inputValue();
      await planner.press('plan.import.write');
      await planner.reads('refusal.plan_import_open');
      assert.equal(await lead.inputValue(), chosen);
      await lookAt(planner);
      await planner.press('plan.import.keep');
      assert.equal(await lead.inputValue(), chosen);
      await planner.press('plan.import.discard');
      await planner.reads('plan.import.is_discarded');
      await planner.leave();
    });
  });
