import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { get, refusalOf } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import type { ConsentWatch } from '../contract/index.ts';
import { openOversightBench, type OversightBench } from './testing.ts';

let bench: OversightBench;
before(async () => {
  bench = await openOversightBench();
});
after(() => bench.database.close());

test('the privacy officer reads every sharing without consent by right and organisation, with its reason and nobody’s name', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Leila Ben Ali' });
  for (const telling of ['tell', 'endangers_other'])
    await get(bench, 'POST /people/:personId/overrides', {
      input: {
        personId,
        basis: 'court_order',
        reason: 'A decision of the court, number 214',
        categories: ['need'],
        recipients: [bench.organisations.law],
        telling,
      },
      actor: bench.worker,
    });
  await aConsent(bench, personId);
  const watch = await get<ConsentWatch>(bench, 'GET /oversight/consents', { actor: bench.officer });
  assert.deepEqual(watch.byBasis, [{ basis: 'court_order', organisationName: { en: 'Hub' }, count: 2, untold: 1 }]);
  assert.deepEqual(watch.overrides[0]?.accountName, 'Salma Haddad');
  assert.deepEqual(watch.overrides[0]?.recipientNames, [{ en: 'Law' }]);
  assert.deepEqual(watch.said, { agreed: 1, refused: 0, withdrawn: 0 });
  assert.ok(!JSON.stringify(watch).includes('Leila'));
  for (const actor of [bench.worker, bench.administrator])
    assert.equal(await refusalOf(bench, 'GET /oversight/consents', { actor }), 'not_allowed');
});
