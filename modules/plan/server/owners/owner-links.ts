import { refuse, type Locale } from '@qantara/kernel';
import { notify } from '@qantara/notifications/server';
import type { Ctx } from '@qantara/platform';
import { renderSVG } from 'uqr';
import type { z } from 'zod';
import type { AskedNode, AskOwner, ChangedItem, ItemId, MadeOwnerLink, SaidOfNode } from '../../contract/index.ts';
import { findItem, type BareItem } from '../item-store.ts';
import { findPlan } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { getOpenItem } from '../write/open-plan.ts';
import {
  findHeldLink,
  insertOwnerLink,
  saveOwnerLinkRevoked,
  saveUsed,
  type NewOwnerLink,
  type OwnerLinkRow,
} from './owner-link-store.ts';
import { askedOf, sayNews } from './say-news.ts';

type PlanCtx = Ctx<PlanTables>;

/** Makes a link and sends it to an organisation, whose address is looked up when the message goes out. */
export async function sendOwnerLink(
  ctx: PlanCtx,
  { itemId, locale, organisationId }: { itemId: string; locale: Locale; organisationId: string },
): Promise<NewOwnerLink> {
  const made = await insertOwnerLink(ctx, { itemId, locale, sentTo: organisationId });
  await notify(ctx, {
    template: 'plan.tell_by_link',
    to: { kind: 'organisation', organisationId },
    values: { link: `/tell/${made.token}` },
    subject: made.linkId,
    urgency: 'soon',
  });
  ctx.emit({ type: 'owner_link.made', subject: made.linkId, data: { itemId, sentTo: organisationId } });
  return made;
}

async function handOverLink(ctx: PlanCtx, { itemId, locale }: z.output<typeof AskOwner>): Promise<NewOwnerLink> {
  const made = await insertOwnerLink(ctx, { itemId, locale, sentTo: null });
  ctx.emit({ type: 'owner_link.made', subject: made.linkId, data: { itemId } });
  return made;
}

/**
 * Makes a link by which whoever answers for a node says how it goes, without an account: told once, or sent to the
 * organisation that leads the node. Refuses `item_without_lead` where there is nobody to send it to.
 */
export async function makeOwnerLink(
  ctx: PlanCtx,
  asked: z.output<typeof AskOwner>,
): Promise<z.infer<typeof MadeOwnerLink>> {
  const { itemId, locale } = asked;
  const { leadOrganisationId: organisationId } = await getOpenItem(ctx, itemId);
  const { linkId, token, expiresAt } =
    asked.handOver === 'shown'
      ? await handOverLink(ctx, asked)
      : await sendOwnerLink(ctx, { itemId, locale, organisationId: organisationId ?? refuse('item_without_lead') });
  const link = `${ctx.outside.address}/${locale}/tell/${token}`;
  return { linkId, link, qrCode: renderSVG(link, { border: 2 }), expiresAt: expiresAt.toISOString() };
}

/** Ends a link at once. Refuses `owner_link_not_found`. */
export async function revokeOwnerLink(
  ctx: PlanCtx,
  of: { itemId: ItemId; linkId: string },
): Promise<z.infer<typeof ChangedItem>> {
  const { itemId, version } = (await findItem(ctx.db, of.itemId)) ?? refuse('item_not_found');
  if (!(await saveOwnerLinkRevoked(ctx, of))) refuse('owner_link_not_found');
  ctx.emit({ type: 'owner_link.revoked', subject: of.linkId, data: { itemId } });
  return { itemId, version };
}

async function openHeld(
  ctx: PlanCtx,
  token: string,
): Promise<{ link: OwnerLinkRow; item: BareItem; asked: AskedNode }> {
  const link = (await findHeldLink(ctx, token)) ?? refuse('owner_link_not_valid');
  const item = (await findItem(ctx.db, link.item_id)) ?? refuse('owner_link_not_valid');
  // What was sent to an organisation that leads the node no more speaks for nobody.
  if (link.sent_to !== null && link.sent_to !== item.leadOrganisationId) refuse('owner_link_not_valid');
  const plan = await findPlan(ctx.db, { planId: item.planId, onlyPublic: false });
  if (plan === undefined || plan.state === 'archived') return refuse('owner_link_not_valid');
  return { link, item, asked: { ...(await askedOf(ctx, item, plan)), locale: link.locale } };
}

/** What a link asks. Refuses `owner_link_not_valid` for one that is wrong, revoked or over, alike. Looking changes nothing. */
export async function lookAtOwnerLink(ctx: PlanCtx, { token }: { token: string }): Promise<AskedNode> {
  return (await openHeld(ctx, token)).asked;
}

/** What the owner says by the link: counted, and in the story of the node without anybody's name. */
export async function tellByOwnerLink(
  ctx: PlanCtx,
  { token, ...said }: SaidOfNode & { token: string },
): Promise<AskedNode> {
  const { link, item } = await openHeld(ctx, token);
  await sayNews(ctx, item, { ...said, by: 'link' });
  await saveUsed(ctx, link.link_id);
  ctx.emit({ type: 'owner_link.used', subject: link.link_id, data: { itemId: item.itemId } });
  return (await openHeld(ctx, token)).asked;
}
