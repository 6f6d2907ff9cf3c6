import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findService } from '@qantara/directory/server';
import { callRoute, curator, inSystem, openDesk, type Desk } from '../testing.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.database.close());

type Answer = { value: Record<string, unknown> | null; code: string | null };
const as = async (path: string, input: unknown) => (await callRoute(desk, path, { input, actor: curator })) as Answer;
const anyone = async (path: string, input: unknown) => (await callRoute(desk, path, { input })) as Answer;
type Found = { items: { serviceId: string; name: { ar?: string } }[] };
const search = async (asked: Record<string, unknown>) =>
  (await callRoute(desk, 'GET /services', { input: asked })).value as Found;
const service = (serviceId: string) => inSystem(desk, (ctx) => findService(ctx, serviceId));
const CREATE = 'POST /curation/entries';

const LESSONS = {
  name: { fr: 'Cours de natation', ar: 'دروس السباحة' },
  description: { fr: 'Pour adultes' },
  needCodes: ['loneliness', 'disability'],
  languages: ['fr', 'ar'],
  phone: '+216 70 555 777',
  costs: [{ isFree: true, costText: { fr: 'Gratuit pour les chômeurs' } }, { amount: 12, currency: 'tnd' }, {}],
  capacity: 'open',
  cadenceMonths: 3,
};

test('a new entry with its organisation is found by search, with all that was said of it', async () => {
  const areaIds = [desk.areas.harbour];
  const organisationName = { fr: 'Les Nageurs du Port' };
  const made = await as(CREATE, { ...LESSONS, areaIds, organisationName, organisationPhone: '+216 70 555 778' });
  assert.equal(made.code, null);
  const serviceId = String(made.value?.['serviceId']);
  const found = await search({ words: 'natation', needCode: 'loneliness', page: 1, perPage: 5 });
  assert.deepEqual(
    found.items.map((item) => item.serviceId),
    [serviceId],
  );
  const kept = (await service(serviceId)) ?? assert.fail();
  assert.deepEqual(kept.organisation.name, organisationName);
  assert.deepEqual(
    kept.costs
      .map(({ amount, currency }) => [amount, currency])
      .toSorted(([one], [other]) => Number(one) - Number(other)),
    [
      [0, null],
      [12, 'TND'],
    ],
  );
  assert.deepEqual([...kept.languages].toSorted(), ['ar', 'fr']);
  assert.deepEqual(
    kept.areas.map(({ areaId }) => areaId),
    areaIds,
  );
  assert.ok(Date.now() - Date.parse(kept.assuredAt ?? '') < 60_000);
  const edited = (await as('GET /curation/services/:serviceId', { serviceId })).value ?? {};
  assert.deepEqual(
    [edited['cadenceMonths'], edited['capacity'], edited['needCodes']],
    [3, 'open', ['disability', 'loneliness']],
  );
  const organisations = (await as('GET /curation/organisations', { words: 'nageurs port' })).value ?? {};
  assert.equal((organisations['organisations'] as unknown[]).length, 1);
});

test('what is like it is asked about first, and it is added only when somebody says that it is another', async () => {
  const again = { organisationId: desk.organisationId, name: { fr: 'Cours de natation' }, needCodes: ['loneliness'] };
  assert.equal((await as(CREATE, again)).code, 'entry_may_exist');
  const asked = (await as('POST /curation/entries/alike', again)).value ?? {};
  const [like] = asked['alike'] as { object: string; reasons: string[] }[];
  assert.deepEqual([like?.object, like?.reasons], ['service', ['same_name']]);
  const byPhone = { name: { en: 'Something else' }, phone: '70 555 777', organisationName: { fr: 'Nageurs du port' } };
  const alike = ((await as('POST /curation/entries/alike', byPhone)).value ?? {})['alike'] as { object: string }[];
  assert.deepEqual(
    alike.map(({ object }) => object),
    ['organization', 'service'],
  );
  assert.equal((await as(CREATE, { ...again, isSureNew: true })).code, null);
});

test('the edit form changes needs, areas, languages and prices, and leaves those it was not asked about', async () => {
  const made = await as(CREATE, {
    ...LESSONS,
    organisationId: desk.organisationId,
    name: { en: 'Tailoring' },
    phone: null,
    isSureNew: true,
  });
  const serviceId = String(made.value?.['serviceId']);
  const edit = { serviceId, name: { en: 'Tailoring' }, status: 'active', capacity: 'open', cadenceMonths: 6 };
  await as('POST /curation/services/:serviceId', edit);
  assert.equal((await service(serviceId))?.costs.length, 2);
  const read = ((await as('GET /curation/services/:serviceId', { serviceId })).value ?? {})['costs'] as {
    isFree: boolean;
  }[];
  const costs = [...read.filter(({ isFree }) => isFree), { amount: 5, currency: 'EUR' }];
  const more = { ...edit, needCodes: ['work'], areaIds: [desk.areas.hills], languages: ['en'], costs };
  assert.equal((await as('POST /curation/services/:serviceId', more)).code, null);
  const kept = (await service(serviceId)) ?? assert.fail();
  assert.deepEqual([kept.needs.map(({ needCode }) => needCode), kept.languages], [['work'], ['en']]);
  assert.deepEqual(
    kept.areas.map(({ areaId }) => areaId),
    [desk.areas.hills],
  );
  assert.deepEqual(
    kept.costs.map(({ amount }) => Number(amount)).toSorted((one, other) => one - other),
    [0, 5],
  );
  await as('POST /curation/services/:serviceId', {
    ...edit,
    needCodes: ['work'],
    areaIds: [],
    languages: [],
    costs: [],
  });
  assert.deepEqual([(await service(serviceId))?.areas, (await service(serviceId))?.costs], [[], []]);
  assert.equal(
    (await as('POST /curation/services/:serviceId', { ...edit, needCodes: ['nothing_such'] })).code,
    'need_not_found',
  );
  assert.equal(
    (await as('POST /curation/services/:serviceId', { ...edit, costs: [{ amount: 4 }] })).code,
    'invalid_input',
  );
});

