import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '@qantara/kernel';
import { refusalOf } from '@qantara/identity/testing';
import { aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

const serverUrl = process.env['QANTARA_TEST_DATABASE_URL'];
// The embedded database has one session: nobody waits for anybody there.
const needsServer = { skip: serverUrl ? false : 'QANTARA_TEST_DATABASE_URL is not set' };

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

/** Until somebody in this database waits for a row that somebody else holds. */
async function untilSomebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await bench.database.pool.query({
      text: `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      values: [],
    });
    if (rows.length > 0) return;
    await wait(50);
  }
  throw new Error('nobody waits');
}

/** What a colleague is answered who protects a record while somebody else, who is first, gives it a class. */
async function protectWhile(personId: string, given: string, colleague: { actor: Actor; to: string }) {
  const first = await bench.database.pool.connect();
  try {
    await first.query({ text: 'begin', values: [] });
    await first.query({ text: 'select from people.save_class($1, $2)', values: [personId, given] });
    const input = { personId, recordClass: colleague.to, reason: 'Her husband works at the town hall' };
    const answer = refusalOf(bench, 'POST /people/:personId/protection', { input, actor: colleague.actor });
    await untilSomebodyWaits();
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
