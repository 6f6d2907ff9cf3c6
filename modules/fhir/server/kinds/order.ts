import { refuse } from '@qantara/kernel';
import { unchanged } from '@qantara/people/domain';
import { findPersonForUseCase, listVisibleCards } from '@qantara/people/server';
import { listReferralPage, openReferral, type PagedReferral, type ReferralQuestion } from '@qantara/referrals/server';
import {
  codesAsked,
  cursorOf,
  filtersOf,
  hasCode,
  idsAsked,
  isUuid,
  NO_CONTACT,
  noContactDetail,
  orderOf,
  sourceOf,
  partsOfCursor,
  placeIn,
  type Concept,
  type OrderBody,
  type Question,
  type Resource,
} from '../../domain/index.ts';
import { paged, type Call, type Kind, type Page } from '../call.ts';
import { idsLeft, personsAsked } from '../questions.ts';
import { findKept, listKept } from '../resource-store.ts';
import { loadTaskExtras, referralsForOrders } from '../task-store.ts';
import { createKept, keptKind, ownKept, searchKept, shownKept, updateKept } from './kept.ts';

const own = keptKind('ServiceRequest');

/** Nobody is to write or call: carried into how the person may be reached, everywhere. */
async function stopContact(call: Call, { orderDetail, subject }: OrderBody): Promise<void> {
  if (!hasCode(orderDetail, NO_CONTACT)) return;
  const personId = (subject.reference ?? '').split('/').at(-1) ?? '';
  const { person } = await call.people.getPerson({ personId });
  if (!person.mayContact) return;
  await call.people.correctPerson({ ...unchanged(person), mayContact: false, noContactReason: 'danger' });
}

type Shown = { referral: PagedReferral; mayContact: boolean; sourceOrderId: string | null };

function orderFrom(call: Call, { referral, mayContact, sourceOrderId }: Shown): Resource {
  const { needName, createdAt, sentAt } = referral;
  const authoredAt = sentAt ?? createdAt;
  return orderOf({
    ...referral,
    needName: needName[call.locale] ?? referral.needCode,
    authoredAt,
    mayContact,
    sourceOrderId,
  });
}

/** The orders behind the referrals that these came from: those of a request that was split or referred on. */
async function sourceOrders(
  call: Call,
  referrals: readonly PagedReferral[],
): Promise<(one: PagedReferral) => string | null> {
  const sources = [...new Set(referrals.flatMap((one) => sourceOf(one) ?? []))];
  const extras = await loadTaskExtras(call, sources);
  return (one) => {
    const source = sourceOf(one);
    return source === null ? null : (extras.get(source)?.orderId ?? source);
  };
}

/** Referrals as orders: those that no stated order stands for. Of a partner's, only what a consent still shares. */
async function ordersOf(call: Call, referrals: readonly PagedReferral[]): Promise<Resource[]> {
  const { ctx } = call;
  const extras = await loadTaskExtras(
    call,
    referrals.map(({ referralId }) => referralId),
  );
  const left = referrals.filter(({ referralId }) => (extras.get(referralId)?.orderId ?? null) === null);
  const mine = left.filter(({ side }) => side === 'requester');
  const cards = await listVisibleCards(
    ctx,
    mine.map(({ personId }) => personId),
  );
  const stopped = new Set<string>(cards.flatMap(({ personId, mayContact }) => (mayContact ? [] : [personId])));
  if (mine.length > 0)
    ctx.noteAccess({ personId: mine.map(({ personId }) => personId), kind: 'referrals', rule: 'party' });
  const sourceOrderOf = await sourceOrders(call, mine);
  return mine.map((referral) =>
    orderFrom(call, {
      referral,
      mayContact: !stopped.has(referral.personId),
      sourceOrderId: sourceOrderOf(referral),
    }),
  );
}

/** One that came to a partner: whether it may call is asked of the consent of this moment. */
async function readSent(call: Call, id: string): Promise<Resource | undefined> {
  const [referral] = await listReferralPage(call.ctx, { ids: [id], limit: 1 });
  if (referral === undefined) return undefined;
  if (referral.side === 'requester') return (await ordersOf(call, [referral]))[0];
  const extra = (await loadTaskExtras(call, [id])).get(id);
  const { person } = await openReferral(call.ctx, { referralId: id, rule: 'party' });
  const isThere = (extra?.orderId ?? null) === null && person !== null;
  if (!isThere) return undefined;
  const sourceOrderId = (await sourceOrders(call, [referral]))(referral);
  return orderFrom(call, { referral, mayContact: person.mayContact, sourceOrderId });
}

/** Of these people, those whom nobody is to write to or call; asked in the name of a partner too, of whom a consent shows it. */
async function stoppedOf(call: Call, personIds: readonly string[]): Promise<Set<string>> {
  const cards = await listVisibleCards(call.ctx, personIds);
  const stopped = new Set<string>(cards.flatMap(({ personId, mayContact }) => (mayContact ? [] : [personId])));
  const known = new Set<string>(cards.map(({ personId }) => personId));
  for (const personId of new Set(personIds.filter((id) => !known.has(id))))
    if ((await findPersonForUseCase(call.ctx, personId))?.mayContact === false) stopped.add(personId);
  return stopped;
}

