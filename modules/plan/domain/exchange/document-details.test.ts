import assert from 'node:assert/strict';
import test from 'node:test';
import { ItemDetails } from '../../contract/index.ts';
import { bareDetails } from '../sections.ts';
import { detailsForDocument, detailsHere } from './document-details.ts';
import type { KnownHere } from './known-here.ts';

const HOUSE = '0199aaaa-0000-7000-8000-0000000000a1';
const TOWN = '0199aaaa-0000-7000-8000-0000000000b1';
const OWNER = '0199aaaa-0000-7000-8000-0000000000c1';
const SERVICE = '0199aaaa-0000-7000-8000-0000000000d1';

const KNOWN: KnownHere = {
  areas: [{ id: TOWN, code: 'T1', name: { en: 'Town' } }],
  plans: [],
  organisations: [{ id: HOUSE, name: { en: 'Bridge House' } }],
  indicators: [],
  served: [],
};
const NAMES = {
  organisations: new Map([[HOUSE, { en: 'Bridge House' }]]),
  areaCodes: new Map([[TOWN, 'T1']]),
};

const DETAILS: ItemDetails = {
  ...bareDetails(),
  ownerAccountId: OWNER,
  areaIds: [TOWN],
  factors: ['risk_poverty'],
  partners: [{ organisationId: HOUSE, promise: { fr: 'Une salle' }, state: 'open' }],
  milestones: [{ dueOn: '2027-01-01', words: { ar: 'افتتاح' }, doneOn: null }],
  programmes: [{ kind: 'service', serviceId: SERVICE, name: { en: 'A table' }, link: null }],
};

const through = (known: KnownHere) =>
  detailsHere({ details: JSON.parse(JSON.stringify(detailsForDocument(DETAILS, NAMES))) }, known);

test('a node that says nothing beside its words has no details in a file, whoever answers for it', () => {
  assert.equal(detailsForDocument({ ...bareDetails(), ownerAccountId: OWNER }, NAMES), null);
  assert.equal(detailsHere({ details: null }, KNOWN), null);
});

test('who answers for it by account, and a service by its identifier, are in no file', () => {
  const text = JSON.stringify(detailsForDocument(DETAILS, NAMES));
  assert.ok(!text.includes(OWNER) && !text.includes(SERVICE));
});

test('where its organisations and places are known, the same comes back', () => {
  const back = through(KNOWN);
  assert.equal(back?.isWhole, true);
  const expected = {
    ...DETAILS,
    ownerAccountId: null,
    programmes: DETAILS.programmes.map((one) => ({ ...one, serviceId: null })),
  };
  assert.deepEqual(ItemDetails.parse(back?.details), ItemDetails.parse(expected));
});

test('an organisation that only one here is called like is that one; what nobody is called is left out, and said', () => {
  const elsewhere = { ...KNOWN, organisations: [{ id: OWNER, name: { en: 'Bridge House', ar: 'دار الجسر' } }] };
  assert.equal(through(elsewhere)?.details.partners[0]?.organisationId, OWNER);
  const nowhere = through({ ...KNOWN, organisations: [], areas: [] });
  assert.deepEqual(
    [nowhere?.isWhole, nowhere?.details.partners, nowhere?.details.areaIds, nowhere?.details.factors],
    [false, [], [], ['risk_poverty']],
  );
});

test('details that are none are left out, and said', () => {
  assert.deepEqual(detailsHere({ details: { factors: ['magic'] } }, KNOWN), {
    details: bareDetails(),
    isWhole: false,
  });
});
