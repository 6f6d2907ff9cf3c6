import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { findOrganisation } from '@qantara/organisations/server';
import type { DirectoryTables } from '../tables.gen.ts';
import {
  findMerge,
  insertMerge,
  listAliases,
  listOfOrganisations,
  saveMergedInto,
  saveUndone,
  type Merge,
  type MergeObject,
} from './merge-store.ts';
import { readMerged, rebuildRecords } from './rebuild-records.ts';
import { HERE, listStatements } from './statement-store.ts';

type DirectoryCtx = Ctx<DirectoryTables>;

/** The records that read otherwise once these two are one, or two again. */
async function concerned(ctx: DirectoryCtx, { object, fromId, intoId }: Omit<Merge, 'mergeId'>): Promise<string[]> {
  const theirs = object === 'organization' ? await listOfOrganisations(ctx.db, [fromId]) : [];
  return [intoId, ...theirs];
}

async function checkMerge(ctx: DirectoryCtx, { object, fromId, intoId }: Omit<Merge, 'mergeId'>): Promise<void> {
  if (fromId === intoId) refuse('same_record');
  const known = new Set(
    (await listStatements(ctx.db, [fromId, intoId])).filter((one) => one.object === object).map((one) => one.recordId),
  );
  if (!known.has(fromId) || !known.has(intoId)) refuse('record_not_found');
  const aliases = await listAliases(ctx.db, [fromId, intoId]);
  if (aliases.has(fromId) || aliases.has(intoId)) refuse('already_merged');
  // Its partners sign in, answer referrals and hold consents under it: it can only be the one that stays.
  const from = object === 'organization' ? await findOrganisation(ctx, fromId) : undefined;
  if (from?.receivesReferrals === true) refuse('organisation_in_use');
}

/**
 * Makes two records one: what was said of the first counts for the second, and whoever asks for the first is shown the second.
 * Nothing that was said is changed, so that it can be undone. Refuses `same_record`, `record_not_found`, `already_merged`, and
 * `organisation_in_use` for an organisation that answers referrals: it is the one that must stay.
 */
export async function mergeRecords(
  anyCtx: AnyCtx,
  merge: { object: MergeObject; fromId: string; intoId: string },
): Promise<string> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  await checkMerge(ctx, merge);
  const ids = await concerned(ctx, merge);
  const before = await readMerged(ctx, ids);
  const mergeId = await insertMerge(ctx, merge);
  if (merge.object === 'service') await saveMergedInto(ctx.db, [merge.fromId], merge.intoId);
  await rebuildRecords(ctx, ids, { before, by: HERE });
  ctx.emit({ type: 'records.merged', subject: merge.intoId, data: { object: merge.object, fromId: merge.fromId } });
  return mergeId;
}

/** Makes two records of one again, each as its sources say it now. Refuses `merge_not_found`. */
export async function undoMerge(anyCtx: AnyCtx, mergeId: string): Promise<void> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const merge = (await findMerge(ctx.db, mergeId)) ?? refuse('merge_not_found');
  const ids = [...(await concerned(ctx, merge)), merge.fromId];
  const before = await readMerged(ctx, ids);
  await saveUndone(ctx, mergeId);
  if (merge.object === 'service') await saveMergedInto(ctx.db, [merge.fromId], null);
  await rebuildRecords(ctx, ids, { before, by: HERE });
  ctx.emit({ type: 'records.parted', subject: merge.intoId, data: { object: merge.object, fromId: merge.fromId } });
}