async function withStop(call: Call, orders: Resource[]): Promise<Resource[]> {
  const personIds = orders.flatMap(({ subject }) => [
    String((subject as OrderBody['subject']).reference)
      .split('/')
      .at(-1) ?? '',
  ]);
  const stopped = personIds.length === 0 ? new Set<string>() : await stoppedOf(call, personIds);
  return orders.map((order, at) => {
    const details = (order['orderDetail'] as OrderBody['orderDetail']) ?? [];
    const isSaid = hasCode(details, NO_CONTACT) || !stopped.has(personIds[at] ?? '');
    return isSaid ? order : { ...order, orderDetail: [...details, noContactDetail] };
  });
}

async function read(call: Call, id: string): Promise<Resource | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await findKept(call, 'ServiceRequest', id);
  return row === undefined ? readSent(call, id) : (await withStop(call, await shownKept(call, [row])))[0];
}

async function include(call: Call, ids: string[], _of: readonly Resource[]): Promise<Resource[]> {
  const rows = await listKept(call, { types: ['ServiceRequest'], ids, limit: ids.length });
  const stated = await withStop(call, await shownKept(call, rows));
  const known = new Set(rows.map((row) => row.resource_id));
  const left = ids.filter((id) => !known.has(id));
  const sent = left.length === 0 ? [] : await listReferralPage(call.ctx, { ids: left, limit: left.length });
  return [...stated, ...(await ordersOf(call, sent))];
}

const STATUSES: Record<string, readonly string[]> = {
  active: ['requested', 'accepted', 'rejected', 'in-progress', 'on-hold', 'failed'],
  completed: ['completed'],
  revoked: ['cancelled'],
  'entered-in-error': ['entered-in-error'],
};

/** What is asked of referrals as orders; nothing where it is what none of them has. */
async function sentAsked(call: Call, question: Question): Promise<Omit<ReferralQuestion, 'limit'> | null> {
  const intents = codesAsked(question, 'intent');
  const kinds =
    intents === null
      ? [false, true]
      : [...(intents.includes('order') ? [false] : []), ...(intents.includes('filler-order') ? [true] : [])];
  if (filtersOf(question, 'token', 'identifier', 'code').length > 0 || kinds.length === 0) return null;
  const orders = idsAsked(question, 'ServiceRequest', 'based-on');
  const states = codesAsked(question, 'status');
  const statuses = states === null ? null : states.flatMap((state) => STATUSES[state] ?? []);
  return {
    ids: idsLeft(question),
    personIds: personsAsked(question),
    partOfIds: orders === null ? null : await referralsForOrders(call, orders),
    hasSource: kinds.length === 2 ? null : kinds[0] === true,
    statuses,
  };
}

async function searchSent(call: Call, question: Question, after: [string, string] | null): Promise<Page> {
  const asked = await sentAsked(call, question);
  if (asked === null) return { resources: [], next: null };
  const from = after === null ? null : { sentAt: after[0], referralId: after[1] };
  const found = await listReferralPage(call.ctx, { ...asked, after: from, limit: question.count + 1 });
  const { shown, next } = paged(found, question.count, ({ sentAt, referralId }) =>
    cursorOf(['sent', sentAt ?? '', referralId]),
  );
  const wanted = codesAsked(question, 'category');
  const orders = await ordersOf(call, shown);
  const isAsked = (order: Resource): boolean =>
    wanted === null || wanted.some((code) => hasCode(order['category'] as Concept[], code));
  return { resources: orders.filter(isAsked), next };
}

/** What was stated first, then what was sent by other ways. */
async function search(call: Call, question: Question): Promise<Page> {
  const parts = partsOfCursor(question.cursor);
  if (parts?.[0] === 'sent') return searchSent(call, question, parts.length === 1 ? null : placeIn(parts.slice(1)));
  const { resources, next } = await searchKept(call, question);
  const shown = await withStop(call, resources);
  if (next !== null) return { resources: shown, next };
  const room = question.count - shown.length;
  if (room === 0) return { resources: shown, next: cursorOf(['sent']) };
  const rest = await searchSent(call, { ...question, count: room }, null);
  return { resources: [...shown, ...rest.resources], next: rest.next };
}

/** Orders: those that were stated, and what stands behind referrals that were not. */
export const orderKind: Kind = {
  read,
  search,
  include,
  create: async (call, body) => (await createKept(call, body, (order: OrderBody) => stopContact(call, order))).resource,
  update: async (call, given, before) => {
    const row = await ownKept(call, 'ServiceRequest', before['id']);
    const order = given as unknown as OrderBody;
    const updated = await updateKept(call, { given, row });
    await stopContact(call, { ...order, subject: { reference: `Patient/${row.person_id}` } });
    return updated;
  },
  versions: async (call, id) => {
    const stated = await own.versions(call, id);
    if (stated.length > 0) return stated;
    const sent = await read(call, id);
    return sent === undefined ? refuse('resource_not_found') : [sent];
  },
};
