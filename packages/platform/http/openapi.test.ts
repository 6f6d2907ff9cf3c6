import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf, route } from '@qantara/kernel';
import { z } from 'zod';
import { openApiOf } from './openapi.ts';

const ReferralId = idOf('ReferralId');

const referralsRoutes = {
  sendReferral: route({
    path: 'POST /referrals/:referralId/send',
    may: 'referral:send',
    input: z.object({ referralId: ReferralId, note: z.string().optional() }),
    output: z.object({ id: ReferralId, status: z.enum(['sent']) }),
    refusals: ['referral_not_found', 'not_a_draft'],
    offline: 'queue',
  }),
  listReferrals: route({
    path: 'GET /referrals',
    may: 'anyone',
    input: z.object({ page: z.coerce.number().int().default(1), status: z.enum(['sent']) }),
    output: z.array(z.object({ id: ReferralId })),
    refusals: [],
  }),
};

type Described = {
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: { schemas: Record<string, unknown> };
};

// Through JSON, as a reader of the document gets it.
const { paths, components }: Described = JSON.parse(
  JSON.stringify(openApiOf({ referrals: referralsRoutes }, { title: 'Qantara', version: '1' })),
);
const send = paths['/api/referrals/{referralId}/send']?.['post'];
const list = paths['/api/referrals']?.['get'];

test('a command has its path parameters, its body and its key', () => {
  assert.deepEqual(z.array(z.object({ name: z.string(), in: z.string() })).parse(send?.['parameters']), [
    { name: 'referralId', in: 'path' },
    { name: 'idempotency-key', in: 'header' },
  ]);
  assert.match(JSON.stringify(send?.['requestBody']), /"note":\{"type":"string"\}/);
  assert.doesNotMatch(JSON.stringify(send?.['requestBody']), /referralId/);
});

test('a list is asked for by query', () => {
  assert.deepEqual(
    z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })).parse(list?.['parameters']),
    [
      { name: 'page', in: 'query', required: false },
      { name: 'status', in: 'query', required: true },
    ],
  );
  assert.equal(list?.['requestBody'], undefined);
});

test('an identifier in an answer is a uuid', () => {
  const [, name = ''] =
    /"id":\{"\$ref":"#\/components\/schemas\/(\w+)"/.exec(JSON.stringify(send?.['responses'])) ?? [];
  assert.match(JSON.stringify(components.schemas[name]), /^\{"type":"string","format":"uuid"/);
});

test('each refusal stands under its status', () => {
  const responses = z.record(z.string(), z.object({ description: z.string() })).parse(send?.['responses']);
  assert.equal(responses['404']?.description, 'referral_not_found');
  assert.equal(responses['409']?.description, 'not_a_draft');
  assert.equal(responses['401']?.description, 'not_signed_in');
});

test('what the contract says of permission, refusals and offline use is in the document', () => {
  assert.equal(send?.['x-permission'], 'referral:send');
  assert.deepEqual(send?.['x-refusals'], ['referral_not_found', 'not_a_draft']);
  assert.equal(send?.['x-offline'], 'queue');
  assert.deepEqual(send?.['security'], [{ cookie: [] }, { bearer: [] }]);
  assert.deepEqual(list?.['security'], []);
});
