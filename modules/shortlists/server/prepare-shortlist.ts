import { refuse, type Locale } from '@qantara/kernel';
import { countAttempt, forgiveAttempt, type Ctx } from '@qantara/platform';
import { findService, listServiceCards } from '@qantara/directory/server';
import { findVisiblePerson, lockVisibleCard, safeContactOf } from '@qantara/people/server';
import { renderSVG } from 'uqr';
import type { z } from 'zod';
import type { SharedShortlist, Shortlist } from '../contract/index.ts';
import { moved } from '../domain/index.ts';
import {
  findShared,
  findShortlist,
  insertShortlist,
  lockShortlist,
  removeShare,
  saveItems,
  saveList,
  saveShare,
  type ItemRow,
  type ListRow,
  type OfList,
} from './shortlist-store.ts';
import type { ShortlistsTables } from './tables.gen.ts';

type ListsCtx = Ctx<ShortlistsTables>;

/** More is no choice any more, and no page to carry. */
const MOST_ITEMS = 30;
const TRIES = { limit: 30, windowSeconds: 900 };

async function shown(ctx: ListsCtx, list: ListRow): Promise<z.input<typeof Shortlist>> {
  const person = (await findVisiblePerson(ctx, list.personId)) ?? refuse('person_not_found');
  const contact = await safeContactOf(ctx, person, ['text', 'email']);
  const cards = await listServiceCards(
    ctx,
    list.items.map(({ serviceId }) => serviceId),
  );
  return {
    personId: list.personId,
    shortlistId: list.shortlistId,
    displayName: person.displayName,
    note: list.note,
    locale: list.locale,
    version: list.version,
    items: list.items.flatMap(({ serviceId, note }) => {
      const card = cards.get(serviceId);
      return card === undefined ? [] : [{ card, note }];
    }),
    sharedUntil: list.sharedUntil?.toISOString() ?? null,
    sendTo: contact.mayContact ? contact.ways.filter(({ refused }) => refused !== 'not_safe') : [],
    mayContact: contact.mayContact,
    isDisguised: contact.isDisguised,
  };
}

/** A list of a person whom this actor's organisation looks after; a stranger's does not exist. */
export async function getShortlist(ctx: ListsCtx, of: OfList) {
  if ((await findVisiblePerson(ctx, of.personId)) === undefined) refuse('person_not_found');
  const list = (await findShortlist(ctx, of)) ?? refuse('shortlist_not_found');
  ctx.noteAccess({ personId: of.personId, kind: 'shortlist', subjectId: of.shortlistId });
  return shown(ctx, list);
}

async function lockOwn(ctx: ListsCtx, of: OfList): Promise<ListRow> {
  if ((await lockVisibleCard(ctx, of.personId)) === undefined) refuse('person_not_found');
  return (await lockShortlist(ctx, of)) ?? refuse('shortlist_not_found');
}

async function getService(ctx: ListsCtx, serviceId: string): Promise<string> {
  const service = (await findService(ctx, serviceId)) ?? refuse('service_not_found');
  return service.serviceId;
}

function told(ctx: ListsCtx, step: 'created' | 'changed' | 'shared' | 'unshared', of: OfList): void {
  ctx.emit({ type: `shortlist.${step}`, subject: of.shortlistId, personId: of.personId });
}

async function changed(ctx: ListsCtx, of: OfList) {
  told(ctx, 'changed', of);
  return shown(ctx, (await findShortlist(ctx, of)) ?? refuse('shortlist_not_found'));
}

/** Begins a list for a person, with these services. */
export async function createShortlist(
  ctx: ListsCtx,
  given: { personId: string; locale: Locale; serviceIds: string[] },
) {
  if ((await lockVisibleCard(ctx, given.personId)) === undefined) refuse('person_not_found');
  const items: ItemRow[] = [];
  for (const serviceId of new Set(given.serviceIds))
    items.push({ serviceId: await getService(ctx, serviceId), note: null });
  const of = await insertShortlist(ctx, given);
  await saveItems(ctx, of, items);
  told(ctx, 'created', of);
  return shown(ctx, (await findShortlist(ctx, of)) ?? refuse('shortlist_not_found'));
}

/** Adds a service at the end; one that is there already keeps its place and takes the new word. Refuses `shortlist_full`. */
export async function addToShortlist(ctx: ListsCtx, given: OfList & ItemRow) {
  const list = await lockOwn(ctx, given);
  const serviceId = await getService(ctx, given.serviceId);
  const isThere = list.items.some((item) => item.serviceId === serviceId);
  if (!isThere && list.items.length >= MOST_ITEMS) refuse('shortlist_full');
  const item = { serviceId, note: given.note };
  await saveItems(
    ctx,
    given,
    isThere ? list.items.map((one) => (one.serviceId === serviceId ? item : one)) : [...list.items, item],
  );
  return changed(ctx, given);
}

/** Moves a service up or down, takes it out, or gives it another word. */
export async function changeItem(ctx: ListsCtx, given: OfList & ItemRow & { step: 'up' | 'down' | 'remove' | 'note' }) {
  const list = await lockOwn(ctx, given);
  const at = list.items.findIndex((item) => item.serviceId === given.serviceId);
  if (at === -1) refuse('service_not_found');
  const { step, note } = given;
  const items =
    step === 'remove'
      ? list.items.filter((_item, index) => index !== at)
      : step === 'note'
        ? list.items.map((item, index) => (index === at ? { ...item, note } : item))
        : moved(list.items, at, step);
  await saveItems(ctx, given, items);
  return changed(ctx, given);
}

/** The word above a list, and the language in which it is read. */
export async function changeShortlist(ctx: ListsCtx, given: OfList & { note: string | null; locale: Locale }) {
  await lockOwn(ctx, given);
  await saveList(ctx, given, { note: given.note, locale: given.locale });
  return changed(ctx, given);
}

/** Makes a link by which the person reads and prints the list, in place of the one before. Refuses `shortlist_empty`. */
export async function shareShortlist(ctx: ListsCtx, of: OfList) {
  const list = await lockOwn(ctx, of);
  if (list.items.length === 0) refuse('shortlist_empty');
  const share = await saveShare(ctx, of);
  told(ctx, 'shared', of);
  // Where the region says that it is, never where a request says: the person carries this link home.
  const link = `${ctx.outside.address}/${list.locale}/list/${share.token}`;
  return { ...share, link, qrCode: renderSVG(link, { border: 2 }) };
}

/** Ends the link of a list. */
export async function unshareShortlist(ctx: ListsCtx, of: OfList) {
  await lockOwn(ctx, of);
  await removeShare(ctx, of);
  told(ctx, 'unshared', of);
  return shown(ctx, (await findShortlist(ctx, of)) ?? refuse('shortlist_not_found'));
}

/** The list as its link shows it, with every service as it is today. It names nobody. A wrong link and an ended one answer alike. */
export async function openShortlist(
  ctx: ListsCtx,
  { token }: { token: string },
): Promise<z.input<typeof SharedShortlist>> {
  const bucket = `shortlist link ${ctx.origin}`;
  if (!(await countAttempt(ctx, bucket, TRIES))) refuse('too_many_requests');
  const list = (await findShared(ctx, token)) ?? refuse('list_link_not_valid');
  await forgiveAttempt(ctx, bucket);
  ctx.emit({ type: 'shortlist.opened', subject: list.shortlistId, personId: list.personId });
  const items = [];
  for (const { serviceId, note } of list.items) {
    const service = await findService(ctx, serviceId);
    if (service !== undefined) items.push({ service, note });
  }
  return { note: list.note, locale: list.locale, items };
}
