import { refuse, type Actor, type LocalizedText } from '@qantara/kernel';
import { listAgreedCategories } from '@qantara/agreements/server';
import { findActorOf, listAccountCards } from '@qantara/identity/server';
import { listOrganisationNames } from '@qantara/organisations/server';
import { readerOf, type Reader } from '@qantara/people/domain';
import { countReached, findStands, listWaysTo, type Reached, type Stands } from '@qantara/people/server';
import { circlesOf, type Ctx } from '@qantara/platform';
import type { AccessExplanation, AccessView } from '../../contract/index.ts';
import { explainAccess } from '../../domain/index.ts';
import type { OversightTables } from '../tables.gen.ts';

type AccessCtx = Ctx<OversightTables>;

async function nameOf(ctx: AccessCtx, organisationId: string | null): Promise<LocalizedText | null> {
  if (organisationId === null) return null;
  return (await listOrganisationNames(ctx, [organisationId])).get(organisationId) ?? null;
}

/** Who watches openings is told of every record; who keeps accounts of ordinary ones alone: another is for them as none. */
async function findAskable(ctx: AccessCtx, personId: string): Promise<Stands | undefined> {
  const stands = await findStands(ctx, personId);
  const isPlain = stands?.recordClass === 'ordinary' && !stands.isRestricted;
  return isPlain || ctx.actor.permissions.has('oversight:read') ? stands : undefined;
}

async function explain(ctx: AccessCtx, actor: Actor, personId: string): Promise<AccessExplanation> {
  const circles = circlesOf(actor);
  const stands = await findAskable(ctx, personId);
  const from = stands?.stewardOrganisationId ?? null;
  const to = actor.organisationId;
  const agreed =
    from === null || to === null || from === to
      ? ('all' as const)
      : await listAgreedCategories(ctx, { from, to, purpose: 'referral' });
  const judged = explainAccess({
    isOpen: actor.accountId !== null,
    permissions: actor.permissions,
    isThere: stands !== undefined && !stands.isMerged,
    recordClass: stands?.recordClass ?? null,
    reader: readerOf(actor, circles),
    ways: stands === undefined ? [] : await listWaysTo(ctx, personId, circles),
    agreed,
    at: ctx.now,
  });
  ctx.noteAccess({ personId, kind: 'explain', rule: 'oversight' });
  return { personId, ...judged, stewardName: await nameOf(ctx, from) };
}

async function listReached(ctx: AccessCtx, reader: Reader): Promise<Reached[]> {
  const reached = await countReached(ctx, reader);
  return ctx.actor.permissions.has('oversight:read')
    ? reached
    : reached.filter(({ recordClass }) => recordClass === 'ordinary');
}

/**
 * What one account comes to, and whether it sees one person's record, and why: without a name, and nothing of what a record says.
 * Refuses `account_not_found`.
 */
export async function viewAccess(
  ctx: AccessCtx,
  { accountId, personId }: { accountId: string; personId?: string | undefined },
): Promise<AccessView> {
  const actor = (await findActorOf(ctx, accountId)) ?? refuse('account_not_found');
  const card = (await listAccountCards(ctx)).find((one) => one.accountId === accountId);
  const account = card ?? refuse('account_not_found');
  const reader = readerOf(actor, circlesOf(actor));
  return {
    account,
    classes: [...reader.classes],
    reached: actor.accountId === null ? [] : await listReached(ctx, reader),
    explanation: personId === undefined ? null : await explain(ctx, actor, personId),
  };
}
