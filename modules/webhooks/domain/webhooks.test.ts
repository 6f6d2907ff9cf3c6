import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fhirNews, matches, nextDelivery, outcomeOf, plainNews } from './index.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const NEWS = {
  eventId: '0190f3a0-0000-7000-8000-000000000001',
  type: 'referral.accepted',
  subjectId: '0190f3a0-0000-7000-8000-000000000002',
  number: 7,
  happenedAt: NOW.toISOString(),
};

test('a message that was not taken is tried ten times over about three days, each later than the one before', () => {
  const waits = Array.from({ length: 9 }, (_, index) => (nextDelivery(index + 1, NOW)?.getTime() ?? 0) - NOW.getTime());
  assert.deepEqual(
    waits,
    waits.toSorted((one, other) => one - other),
  );
  assert.ok(waits.every((wait) => wait > 0));
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3600_000;
  assert.ok(hours > 72 && hours < 96, `${hours} hours`);
  assert.equal(nextDelivery(10, NOW), null);
});

test('only an answer of success takes a message; one that sends elsewhere is none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 599 }), (status) => {
      assert.equal(outcomeOf(status) === 'taken', status >= 200 && status < 300);
    }),
  );
  assert.deepEqual([outcomeOf(302), outcomeOf(410)], ['again', 'gone']);
});

test('a webhook is told of what every criterion of it means, and no criterion means everything', () => {
  const status = fc.constantFrom('requested', 'accepted', 'completed');
  const id = fc.constantFrom('a', 'b', 'c');
  const happened = fc.record({ status, ownerId: id, requesterId: id, subjectId: id });
  const criteria = fc.record(
    { status: fc.array(status), ownerId: id, requesterId: id, subjectId: id },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(criteria, happened, (asked, event) => {
      assert.ok(matches({}, event));
      const { status: statuses, ...exact } = asked;
      const wanted = Object.entries(exact).every(([key, value]) => event[key as keyof typeof event] === value);
      assert.equal(matches(asked, event), wanted && (statuses === undefined || statuses.includes(event.status)));
    }),
  );
});

test('news says what happened to which record and when, and nothing else', () => {
  assert.deepEqual(JSON.parse(plainNews(NEWS, 'https://sabil.example')), {
    type: 'referral.accepted',
    timestamp: NOW.toISOString(),
    data: { id: NEWS.subjectId, url: `https://sabil.example/fhir/Task/${NEWS.subjectId}` },
  });
  const consent = { ...NEWS, type: 'consent.withdrawn' };
  assert.match(plainNews(consent, 'https://sabil.example'), /\/fhir\/Consent\//);
});

test('the notification of a FHIR subscription carries identifiers alone; the handshake carries none', () => {
  const notified = {
    subscriptionId: '0190f3a0-0000-7000-8000-000000000003',
    topic: 'http://topic',
    status: 'active',
    count: 7,
    address: 'https://sabil.example',
  };
  const ids = { bundle: 'b', status: 's' };
  const bundle = JSON.parse(fhirNews(notified, NEWS, ids)) as { type: string; entry: { resource?: unknown }[] };
  assert.equal(bundle.type, 'history');
  assert.deepEqual(
    bundle.entry.map((entry) => entry.resource !== undefined),
    [true, false],
  );
  const handshake = fhirNews(notified, null, ids);
  assert.ok(!handshake.includes(NEWS.subjectId));
  assert.match(handshake, /"handshake"/);
});
