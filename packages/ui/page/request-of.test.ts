import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestOf } from './request-of.ts';

test('parameters of the path leave the input, the rest of a GET is its query, lists repeated', () => {
  const { url, init } = requestOf(
    'GET /areas/:areaId/services',
    { areaId: 'a/b', need: ['food', 'roof'], q: undefined },
    {},
  );
  assert.equal(url, '/api/areas/a%2Fb/services?need=food&need=roof');
  assert.equal(init.body, undefined);
});

test('a command carries its id and its input as JSON', () => {
  const { url, init } = requestOf(
    'POST /referrals/:referralId/send',
    { referralId: '7', note: 'x' },
    { commandId: 'c1' },
  );
  assert.equal(url, '/api/referrals/7/send');
  assert.equal(new Headers(init.headers).get('idempotency-key'), 'c1');
  assert.equal(init.body, '{"note":"x"}');
});
