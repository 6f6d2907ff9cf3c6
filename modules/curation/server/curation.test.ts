import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '@qantara/kernel';
import { findService, resolveRecordIds, stateRecords } from '@qantara/directory/server';
import { callRoute, curator, inSystem, openDesk, type Desk } from './testing.ts';

let desk: Desk;

before(async () => {
  desk = await openDesk();
});

after(() => desk.database.close());

type Answer = { value: Record<string, unknown> | null; code: string | null };
const as = async (path: string, input: unknown) => (await callRoute(desk, path, { input, actor: curator })) as Answer;
const anyone = async (path: string, input: unknown) => (await callRoute(desk, path, { input })) as Answer;
const service = (serviceId = desk.serviceId) => inSystem(desk, (ctx) => findService(ctx, serviceId));

async function aLink(): Promise<{ token: string; linkId: string }> {
  const path = 'POST /curation/organisations/:organisationId/links';
  return (await as(path, { organisationId: desk.organisationId })).value as { token: string; linkId: string };
}

type Entries = { entries: { serviceId: string; standing: string; capacity: string }[] };

test('an organisation confirms its entries by its link, without an account, and they are fresh', async () => {
  const { token } = await aLink();
  const opened = (await anyone('POST /keeping/open', { token })).value as unknown as Entries;
  assert.deepEqual(
    opened.entries.map(({ serviceId, standing }) => [serviceId, standing]),
    [[desk.serviceId, 'never']],
  );
  const confirmed = await anyone('POST /keeping/confirm', { token, serviceIds: [desk.serviceId] });
  assert.equal((confirmed.value as unknown as Entries).entries[0]?.standing, 'fresh');
  assert.ok(Date.now() - Date.parse((await service())?.assuredAt ?? '') < 60_000);
  const full = await anyone('POST /keeping/capacity', { token, serviceId: desk.serviceId, capacity: 'full' });
  assert.equal((full.value as unknown as Entries).entries[0]?.capacity, 'full');
});

test('a link opens nothing but its own organisation’s entries, and nothing once it is revoked', async () => {
  const { token, linkId } = await aLink();
  const others = { token, serviceIds: [desk.othersServiceId] };
  assert.equal((await anyone('POST /keeping/confirm', others)).code, 'service_not_found');
  assert.equal((await anyone('POST /keeping/open', { token: 'x'.repeat(43) })).code, 'link_not_valid');
  await as('POST /curation/links/:linkId/revoke', { linkId });
  assert.equal((await anyone('POST /keeping/open', { token })).code, 'link_not_valid');
  assert.equal((await anyone('POST /keeping/confirm', { token, serviceIds: [desk.serviceId] })).code, 'link_not_valid');
});

const SUGGESTED = {
  kind: 'change',
  locale: 'fr',
  description: 'Soupe et pain',
  phone: '+216 70 555 999',
  message: 'Vu hier',
};

async function suggest(more: Record<string, unknown> = {}) {
  const { value } = await anyone('POST /suggestions', { ...SUGGESTED, serviceId: desk.serviceId, ...more });
  const listed = (await as('GET /suggestions', {})).value as { items: { suggestionId: string; version: number }[] };
  return { code: String(value?.['code']), ...(listed.items.at(-1) ?? { suggestionId: '', version: 0 }) };
}

test('what anyone suggests changes nothing until a moderator takes it, and the answer goes back by the code', async () => {
  const { code, suggestionId, version } = await suggest({ contactEmail: 'someone@example.org' });
  assert.equal((await service())?.phones[0]?.number, '+216 70 555 001');
  const waiting = await anyone('POST /suggestions/open', { code });
  assert.equal(waiting.value?.['state'], 'waiting');
  const accepted = await as('POST /suggestions/:suggestionId/accept', {
    suggestionId,
    version,
    taken: ['phone', 'description'],
    values: { description: 'Soupe et pain, chaque midi' },
    answer: 'Merci !',
  });
  assert.equal(accepted.value?.['state'], 'accepted');
  const changed = await service();
  assert.equal(changed?.phones[0]?.number, '+216 70 555 999');
  assert.deepEqual(changed?.description, { en: 'Soup and bread', fr: 'Soupe et pain, chaque midi' });
  const answered = await anyone('POST /suggestions/open', { code: code.toLowerCase() });
  assert.deepEqual([answered.value?.['state'], answered.value?.['answer']], ['accepted', 'Merci !']);
  const again = { suggestionId, version, taken: [] };
  assert.equal((await as('POST /suggestions/:suggestionId/accept', again)).code, 'already_decided');
});

