import assert from 'node:assert/strict';
import test from 'node:test';
import { callerOf, rateLimitOf } from './rate-limit.ts';

test('a household of one IPv6 network is one caller, whatever address it takes', () => {
  assert.equal(callerOf('2001:db8:1:2::7'), callerOf('2001:db8:1:2:ffff:1:2:3'));
  assert.equal(callerOf('2001:0db8:0001:0002::7'), callerOf('2001:db8:1:2::9'));
  assert.notEqual(callerOf('2001:db8:1:2::7'), callerOf('2001:db8:1:3::7'));
});

test('an IPv4 address is itself, also where it is written as IPv6', () => {
  assert.equal(callerOf('::ffff:203.0.113.7'), '203.0.113.7');
  assert.equal(callerOf('203.0.113.7'), '203.0.113.7');
});

test('a caller who waits is let in again', () => {
  const limit = rateLimitOf(60, 1);
  assert.equal(limit.take('a', 0).allowed, true);
  assert.deepEqual(limit.take('a', 100), { allowed: false, retryAfterSeconds: 1 });
  assert.equal(limit.take('a', 1100).allowed, true);
});

test('a flood of new callers does not free one who is held', () => {
  const limit = rateLimitOf(1, 1);
  for (let index = 0; index < 49_990; index += 1) limit.take(`quiet ${index}`, 0);
  limit.take('held', 0);
  for (let index = 0; index < 1000; index += 1) limit.take(`new ${index}`, 0);
  assert.equal(limit.take('held', 0).allowed, false);
});
