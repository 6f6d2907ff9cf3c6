import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a partner reads its own sheet, with what to do next, and names no other partner', async () => {
      const partner = await region.colleague('food@sabil.example', locale);
      await partner.open('/work/scorecard');
      assert.equal(await partner.heading(), partner.t('indicators.scorecard.title'));
      await partner.reads('indicators.scorecard.next');
      await partner.reads('indicators.scorecard.region_days');
      await partner.reads('indicators.scorecard.few');
      assert.equal(await partner.page.locator('select[name=organisationId]').count(), 0, 'there is nobody to choose');
      await lookAt(partner);
      assert.equal(await partner.open('/work/scorecard?organisationId=0199aaaa-0000-7000-8000-000000000001'), 404);
      await partner.leave();
    });

    test('a planner chooses a partner by name and reads the same sheet', async () => {
      const planner = await region.colleague('planner@sabil.example', locale);
      await planner.open('/work/scorecard');
      await planner.reads('indicators.scorecard.choose');
      await lookAt(planner);
      const options = planner.page.locator('select[name=organisationId] option');
      const chosen = (await options.nth(1).getAttribute('value')) ?? '';
      await planner.open(`/work/scorecard?organisationId=${chosen}`);
      await planner.reads('indicators.scorecard.answers');
      await lookAt(planner);
      await planner.leave();
    });

    test('a list leaves as a workbook and as commas, with headings in one’s own language', async () => {
      const partner = await region.colleague('food@sabil.example', locale);
      await partner.open('/work/exports');
      await lookAt(partner);
      for (const format of ['xlsx', 'csv']) {
        await partner.page.locator(`input[name=format][value=${format}]`).check();
        const coming = partner.page.waitForEvent('download');
        await partner.page.getByRole('button', { name: partner.t('exports.take') }).click();
        const file = await coming;
        assert.match(file.suggestedFilename(), new RegExp(`^referrals-[0-9a-f]{8}\\.${format}$`));
        const pieces: Buffer[] = [];
        for await (const piece of await file.createReadStream()) pieces.push(Buffer.from(piece as Uint8Array));
        const bytes = Buffer.concat(pieces);
        if (format === 'xlsx') assert.equal(bytes.subarray(0, 2).toString(), 'PK');
        else assert.ok(bytes.toString('utf8').startsWith(`\uFEFF${partner.t('exports.column.mark')},`));
      }
      await partner.open('/work/exports');
      await partner.reads('exports.is_whole');
      await partner.leave();
    });
  });