test('a suggestion that is refused says why, and changes nothing', async () => {
  const before = await service();
  const { code, suggestionId, version } = await suggest({ phone: '+216 70 000 000' });
  await as('POST /suggestions/:suggestionId/reject', {
    suggestionId,
    version,
    answer: 'The number was checked today.',
  });
  assert.deepEqual((await service())?.phones, before?.phones);
  assert.equal((await anyone('POST /suggestions/open', { code })).value?.['answer'], 'The number was checked today.');
});

test('two moderators do not answer one suggestion twice', async () => {
  const { suggestionId, version } = await suggest();
  const stale = { suggestionId, version: version + 1, answer: 'No' };
  assert.equal((await as('POST /suggestions/:suggestionId/reject', stale)).code, 'changed_meanwhile');
});

test('who says that an entry has closed closes it only by a moderator, and a claim names who keeps it', async () => {
  assert.equal(
    (await anyone('POST /suggestions', { kind: 'claim', serviceId: desk.serviceId, locale: 'ar' })).code,
    'claim_contact_needed',
  );
  const claim = await suggest({ kind: 'claim', contactName: 'Amal', contactEmail: 'amal@example.org', locale: 'ar' });
  const claimed = await as('POST /suggestions/:suggestionId/accept', {
    suggestionId: claim.suggestionId,
    version: claim.version,
  });
  assert.equal(claimed.code, null);
  const kept = await as('GET /curation/organisations/:organisationId', { organisationId: desk.organisationId });
  assert.equal(((kept.value ?? {})['keeper'] as { name: string }).name, 'Amal');
  const closed = await suggest({ kind: 'closed' });
  assert.equal((await service())?.status, 'active');
  await as('POST /suggestions/:suggestionId/accept', { suggestionId: closed.suggestionId, version: closed.version });
  assert.equal((await service())?.status, 'defunct');
});

test('an empty suggestion is refused, and nobody but a curator reads the queue', async () => {
  const empty = { kind: 'change', serviceId: desk.serviceId, locale: 'en' };
  assert.equal((await anyone('POST /suggestions', empty)).code, 'nothing_suggested');
  assert.equal((await anyone('GET /suggestions', {})).code, 'not_signed_in');
});

test('a translation says who made it and of what, and that it is out of date once the original reads otherwise', async () => {
  const id = newId();
  await inSystem(desk, async (ctx) => {
    const ids = await resolveRecordIds(ctx, { source: 'there', object: 'service', sourceRecordIds: [id] });
    assert.equal(ids.get(id), id);
    const fields = { organization_id: desk.organisationId, name: { fr: 'Repas' }, status: 'active' };
    await stateRecords(ctx, 'there', [
      { object: 'service', sourceRecordId: id, recordId: id, content: { fields, parts: {} }, isEdit: false },
    ]);
  });
  const edited = await as('POST /curation/services/:serviceId', {
    serviceId: id,
    name: { fr: 'Repas', ar: 'وجبات' },
    status: 'active',
    capacity: 'unknown',
    cadenceMonths: 3,
    isTranslation: true,
  });
  assert.deepEqual(
    (
      (edited.value ?? {})['translations'] as {
        field: string;
        locale: string;
        fromLocale: string;
        isOutdated: boolean;
      }[]
    ).map(({ field, locale, fromLocale, isOutdated }) => [field, locale, fromLocale, isOutdated]),
    [['name', 'ar', 'fr', false]],
  );
  await inSystem(desk, (ctx) => {
    const fields = { organization_id: desk.organisationId, name: { fr: 'Repas chauds' }, status: 'active' };
    return stateRecords(ctx, 'there', [
      { object: 'service', sourceRecordId: id, recordId: id, content: { fields, parts: {} }, isEdit: false },
    ]);
  });
  const now = await as('GET /curation/services/:serviceId', { serviceId: id });
  assert.deepEqual(now.value?.['name'], { fr: 'Repas chauds', ar: 'وجبات' });
  assert.equal(((now.value ?? {})['translations'] as { isOutdated: boolean }[])[0]?.isOutdated, true);
  const history = await as('GET /curation/services/:serviceId/history', { serviceId: id });
  const lines = (history.value ?? {})['items'] as { field: string; before: string | null; after: string | null }[];
  assert.ok(lines.some((one) => one.field === 'name.fr' && one.before === 'Repas' && one.after === 'Repas chauds'));
});

