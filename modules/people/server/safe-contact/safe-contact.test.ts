import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { get } from '@qantara/identity/testing';
import type { Person, SafeContact } from '../../contract/index.ts';
import { aPerson, openPeopleBench, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

type Opened = { person: Person; safeContact: SafeContact };
const open = (personId: string): Promise<Opened> =>
  get(bench, 'GET /people/:personId', { input: { personId }, actor: bench.navigator });

const HOUR = 3_600_000;
const clock = (ahead: number): string => new Date(Date.now() + ahead * HOUR).toISOString().slice(11, 16);

test('a number has a link in its safe hours and none outside them, and the words stand beside it', async () => {
  const point = { kind: 'phone' as const, isSafe: true, sayFirst: 'It is the dressmaker', isShared: true };
  const { personId } = await aPerson(bench, {
    contactPoints: [
      { ...point, value: '+216 50 555 101', safeFrom: clock(-1), safeUntil: clock(1) },
      { ...point, value: '+216 50 555 102', safeFrom: clock(1), safeUntil: clock(2) },
      { ...point, value: '+216 50 555 103', isSafe: false },
      { ...point, kind: 'message', value: '+216 50 555 104' },
    ],
  });
  const { safeContact } = await open(personId);
  assert.deepEqual(
    safeContact.ways.map(({ link, refused }) => [link, refused]),
    [
      ['tel:+21650555101', null],
      [null, 'outside_hours'],
      [null, 'not_safe'],
      [null, 'others_read_it'],
    ],
  );
  assert.equal(safeContact.ways[0]?.words.sayFirst, 'It is the dressmaker');
});

test('who is not to be contacted has no link at all, and it is known since when and why', async () => {
  const contactPoints = [{ kind: 'phone' as const, value: '+216 50 555 105', isSafe: true }];
  const { personId, version } = await aPerson(bench, { contactPoints });
  const stopped = { personId, version, displayName: 'Amal Haddad', contactPoints, mayContact: false };
  const asked = { input: { ...stopped, noContactReason: 'danger' }, actor: bench.navigator };
  const saved = await get<Person>(bench, 'POST /people/:personId', asked);
  const { safeContact } = await open(personId);
  assert.deepEqual([safeContact.mayContact, safeContact.noContactReason], [false, 'danger']);
  assert.ok(safeContact.noContactSince !== null && safeContact.ways.every(({ link }) => link === null));
  // What is corrected later keeps the day on which it was said.
  const again = { input: { ...stopped, version: saved.version }, actor: bench.navigator };
  const after = await get<Person>(bench, 'POST /people/:personId', again);
  assert.deepEqual([after.noContactReason, after.noContactSince], ['danger', safeContact.noContactSince]);
});
