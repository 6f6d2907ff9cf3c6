import assert from 'node:assert/strict';
import test from 'node:test';
import { explainAccess, type AccessFacts } from './explain-access.ts';

const AT = new Date('2026-11-22T10:00:00Z');
const way = (of: Partial<AccessFacts['ways'][number]>): AccessFacts['ways'][number] => ({
  circleId: 'hub',
  kind: 'looks_after',
  basisId: 'person',
  recordClass: 'ordinary',
  purpose: null,
  categories: [],
  until: null,
  isGlass: false,
  ...of,
});

function told(of: Partial<AccessFacts>) {
  return explainAccess({
    isOpen: true,
    permissions: new Set(['person:read', 'person:write', 'referral:answer']),
    isThere: true,
    recordClass: 'ordinary',
    reader: {
      circles: ['hub', 'me'],
      classes: ['ordinary'],
      purposes: ['referral'],
      fields: ['contact', 'need', 'note'],
    },
    ways: [way({})],
    agreed: 'all',
    at: AT,
    ...of,
  });
}

const failing = (of: Partial<AccessFacts>): string[] =>
  told(of)
    .reasons.filter(({ holds }) => !holds)
    .map(({ step }) => step);
const fieldsOf = (of: Partial<AccessFacts>): string[] =>
  told(of)
    .fields.filter(({ sees }) => sees)
    .map(({ category }) => category);

test('whoever looks after the person opens the record and writes it', () => {
  assert.deepEqual([told({}).opens, told({}).writes, failing({})], ['record', true, []]);
});

test('a closed account opens nothing, whatever it reached', () => {
  assert.equal(told({ isOpen: false }).opens, 'nothing');
  assert.deepEqual(failing({ isOpen: false }), ['account_is_open']);
});

test('without a way the answer says that there is none', () => {
  assert.deepEqual([told({ ways: [] }).opens, failing({ ways: [] })], ['nothing', ['no_way']]);
});

test('a record of a class that the role does not have is told so', () => {
  const ways = [way({ recordClass: 'violence' })];
  assert.equal(told({ ways }).opens, 'nothing');
  assert.deepEqual(failing({ ways }), ['looks_after', 'class_not_held']);
});

test('what a person shared is seen within a referral, as far as person and organisations both let it', () => {
  const ways = [way({ kind: 'shared', basisId: 'consent', purpose: 'referral', categories: ['identity', 'contact'] })];
  assert.equal(told({ ways }).opens, 'referral');
  assert.deepEqual(fieldsOf({ ways }), ['identity', 'contact']);
  assert.deepEqual(fieldsOf({ ways, agreed: new Set(['identity'] as const) }), ['identity']);
  assert.equal(told({ ways, agreed: new Set() }).opens, 'nothing');
  assert.deepEqual(failing({ ways, agreed: new Set() }), ['agreement']);
});

test('what is over is told as over', () => {
  const ways = [way({ kind: 'shared', basisId: 'consent', purpose: 'referral', categories: ['identity'], until: AT })];
  assert.deepEqual(failing({ ways }), ['shared', 'is_over']);
});
