import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { listAccountCards } from '@qantara/identity/server';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { z } from 'zod';
import type { Glass, GlassItem, ReviewGlass } from '../../contract/index.ts';
import { listCards } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { REVIEW_DAYS } from '../../domain/index.ts';
import { countGlassesSince, findGlass, listGlasses, listGlassesByReview, saveVerdict } from './glass-store.ts';

type GlassCtx = Ctx<PeopleTables>;

/** With the names that whoever reads may know: the person's only where the database shows it to them anyway. */
async function named(ctx: GlassCtx, glasses: Glass[]): Promise<GlassItem[]> {
  const people = await listCards(
    ctx.db,
    glasses.map(({ personId }) => personId),
  );
  const accounts = new Map((await listAccountCards(ctx)).map((one) => [one.accountId, one.displayName]));
  const organisations = await listOrganisationNames(
    ctx,
    glasses.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return glasses.map((glass) => ({
    ...glass,
    displayName: people.get(glass.personId)?.displayName ?? null,
    isOwn: glass.accountId === ctx.actor.accountId,
    accountName: accounts.get(glass.accountId) ?? null,
    organisationName: organisations.get(glass.organisationId ?? '') ?? null,
  }));
}

/** One's own emergency openings, and those by others of people whom one's organisation looks after. */
export async function listOwnGlasses(ctx: GlassCtx): Promise<{ own: GlassItem[]; ofOurs: GlassItem[] }> {
  const { accountId, organisationId } = ctx.actor;
  if (accountId === null) return refuse('not_signed_in');
  const own = await listGlasses(ctx.db, { accountId });
  const ofOurs =
    organisationId === null
      ? []
      : await listGlasses(ctx.db, { stewardOrganisationId: organisationId, butBy: accountId });
  const items = { own: await named(ctx, own), ofOurs: await named(ctx, ofOurs) };
  const shown = [...items.own, ...items.ofOurs].filter(({ displayName }) => displayName !== null);
  ctx.noteAccess({ personId: [...new Set(shown.map(({ personId }) => personId))], kind: 'glass' });
  return items;
}

/** How many emergencies opened the record of somebody whom one's organisation looks after, in the last week: to be told at once. */
export async function countGlasses(ctx: GlassCtx): Promise<{ count: number }> {
  const { accountId, organisationId } = ctx.actor;
  if (accountId === null || organisationId === null) return { count: 0 };
  const since = new Date(ctx.now.getTime() - REVIEW_DAYS * 86_400_000);
  return { count: await countGlassesSince(ctx.db, { stewardOrganisationId: organisationId, butBy: accountId, since }) };
}

/** For the privacy officer, without a person's name: those whose review is owed, or those that were looked at. */
export async function listGlassReviews(ctx: AnyCtx, isReviewed: boolean): Promise<GlassItem[]> {
  const own = withTables<PeopleTables>(ctx);
  const glasses = await listGlassesByReview(own.db, isReviewed);
  return (await named(own, glasses)).map((one) => ({ ...one, displayName: null }));
}

/** What the privacy officer found. Refuses `glass_not_found`, `glass_own` to whoever opened it, `glass_reviewed` the second time. */
export async function reviewGlass(anyCtx: AnyCtx, given: z.output<typeof ReviewGlass>): Promise<void> {
  const ctx = withTables<PeopleTables>(anyCtx);
  const by = ctx.actor.accountId ?? refuse('not_signed_in');
  const glass = (await findGlass(ctx.db, given.glassId)) ?? refuse('glass_not_found');
  if (glass.accountId === by) refuse('glass_own');
  const { verdict, note } = given;
  if (!(await saveVerdict(ctx.db, { glass, verdict, note, by, now: ctx.now }))) refuse('glass_reviewed');
  ctx.emit({
    type: 'glass.reviewed',
    subject: glass.glassId,
    personId: glass.personId,
    data: { verdict, account: glass.accountId },
    after: { note },
  });
}
