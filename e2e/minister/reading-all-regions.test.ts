import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const seed = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../db/seeds/sample/${file}`, import.meta.url), 'utf8'));

/** Everything in the sample that names somebody: accounts, and whoever gave their name. */
function namesOfPeople(): string[] {
  const { accounts } = seed('accounts.json') as { accounts: { email: string; displayName: string }[] };
  return ['نورة السعيدي', ...accounts.flatMap(({ email, displayName }) => [email, displayName])];
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a region sees what it sends, signs it, and the ministry takes it once and reads all regions, without script', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/work/exchange');
      await lookAt(planner);
      await planner.follow(planner.t('ministry.exchange.preview'));
      await lookAt(planner);
      await planner.press('ministry.preview.make');
      await lookAt(planner);
      await planner.reads('ministry.package_state.made');
      const link = await planner.page.locator('a[download]').first().getAttribute('href');
      const file = await planner.context.request.get(new URL(link ?? '', planner.page.url()).href);
      assert.equal(file.status(), 200, file.url());
      const signed = await file.text();
      const bytes = Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString('utf8');
      assert.match(bytes, /"schema":"qantara-exchange\/1"/);
      for (const name of namesOfPeople()) assert.ok(!bytes.includes(name), name);
      assert.doesNotMatch(bytes, /@|\+\d{6,}/, 'neither an address nor a number to call');

      await planner.open('/work/ministry/regions');
      await lookAt(planner);
      const carried = { name: 'package.jws', mimeType: 'application/jose', buffer: Buffer.from(signed) };
      await planner.page.locator('[name=content]').setInputFiles(carried);
      await planner.press('ministry.regions.take');
      await planner.page.locator('[name=content]').setInputFiles(carried);
      await planner.press('ministry.regions.take');
      await planner.reads('refusal.package_replayed');
      await lookAt(planner);

      const minister = await region.visitor({ locale, script: false });
      await signIn(minister, 'admin@sabil.example');
      await minister.open('/work/ministry');
      await minister.reads('ministry.roll.coverage', { told: 3, regions: 3 });
      await minister.reads('ministry.regions.late');
      await minister.reads('ministry.roll.suppressed', { suppressed: 1 });
      await lookAt(minister);
      const table = await minister.context.request.get(
        new URL(`/${locale}/work/ministry/figures.csv`, minister.page.url()).href,
      );
      assert.match(await table.text(), /got_help_rate,\d{4},[^,]+,x,x,x,suppressed/);
      await Promise.all([planner.leave(), minister.leave()]);
    });
  });
