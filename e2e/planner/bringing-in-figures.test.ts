import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const SAID = {
  ar: { code: 'safe_streets_ar', name: 'من يأمنون في الشارع ليلًا', what: 'من أجابوا بنعم', source: 'استبيان' },
  fr: { code: 'safe_streets_fr', name: 'Se sentir en sécurité la nuit', what: 'Qui répondent oui', source: 'Enquête' },
} as const;

async function write(visitor: Visitor, name: string, text: string): Promise<void> {
  await visitor.page.locator(`[name="${name}.${visitor.locale}"]`).fill(text);
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const said = SAID[locale as keyof typeof SAID];

    test('a planner adds a measure and brings a file of it; a colleague agrees, and the public reads it, without script', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/work/indicators');
      await lookAt(planner);
      await planner.follow(planner.t('indicators.kept.add'));
      await planner.press('indicators.kept.add');
      await planner.reads('ui.form.not_sent');
      await lookAt(planner);
      await planner.type('indicators.field.code', said.code);
      await planner.mark(planner.t('indicators.kind.population'));
      await planner.mark(planner.t('indicators.unit.ratio'));
      await write(planner, 'name', said.name);
      await write(planner, 'definition', said.what);
      await write(planner, 'source', said.source);
      await planner.press('indicators.kept.add');
      assert.equal(await planner.heading(), said.name);

      await planner.open('/work/indicators/imports');
      const table = `indicator,area,period,numerator,denominator\n${said.code},SABIL,2025,620,1000\n${said.code},NOWHERE,2025,1,2\n`;
      await planner.page
        .locator('[name=content]')
        .setInputFiles({ name: 'survey.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
      await planner.press('indicators.imports.read');
      await planner.reads('indicators.row_refusal.area_unknown');
      await planner.reads('indicators.imports.is_read');
      await lookAt(planner);
      await planner.press('indicators.imports.write');
      await planner.reads('indicators.imports.is_written');
      await planner.open(`/work/indicators/${said.code}`);
      await lookAt(planner);
      await planner.press('indicators.series.approve');
      await planner.reads('refusal.own_observation');
      await planner.follow(planner.t('indicators.series.correct'));
      await planner.type('indicators.field.numerator', '630');
      await planner.type('indicators.field.reason', 'zqx');
      await planner.press('indicators.series.write');
      await planner.reads('indicators.series.former');
      await lookAt(planner);

      await planner.open(`/work/indicators/${said.code}`);
      const field = planner.t('indicators.field.lastDay');
      await planner.press('indicators.series.write');
      await planner.reads('validation.required', { field });
      const lastDay = { day: '31', month: '2', year: '2024' };
      for (const [part, typed] of Object.entries(lastDay))
        await planner.page.locator(`[name="endsOn.${part}"]`).fill(typed);
      await planner.press('indicators.series.write');
      await planner.reads('validation.not_date', { field });
      await lookAt(planner);

      const colleague = await region.visitor({ locale, script: false });
      await signIn(colleague, 'admin@sabil.example');
      await colleague.open(`/work/indicators/${said.code}`);
      await colleague.press('indicators.series.approve');
      await colleague.reads('indicators.observed.approved');
      const anyone = await region.visitor({ locale, script: false });
      await anyone.open(`/plan/indicators/${said.code}?year=2025`);
      assert.match(await anyone.content(), /63/);
      await lookAt(anyone);
      await Promise.all([planner.leave(), colleague.leave(), anyone.leave()]);
    });
  });