async function suggest(
  said: Record<string, unknown>,
): Promise<{ suggestionId: string; version: number; code: string }> {
  const { value } = await anyone('POST /suggestions', { locale: 'ar', ...said });
  const listed = (await as('GET /suggestions', {})).value as { items: { suggestionId: string; version: number }[] };
  return { code: String(value?.['code']), ...(listed.items.at(-1) ?? { suggestionId: '', version: 0 }) };
}

test('a missing service is taken by its entry in one moment, or not at all', async () => {
  const { suggestionId, version, code } = await suggest({
    kind: 'new',
    name: 'مطعم شعبي',
    hours: 'كل يوم',
    address: 'نهج الورد',
  });
  const accepted = await as('POST /suggestions/:suggestionId/accept', { suggestionId, version });
  assert.equal(accepted.code, 'entry_needed');
  const entry = {
    organisationId: desk.organisationId,
    name: { ar: 'مطعم شعبي' },
    needCodes: ['food'],
    isSureNew: true,
    suggestionId,
    answer: 'شكرًا',
  };
  assert.equal((await as(CREATE, { ...entry, suggestionVersion: version + 1 })).code, 'changed_meanwhile');
  const found = await search({ words: 'مطعم', page: 1, perPage: 5 });
  assert.deepEqual(
    found.items.filter((item) => item.name.ar === 'مطعم شعبي'),
    [],
    'nothing half',
  );
  const made = await as(CREATE, { ...entry, suggestionVersion: version });
  const serviceId = String(made.value?.['serviceId']);
  const read = (await as('GET /suggestions/:suggestionId', { suggestionId })).value ?? {};
  assert.deepEqual([read['state'], read['serviceId'], read['takenFields']], ['accepted', serviceId, ['name']]);
  const answered = await anyone('POST /suggestions/open', { code });
  assert.deepEqual([answered.value?.['state'], answered.value?.['answer']], ['accepted', 'شكرًا']);
  assert.equal((await as(CREATE, { ...entry, suggestionVersion: version + 1 })).code, 'already_decided');
  const beside = (await as('GET /curation/services/:serviceId/hours', { serviceId, suggestionId })).value ?? {};
  assert.equal((beside['suggested'] as { value: string }).value, 'كل يوم');
  const rows = [{ days: ['MO'], opensAt: '12:00', closesAt: '14:00' }];
  await as('POST /curation/services/:serviceId/hours', { serviceId, rows, suggestionId });
  const taken = (await as('GET /suggestions/:suggestionId', { suggestionId })).value ?? {};
  assert.deepEqual([taken['state'], taken['takenFields']], ['accepted', ['name', 'hours']]);
});

test('hours and an address that were suggested are taken when they are entered, and not by a mark', async () => {
  const { serviceId } = desk;
  const { suggestionId, version } = await suggest({
    kind: 'change',
    serviceId,
    hours: '9-12',
    address: 'rue X',
    phone: '+216 70 555 009',
  });
  const accept = 'POST /suggestions/:suggestionId/accept';
  assert.equal((await as(accept, { suggestionId, version, taken: ['hours'] })).code, 'not_entered_yet');
  const rows = [{ days: ['MO'], opensAt: '9', closesAt: '12' }];
  const others = await as('POST /curation/services/:serviceId/hours', {
    serviceId: desk.othersServiceId,
    rows,
    suggestionId,
  });
  assert.equal(others.code, 'suggestion_not_found');
  await as('POST /curation/services/:serviceId/hours', { serviceId, rows, suggestionId, suggestionVersion: version });
  const taken = { suggestionId, version: version + 1, taken: ['phone', 'hours'] };
  assert.equal((await as(accept, taken)).value?.['state'], 'partly_accepted');
  const place = { serviceId, addressLines: { fr: '1 rue X' }, suggestionId };
  assert.equal((await as('POST /curation/services/:serviceId/places', place)).code, null);
  assert.equal(((await as('GET /suggestions/:suggestionId', { suggestionId })).value ?? {})['state'], 'accepted');
});
