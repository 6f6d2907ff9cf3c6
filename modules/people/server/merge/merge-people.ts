import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { Merge, MergeId, MergePreview, Person, TwoPeople } from '../../contract/index.ts';
import { scorePair } from '../../domain/index.ts';
import { listCompared } from '../duplicates/duplicate-view.ts';
import { findPerson, listCards } from '../person-store.ts';
import { restrictGroup } from '../protection/restrict-group.ts';
import type { PeopleTables } from '../tables.gen.ts';
import {
  findMerge,
  insertMerge,
  isRequested,
  listMerges,
  lockBoth,
  saveMergedInto,
  saveMergeStep,
  standsForOthers,
  type MergeRow,
} from './merge-store.ts';

type PeopleCtx = Ctx<PeopleTables>;
type OfMerge = { mergeId: string };

const DAYS_TO_AGREE = 7;
const DAY = 86_400_000;

async function toMerges(ctx: PeopleCtx, rows: MergeRow[]): Promise<Merge[]> {
  const cards = await listCards(
    ctx.db,
    rows.flatMap((row) => [row.person_id, row.other_person_id]),
  );
  return rows.flatMap((row) => {
    const [kept, other] = [cards.get(row.person_id), cards.get(row.other_person_id)];
    if (kept === undefined || other === undefined) return [];
    return {
      mergeId: row.merge_id as MergeId,
      status: row.status,
      kept,
      other,
      requestedAt: row.requested_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      isMine: row.requested_by === ctx.actor.accountId,
    };
  });
}

async function toMerge(ctx: PeopleCtx, row: MergeRow): Promise<Merge> {
  return (await toMerges(ctx, [row]))[0] ?? refuse('record_merge_not_found');
}

async function findBoth(ctx: PeopleCtx, two: TwoPeople): Promise<{ kept: Person; other: Person }> {
  const kept = (await findPerson(ctx.db, ctx.actor, two.personId)) ?? refuse('person_not_found');
  const other = (await findPerson(ctx.db, ctx.actor, two.otherPersonId)) ?? refuse('person_not_found');
  if (kept.personId === other.personId) refuse('same_person_record');
  const { organisationId } = ctx.actor;
  // What nobody looks after yet is taken first: two records become one only in the hands of one organisation.
  if ([kept, other].some((one) => one.stewardOrganisationId !== organisationId)) refuse('person_not_found');
  return { kept, other };
}

/** Both records beside one another, with what speaks for one person and against. Both are opened, and that is recorded. */
export async function previewMerge(ctx: PeopleCtx, two: TwoPeople): Promise<z.infer<typeof MergePreview>> {
  const { kept, other } = await findBoth(ctx, two);
  const ids = [kept.personId, other.personId];
  ctx.noteAccess({ personId: ids, kind: 'record' });
  const { organisationId } = ctx.actor;
  const compared = await listCompared(ctx.db, { personIds: ids, organisationId });
  const [one, second] = [compared.get(kept.personId), compared.get(other.personId)];
  const found = one === undefined || second === undefined ? null : scorePair(one, second);
  return { kept, other, score: found?.score ?? 0, reasons: found?.reasons ?? [] };
}

/**
 * A record stands for others or behind another, never both, so that undoing one merge never undoes a second. Both are of one class,
 * held so until the merge is made: which of two holds for the person two people decide by protecting or lifting, not by merging.
 */
async function checkMergeable(ctx: PeopleCtx, keptId: string, otherId: string): Promise<{ isOneRestricted: boolean }> {
  const held = await lockBoth(ctx.db, [keptId, otherId]);
  if (held.length < 2 || held.some(({ into }) => into !== null)) refuse('record_already_merged');
  if (await standsForOthers(ctx.db, otherId)) refuse('record_already_merged');
  if (new Set(held.map(({ recordClass }) => recordClass)).size > 1) refuse('record_classes_differ');
  return { isOneRestricted: new Set(held.map(({ isRestricted }) => isRestricted)).size > 1 };
}

function told(ctx: PeopleCtx, type: `${string}.${string}`, row: MergeRow): void {
  const data = { mergeId: row.merge_id, otherPersonId: row.other_person_id };
  ctx.emit({ type, subject: row.person_id, personId: row.person_id, data });
  // The story of the record behind tells it too.
  ctx.emit({
    type,
    subject: row.other_person_id,
    personId: row.other_person_id,
    data: { mergeId: row.merge_id, otherPersonId: row.person_id },
  });
}

/**
 * Proposes that two records are one person. Refuses `record_already_merged` where one of them is behind another already,
 * `record_classes_differ` where one is protected otherwise, `merge_already_requested`, `same_person_record`, `person_not_found`.
 */