test('services that may be one are found, made one, and two again', async () => {
  const twin = await inSystem(desk, async (ctx) => {
    const { saveService } = await import('@qantara/directory/server');
    const make = (sourceId: string) =>
      saveService(ctx, {
        organisationId: desk.organisationId,
        name: { en: 'Clothes for children' },
        needCodes: [],
        phones: [{ number: '+216 70 555 321' }],
        source: sourceId,
        sourceId,
      });
    return [await make('first'), await make('second')] as const;
  });
  await as('POST /curation/pairs/find', {});
  const pairs = ((await as('GET /curation/pairs', {})).value ?? {})['items'] as {
    one: { id: string };
    other: { id: string };
    reasons: string[];
  }[];
  const pair = pairs.find(({ one, other }) => twin.includes(one.id as never) && twin.includes(other.id as never));
  assert.deepEqual(pair?.reasons, ['same_name', 'same_phone', 'same_organisation']);
  const merged = await as('POST /curation/pairs/merge', { object: 'service', keptId: twin[0], goneId: twin[1] });
  assert.equal((await service(twin[1]))?.serviceId, twin[0]);
  await as('POST /curation/merges/:mergeId/undo', { mergeId: merged.value?.['mergeId'] });
  assert.equal((await service(twin[1]))?.serviceId, twin[1]);
  const open = ((await as('GET /curation/pairs', {})).value ?? {})['items'] as { one: { id: string } }[];
  assert.ok(open.some(({ one }) => one.id === pair?.one.id));
});

test('an alert is shown until it ends, on its service and nowhere else', async () => {
  const day = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const given = { serviceId: desk.othersServiceId, text: { en: 'Closed tomorrow' }, severity: 'notice', endsOn: day };
  const { value } = await as('POST /curation/alerts', given);
  const shown = async (serviceId: string) =>
    (((await anyone('GET /alerts', { serviceId })).value ?? {})['alerts'] as { text: { en: string } }[]).map(
      ({ text }) => text.en,
    );
  assert.deepEqual([await shown(desk.othersServiceId), await shown(desk.serviceId)], [['Closed tomorrow'], []]);
  await as('POST /curation/alerts/:alertId/end', { alertId: value?.['alertId'] });
  assert.deepEqual(await shown(desk.othersServiceId), []);
  assert.equal((await as('POST /curation/alerts', { ...given, endsOn: '2020-01-01' })).code, 'ends_before_it_begins');
});

test('the dashboard counts what was made sure of, what is overdue and what nobody keeps', async () => {
  const report = (await as('GET /curation/freshness', {})).value as { all: Record<string, number>; oldest: unknown[] };
  assert.ok((report.all['total'] ?? 0) >= (report.all['withinSix'] ?? 0));
  assert.ok((report.all['withinTwelve'] ?? 0) >= (report.all['withinSix'] ?? 0));
  assert.ok((report.all['withoutKeeper'] ?? 0) > 0);
  assert.ok(report.oldest.length > 0);
});
