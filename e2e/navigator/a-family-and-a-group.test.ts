import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { exactly, JOURNEY_LOCALES, plain } from '../stage/words.ts';

const region = regionUnderTest();

const FAMILY = {
  ar: { one: 'جمانة الورتاني', other: 'ضياء الورتاني', group: 'مجموعة الحديقة', guest: 'رؤوف بوستة' },
  fr: { one: 'Célestine Okonjo', other: 'Barnabé Okonjo', group: 'Groupe du jardin', guest: 'Hortense Villeroy' },
};

async function addPerson(visitor: Visitor, name: string): Promise<string> {
  await visitor.open('/work/people/new');
  await visitor.type('people.field.displayName', name);
  await visitor.press('people.new.save');
  assert.equal(await visitor.heading(), name);
  return visitor.where().replace(`/${visitor.locale}`, '');
}

/** Opens what stands behind a summary, and gives the part of the page that it opens. */
async function unfold(visitor: Visitor, key: string) {
  const part = visitor.page.locator('details').filter({ hasText: visitor.t(key) });
  await part.locator('summary').first().click();
  return part;
}

const members = async (visitor: Visitor): Promise<string[]> =>
  (await visitor.page.locator('main .results > .result h3').allInnerTexts()).map(plain);

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { one, other, group, guest } = FAMILY[locale];

    test('a household begins with one, another is added, and leaves so that neither file leads to the other', async () => {
      const salma = await region.colleague('salma@sabil.example', locale);
      const page = await addPerson(salma, one);
      await salma.follow(salma.t('people.household.start'));
      await lookAt(salma);
      await salma.mark(salma.t('people.relation.head'));
      await salma.press('people.household.begin');
      const household = salma.where().replace(`/${locale}`, '');
      await salma.follow(salma.t('people.household.add'));
      await salma.type('people.field.name', other);
      await salma.press('people.search.go');
      await salma.reads('people.search.none');
      const form = await unfold(salma, 'people.household.new_person');
      await form.getByLabel(exactly(salma.t('people.relation.partner'))).check();
      await lookAt(salma);
      await salma.pressOf(form, salma.t('people.household.add_new'));
      assert.deepEqual((await members(salma)).toSorted(), [one, other].toSorted());
      await lookAt(salma);

      const leaving = await unfold(salma, 'people.household.leave_title');
      await leaving.getByLabel(exactly(other)).check();
      await leaving.getByLabel(exactly(salma.t('people.household.no_link'))).check();
      await lookAt(salma);
      await salma.pressOf(leaving, salma.t('people.household.leave'));
      assert.equal(await salma.heading(), other);
      await salma.reads('people.household.none');
      await salma.open(household);
      assert.deepEqual(await members(salma), [one]);
      await salma.open(page);
      await salma.reads('people.household.alone');
      assert.ok(!(await salma.content()).includes(other));
      await lookAt(salma);
      await salma.leave();
    });

    test('a planner says who fits a group; a person agrees, joins, and is out the moment they take it back', async () => {
      const planner = await region.colleague('planner@sabil.example', locale);
      await planner.open('/work/cohorts/new');
      await planner.mark(planner.t('cohorts.kind.pilot_group'));
      for (const field of ['name', 'purpose']) await planner.page.locator(`[name="${field}.${locale}"]`).fill(group);
      await planner.field('cohorts.field.organisationId').selectOption({ index: 3 });
      for (const [part, value] of [
        ['day', '1'],
        ['month', '1'],
        ['year', '2026'],
      ] as const)
        await planner.page.locator(`[name="startsOn.${part}"]`).fill(value);
      await planner.press('cohorts.save');
      assert.equal(await planner.heading(), group);
      await planner.reads('cohorts.anybody');
      await planner.reads('cohorts.people_elsewhere');
      await lookAt(planner);
      const cohort = planner.where().replace(`/${locale}`, '');
      await planner.leave();

      const salma = await region.colleague('salma@sabil.example', locale);
      const page = await addPerson(salma, guest);
      await salma.follow(group);
      await salma.page.getByRole('heading', { name: exactly(salma.t('cohorts.agree_title')) }).waitFor();
      await lookAt(salma);
      await salma.press('cohorts.agree');
      await salma.mark(salma.t('people.givenHow.spoken'));
      await lookAt(salma);
      await salma.press('people.consent.save');
      await salma.press('people.consent.go_on');
      await salma.reads('cohorts.join_title');
      await lookAt(salma);
      await salma.press('cohorts.join');
      await salma.reads('cohorts.is_member');
      await lookAt(salma);
      await salma.open(cohort);
      assert.ok((await salma.content()).includes(guest));

      await salma.open(page);
      await salma.page
        .getByRole('button', { name: exactly(salma.t('people.consents.withdraw')) })
        .first()
        .click();
      await salma.pressOf(salma.page.getByRole('dialog'), salma.t('people.consents.withdraw'));
      await salma.open(cohort);
      await salma.reads('cohorts.members_none');
      assert.ok(!(await salma.content()).includes(guest));
      await salma.leave();
    });
  });
