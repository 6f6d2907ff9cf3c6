import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Worklist } from '@qantara/referrals/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** What each of them writes. */
const SAID = {
  ar: { note: 'سألتها وأوضحت السبب', reason: 'طلب صاحب الملف أن يعرف من فتحه' },
  fr: { note: 'Je lui ai demandé, elle a expliqué', reason: 'La personne demande qui a ouvert son dossier' },
} as const;

type Named = { personId: string; name: string };

/** Somebody whom the navigator helps and whose name they know: they open the record. */
async function openSomebody(navigator: Visitor): Promise<Named> {
  const ask = async (path: string) => (await navigator.context.request.get(`${navigator.address}/api${path}`)).json();
  const { items } = (await ask('/worklist')) as Worklist;
  for (const { referralId } of items) {
    const { referral } = (await ask(`/referrals/${referralId}`)) as { referral: { personId: string } };
    if ((await navigator.open(`/work/people/${referral.personId}`)) !== 200) continue;
    return { personId: referral.personId, name: await navigator.heading() };
  }
  return assert.fail('nobody to open');
}

const markOf = (visitor: Visitor, personId: string): string =>
  visitor.t('oversight.person', { mark: `…${personId.slice(-8)}` });

async function decideFirst(officer: Visitor, note: string): Promise<void> {
  await officer.open('/oversight/findings');
  await lookAt(officer);
  const first = officer.page.locator('main tbody tr a').first();
  await officer.follow(await first.innerText());
  await officer.page.locator('#decide').waitFor();
  await lookAt(officer);
  await officer.mark(officer.t('oversight.state.follow_up'));
  await officer.press('oversight.finding.decide');
  await officer.reads('refusal.decision_note_needed');
  await lookAt(officer);
  await officer.type('oversight.field.note', note);
  await officer.press('oversight.finding.decide');
  assert.ok((await officer.content()).includes(note));
  await lookAt(officer);
}

async function fetchFile(officer: Visitor, id: string): Promise<string> {
  const download = officer.page.waitForEvent('download');
  await officer.page.locator(`form[action$="${id}/file"] button`).click();
  return readFileSync(await (await download).path(), 'utf8');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a privacy officer finds who opened a record, decides what is worth a look, and takes a file out with a second person', async () => {
      const navigator = await region.colleague('salma@sabil.example', locale);
      const { personId, name } = await openSomebody(navigator);
      await navigator.leave();

      const officer = await region.colleague('privacy@sabil.example', locale);
      await officer.open('/oversight');
      await lookAt(officer);
      await officer.follow(officer.t('oversight.people.title'));
      await officer.page.locator('#opened-people').waitFor();
      await officer.type('oversight.field.name', name);
      await officer.press('oversight.people.find');
      await lookAt(officer);
      assert.equal((await officer.content()).includes(name), false, 'no name is shown');
      await officer.follow(markOf(officer, personId));
      await officer.page.locator('main table').waitFor();
      await officer.reads('oversight.kind.record');
      await officer.reads('oversight.rule.looks_after');
      await officer.reads('oversight.channel.page');
      await lookAt(officer);
      assert.equal(await officer.open(`/work/people/${personId}`), 403, 'and no record opens');

      await decideFirst(officer, SAID[locale].note);

      await officer.open(`/oversight?personId=${personId}`);
      await officer.follow(officer.t('oversight.log.export'));
      await officer.page.locator('#ask').waitFor();
      await officer.type('oversight.field.reason', SAID[locale].reason);
      await officer.press('oversight.exports.ask_go');
      await officer.reads('oversight.second.waiting');
      await lookAt(officer);

      const second = await region.colleague('privacy2@sabil.example', locale);
      await second.open('/oversight/exports');
      await lookAt(second);
      await second.press('oversight.second.agree');
      await second.reads('oversight.assent.agreed');
      await second.leave();

      await officer.open('/oversight/exports');
      const action = (await officer.page.locator('form[action$="/file"]').first().getAttribute('action')) ?? '';
      const file = await fetchFile(officer, action.split('/').at(-2) ?? '');
      assert.ok(file.includes(personId) && file.includes('looks_after'));
      await officer.open('/oversight/exports');
      await officer.reads('oversight.assent.used');
      await lookAt(officer);

      await officer.open(`/oversight?personId=${personId}`);
      await officer.reads('oversight.kind.log_export');
      await officer.leave();
    });
  });
