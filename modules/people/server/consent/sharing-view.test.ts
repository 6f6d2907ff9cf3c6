import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import fc from 'fast-check';
import { get, inSystem } from '@qantara/identity/testing';
import { DataCategory, OverrideBasis, SharingDirection } from '../../contract/index.ts';
import { listBases } from '../../domain/index.ts';
import { listSharedNames, loadSharingWords } from '../index.ts';
import { aPerson, openPeopleBench, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

const HOUR = 3_600_000;

const aWord = fc.record({
  kind: fc.constantFrom('consent', 'override'),
  to: fc.constantFrom('food', 'law'),
  categories: fc.subarray([...DataCategory.options], { minLength: 1 }),
  direction: fc.constantFrom(...SharingDirection.options),
  basis: fc.constantFrom(...OverrideBasis.options),
  purpose: fc.constantFrom('referral', 'follow_up'),
  isEnded: fc.boolean(),
  hoursAgo: fc.integer({ min: -100, max: 900 }),
});
type Word = typeof aWord extends fc.Arbitrary<infer T> ? T : never;

async function say(personId: string, word: Word): Promise<void> {
  const recipients = [bench.organisations[word.to as 'food' | 'law']];
  const common = { personId, recipients, categories: word.categories, purpose: word.purpose };
  const path = `/people/:personId/${word.kind === 'consent' ? 'consents' : 'overrides'}`;
  const said =
    word.kind === 'consent'
      ? { ...common, direction: word.direction, months: 1, givenHow: 'spoken', locale: 'ar', textNumber: 1 }
      : { ...common, basis: word.basis, reason: 'A reason in words', telling: 'tell' };
  const answer = await get<{ consentId?: string; overrideId?: string }>(bench, `POST ${path}`, {
    input: said,
    actor: bench.navigator,
  });
  const id = answer.consentId ?? answer.overrideId;
  if (word.isEnded) {
    const end = word.kind === 'consent' ? ':consentId/withdraw' : ':overrideId/end';
    const input = { personId, consentId: id, overrideId: id };
    await get(bench, `POST ${path}/${end}`, { input, actor: bench.navigator });
  }
  const [table, key] =
    word.kind === 'consent' ? ['people.consent', 'consent_id'] : ['people.sharing_override', 'override_id'];
  await bench.database.pool.query({
    text: `update ${table} set starts_at = starts_at - $1::interval, ends_at = ends_at - $1::interval where ${key} = $2`,
    values: [`${word.hoursAgo * HOUR} milliseconds`, id],
  });
}

test('the names in a list are those that the rule of the domain lets the partner read, and need an agreement where it says so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aWord, { maxLength: 4 }), async (words) => {
      const { personId } = await aPerson(bench, { displayName: 'Amal Haddad' });
      for (const word of words) await say(personId, word);
      const recipient = bench.organisations.food;
      await inSystem(bench, async (ctx) => {
        const shared = (await listSharedNames(ctx, [personId], recipient)).get(personId);
        const sharing = { purpose: 'referral' as const, recipient, categories: ['identity' as const], at: ctx.now };
        const bases = listBases(await loadSharingWords(ctx, personId), sharing);
        assert.equal(shared !== undefined, bases.length > 0);
        if (shared === undefined) return true;
        assert.equal(
          shared.needsAgreement,
          bases.every(({ needsAgreement }) => needsAgreement),
        );
        return true;
      });
    }),
    { numRuns: 25 },
  );
});
