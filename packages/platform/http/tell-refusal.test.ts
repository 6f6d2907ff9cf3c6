import assert from 'node:assert/strict';
import test from 'node:test';
import { plainPath } from './tell-refusal.ts';

test('no line of the log opens anything: identifiers and tokens of links are left out of addresses', () => {
  const token = 'Zk3-9_aQ7Xc2bVn4Lp8Rt6Yw1Us5Io0Ee7Df3Gh9JkM';
  for (const base of ['keep', 'list', 'enrol']) assert.equal(plainPath(`/en/${base}/${token}`), `/en/${base}/:token`);
  assert.equal(plainPath('/api/people/0198f000-0000-7000-8000-000000000001/consents'), '/api/people/:id/consents');
});