export async function requestMerge(ctx: PeopleCtx, two: TwoPeople): Promise<Merge> {
  const { kept, other } = await findBoth(ctx, two);
  const { accountId, organisationId } = ctx.actor;
  if (accountId === null || organisationId === null) return refuse('person_not_found');
  await checkMergeable(ctx, kept.personId, other.personId);
  if (await isRequested(ctx.db, [kept.personId, other.personId], ctx.now)) refuse('merge_already_requested');
  const expiresAt = new Date(ctx.now.getTime() + DAYS_TO_AGREE * DAY);
  const asked = { keptId: kept.personId, otherId: other.personId, organisationId, accountId, now: ctx.now, expiresAt };
  const row = await insertMerge(ctx.db, asked);
  told(ctx, 'people.merge_requested', row);
  return toMerge(ctx, row);
}

async function lockMerge(ctx: PeopleCtx, { mergeId }: OfMerge): Promise<MergeRow> {
  const { organisationId } = ctx.actor;
  return (await findMerge(ctx.db, { mergeId, organisationId }, true)) ?? refuse('record_merge_not_found');
}

/** The proposal with both records beside one another, for the colleague who is to agree. */
export async function getMerge(ctx: PeopleCtx, { mergeId }: OfMerge) {
  const { organisationId } = ctx.actor;
  const row = (await findMerge(ctx.db, { mergeId, organisationId })) ?? refuse('record_merge_not_found');
  const merge = await toMerge(ctx, row);
  const two = { personId: merge.kept.personId, otherPersonId: merge.other.personId };
  return { merge, preview: await previewMerge(ctx, two) };
}

/**
 * A second person agrees, and one record stands for both. Refuses `colleague_needed` to whoever asked for it, `merge_expired` after
 * seven days, `merge_not_waiting` where it was decided, `record_classes_differ` where one was protected or lifted in between.
 * Where one of the two is not to be found both are not from then on, as the page says before: whoever hid one is not found by the other,
 * nobody loses sight of anything, and nobody has to let a person be found for the records to be one.
 */
export async function confirmMerge(ctx: PeopleCtx, of: OfMerge): Promise<Merge> {
  const row = await lockMerge(ctx, of);
  if (row.status !== 'requested') refuse('merge_not_waiting');
  if (row.requested_by === ctx.actor.accountId) refuse('colleague_needed');
  if (row.expires_at <= ctx.now) refuse('merge_expired');
  const { isOneRestricted } = await checkMergeable(ctx, row.person_id, row.other_person_id);
  await saveMergedInto(ctx.db, row.other_person_id, row.person_id);
  if (isOneRestricted) await restrictGroup(ctx, row.person_id, true);
  const step = { status: 'confirmed', by: ctx.actor.accountId, now: ctx.now } as const;
  const saved = await saveMergeStep(ctx.db, row, step);
  told(ctx, 'people.merged', saved);
  return toMerge(ctx, saved);
}

/** A colleague says no, or whoever asked takes it back. */
export async function refuseMerge(ctx: PeopleCtx, of: OfMerge): Promise<Merge> {
  const row = await lockMerge(ctx, of);
  if (row.status !== 'requested') refuse('merge_not_waiting');
  const saved = await saveMergeStep(ctx.db, row, { status: 'refused', by: ctx.actor.accountId, now: ctx.now });
  told(ctx, 'people.merge_refused', saved);
  return toMerge(ctx, saved);
}

/**
 * The two are two again, with everything that hung on each: a merge that was wrong is undone by one person, at once. A class given
 * in between stays with both, and so does that they are not to be found, as it was meant for whoever either may be: each is lifted by
 * two people, or not.
 */
export async function undoMerge(ctx: PeopleCtx, of: OfMerge): Promise<Merge> {
  const row = await lockMerge(ctx, of);
  if (row.status !== 'confirmed') refuse('merge_not_done');
  await lockBoth(ctx.db, [row.person_id, row.other_person_id]);
  await saveMergedInto(ctx.db, row.other_person_id, null);
  const saved = await saveMergeStep(ctx.db, row, { status: 'undone', by: ctx.actor.accountId, now: ctx.now });
  told(ctx, 'people.parted', saved);
  return toMerge(ctx, saved);
}

/** What waits for a colleague, and what was merged. */
export async function listOwnMerges(ctx: PeopleCtx): Promise<Merge[]> {
  const merges = await toMerges(ctx, await listMerges(ctx.db, ctx.actor.organisationId, ctx.now));
  const shown = new Set(merges.flatMap(({ kept, other }) => [kept.personId, other.personId]));
  ctx.noteAccess({ personId: [...shown], kind: 'duplicates' });
  return merges;
}

/** The merges behind a record or before it: the way to undo them. */
export async function listMergesOf(ctx: PeopleCtx, personId: string): Promise<Merge[]> {
  const merges = await toMerges(ctx, await listMerges(ctx.db, ctx.actor.organisationId, ctx.now));
  return merges.filter(({ kept, other }) => [kept.personId, other.personId].includes(personId as Person['personId']));
}
