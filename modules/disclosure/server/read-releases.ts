import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Audit, Dataset, KeptPolicy, Release, ReleaseCard } from '../contract/index.ts';
import { auditRelease as auditOf } from '../domain/index.ts';
import { findDataset, type DisclosureCtx } from './dataset-store.ts';
import {
  findRelease,
  listReleases,
  selectStanding,
  toCard,
  toPast,
  toRelease,
  type StandingRelease,
} from './release-store.ts';
import { listHistory } from './set-policy.ts';
import type { DisclosureTables } from './tables.gen.ts';

/** Each number is two linear programmes: more of them than this make a page wait. */
const MOST_AUDITED = 150;

/** A dataset, its policies and what was told of it, newest first. */
export async function getDataset(
  ctx: DisclosureCtx,
  { datasetCode }: { datasetCode: string },
): Promise<{ dataset: Dataset; policies: KeptPolicy[]; releases: ReleaseCard[] }> {
  const dataset = (await findDataset(ctx, datasetCode)) ?? refuse('dataset_not_found');
  const releases = (await listReleases(ctx, datasetCode)).map(toCard).toReversed();
  return { dataset, policies: await listHistory(ctx, datasetCode), releases };
}

export async function getRelease(ctx: DisclosureCtx, { releaseId }: { releaseId: string }): Promise<Release> {
  return toRelease((await findRelease(ctx, releaseId)) ?? refuse('release_not_found'));
}

/** What somebody who kept every release could say of what this one hides. */
export async function auditRelease(ctx: DisclosureCtx, { releaseId }: { releaseId: string }): Promise<Audit> {
  const kept = (await findRelease(ctx, releaseId)) ?? refuse('release_not_found');
  const others = (await listReleases(ctx, kept.datasetCode)).filter((one) => one.releaseId !== releaseId);
  return { release: toRelease(kept), ...auditOf(toPast(kept), others.map(toPast), MOST_AUDITED) };
}

/** What stands of these datasets, or of all: the tables that a page or a file shows to everybody, each whole and as of its own moment. */
export async function listStandingReleases(anyCtx: AnyCtx, datasets?: readonly string[]): Promise<StandingRelease[]> {
  return selectStanding(withTables<DisclosureTables>(anyCtx), datasets ?? null);
}
