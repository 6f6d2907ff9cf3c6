import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { refusalOf } from '@qantara/identity/testing';
import { needsServer, untilSomebodyWaits } from '@qantara/platform';
import { aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

/** What a colleague is answered who protects a record while somebody else, who is first, gives it a class. */
async function protectWhile(personId: string, given: string, colleague: { actor: Actor; to: string }) {
  const first = await bench.database.pool.connect();
  try {
    await first.query({ text: 'begin', values: [] });
    await first.query({ text: 'select from people.save_class($1, $2)', values: [personId, given] });
    const input = { personId, recordClass: colleague.to, reason: 'Her husband works at the town hall' };
    const answer = refusalOf(bench, 'POST /people/:personId/protection', { input, actor: colleague.actor });
    await untilSomebodyWaits(bench.database);
    await first.query({ text: 'commit', values: [] });
    return await answer;
  } finally {
    first.release();
  }
}

const classOf = async (personId: string): Promise<unknown> => {
  const { rows } = await bench.database.pool.query<Record<string, unknown>>({
    text: 'select record_class from people.person where person_id = $1',
    values: [personId],
  });
  return rows[0]?.['record_class'];
};

test(
  'of two who protect one record at once the second does not alone give up what the first gave',
  needsServer,
  async () => {
    const actor = withPermissions(bench.navigator, ['class:violence', 'class:child_protection']);
    const { personId } = await aPerson(bench, { displayName: 'Wafa Brahmi' });
    assert.equal(await protectWhile(personId, 'child_protection', { actor, to: 'violence' }), 'two_people_needed');
    assert.equal(await classOf(personId), 'child_protection');
  },
);

test(
  'whoever may not know of the class that the first gave is not told that somebody is there',
  needsServer,
  async () => {
    const actor = withPermissions(bench.navigator, ['class:violence']);
    const { personId } = await aPerson(bench, { displayName: 'Wided Brahmi' });
    assert.equal(await protectWhile(personId, 'mediation', { actor, to: 'violence' }), 'person_not_found');
    assert.equal(await classOf(personId), 'mediation');
  },
);
