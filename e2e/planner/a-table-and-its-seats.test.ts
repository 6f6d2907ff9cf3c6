import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();
const NAMES = { ar: 'طاولة السكن', fr: 'Table du logement' } as const;
const SEATS = { ar: 'صوت المستأجرين', fr: 'La voix des locataires' } as const;

type Day = { form: string; name: string; day: [year: string, month: string, day: string] };

async function fillDay({ page }: Visitor, { form, name, day }: Day): Promise<void> {
  for (const [index, part] of ['year', 'month', 'day'].entries())
    await page.locator(`${form} [name="${name}.${part}"]`).fill(day[index] ?? '');
}

/** Without script a dialog stands in the page as its own part, which is opened by its summary. */
async function open(visitor: Visitor, form: string): Promise<void> {
  const dialog = visitor.page.locator('details', { has: visitor.page.locator(form) }).first();
  if ((await dialog.count()) > 0 && !(await dialog.evaluate((one) => (one as HTMLDetailsElement).open)))
    await dialog.locator('summary').first().click();
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a planner without script founds a table, seats somebody, changes it, and ends what is over', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/work/governance/new');
      await lookAt(planner);
      await planner.choose('governance.field.kind', 'table');
      await planner.page.locator(`[name="name.${locale}"]`).fill(NAMES[locale]);
      await planner.page.locator(`[name="purpose.${locale}"]`).fill(NAMES[locale]);
      await planner.page.locator('[name="organisationId"]').selectOption({ index: 1 });
      await planner.press('governance.save');
      const path = new URL(planner.page.url()).pathname.replace(/^\/(?:ar|fr)/, '');

      await open(planner, '#seat');
      await planner.page.locator(`#seat [name="name.${locale}"]`).fill(SEATS[locale]);
      await planner.page.locator('#seat [name="standsFor"]').selectOption('population');
      await planner.page.locator('#seat [name="populations[]"][value="low_income"]').check();
      await planner.page.locator('#seat [name="isRequired"]').check();
      await planner.pressOf(planner.page.locator('#seat'), planner.t('governance.add_seat'));
      await planner.reads('governance.missing');
      await planner.reads('governance.population.low_income');
      await lookAt(planner);

      await open(planner, '#fill');
      await planner.page.locator('#fill [name="seatIds[]"]').first().check();
      await planner.page.locator('#fill [name="organisationId"]').selectOption({ index: 1 });
      await planner.page.locator('#fill [name="sitterName"]').fill('Amel');
      await planner.page.locator('#fill [name="sitterFunction"]').fill('Responsable');
      await fillDay(planner, { form: '#fill', name: 'startsOn', day: ['2026', '1', '5'] });
      await planner.pressOf(planner.page.locator('#fill'), planner.t('governance.fill'));
      await planner.reads('governance.seat.filled');

      await planner.open(`${path}/edit`);
      await lookAt(planner);
      await planner.page.locator('#body [name="meetsEveryMonths"]').fill('3');
      await planner.pressOf(planner.page.locator('#body'), planner.t('governance.edit_do'));
      await planner.reads('governance.meets');

      const take = '[id^="take-"]';
      await open(planner, take);
      await fillDay(planner, { form: take, name: 'closedOn', day: ['2026', '2', '1'] });
      await planner.page.locator(`${take} [name="reason"]`).fill('Un seul suffit');
      await planner.pressOf(planner.page.locator(take), planner.t('governance.close_seat'));
      await planner.reads('refusal.seat_held');
      assert.equal(await planner.page.locator(`${take} [name="reason"]`).inputValue(), 'Un seul suffit');
      await lookAt(planner);

      await planner.open(`${path}/edit`);
      await planner.page.locator('#close [name="reason"]').fill(NAMES[locale]);
      await fillDay(planner, { form: '#close', name: 'closedOn', day: ['2026', '1', '4'] });
      await planner.pressOf(planner.page.locator('#close'), planner.t('governance.close_body'));
      assert.ok(await planner.page.locator('#close .field-error').first().isVisible(), 'a term began later');
      await lookAt(planner);
      await fillDay(planner, { form: '#close', name: 'closedOn', day: ['2026', '2', '1'] });
      await planner.pressOf(planner.page.locator('#close'), planner.t('governance.close_body'));
      assert.equal(await planner.page.locator('#seat').count(), 0, 'nothing is added to what has ended');
      await lookAt(planner);
      await planner.open('/work/governance');
      await planner.reads('governance.closed_mark');
      await planner.open(path);
      await open(planner, '#reopen');
      await planner.page.locator('#reopen [name="reason"]').fill(NAMES[locale]);
      await planner.pressOf(planner.page.locator('#reopen'), planner.t('governance.reopen'));
      await planner.reads('governance.seat.filled');
      assert.equal(await planner.page.locator('#seat').count(), 1, 'it stands as before');
      await planner.leave();
    });
  });
