import { newId, type LocalizedText } from '@qantara/kernel';
import { sql, type RawBuilder } from 'kysely';
import type {
  CountedTable,
  Cut,
  Policy,
  Release,
  ReleaseCard,
  ReleasedTable,
  ReleaseState,
  TableDimension,
} from '../contract/index.ts';
import type { PastRelease } from '../domain/index.ts';
import type { DisclosureCtx } from './dataset-store.ts';

type Row = {
  releaseId: string;
  datasetCode: string;
  name: LocalizedText;
  cutKey: string;
  cut: Cut;
  counted: CountedTable;
  released: ReleasedTable;
  hierarchies: TableDimension[];
  policy: Policy;
  snapshot: string | null;
  epoch: number;
  state: ReleaseState;
  releasedAt: Date;
};

/** A release as it is kept, with what was counted. */
export type KeptRelease = Row;

const selectReleases = (where: RawBuilder<unknown>) => sql<Row>`
  select release.release_id as "releaseId", release.dataset_code as "datasetCode", dataset.name, release.cut_key as "cutKey",
    release.cut, release.counted, release.released, release.hierarchies, release.policy, release.snapshot, release.epoch,
    release.state, release.released_at as "releasedAt"
  from disclosure.release
  join disclosure.dataset on dataset.dataset_code = release.dataset_code
  where ${where} order by release.released_at, release.release_id`;

export async function listReleases(ctx: DisclosureCtx, datasetCode: string): Promise<KeptRelease[]> {
  const { rows } = await selectReleases(sql`release.dataset_code = ${datasetCode}`).execute(ctx.db);
  return rows;
}

/** A release that stands, as everybody may read it: what was counted over, how it is laid out, and the moment it is as of. */
export type StandingRelease = { releaseId: string; dataset: string; cut: Cut; table: ReleasedTable; asOf: Date };

/** Every release that stands, of these datasets or of all; what was counted is not among it. */
export async function selectStanding(
  ctx: DisclosureCtx,
  datasets: readonly string[] | null,
): Promise<StandingRelease[]> {
  const only = datasets === null ? sql`true` : sql`release.dataset_code = any (${[...datasets]})`;
  const { rows } = await sql<StandingRelease>`
    select release.release_id as "releaseId", release.dataset_code as dataset, release.cut, release.released as table,
      release.released_at as "asOf"
    from disclosure.release where release.state = 'standing' and ${only}
    order by release.dataset_code, release.cut_key`.execute(ctx.db);
  return rows;
}

export async function findRelease(ctx: DisclosureCtx, releaseId: string): Promise<KeptRelease | undefined> {
  const { rows } = await selectReleases(sql`release.release_id = ${releaseId}`).execute(ctx.db);
  return rows[0];
}

/** A release as the rules look at it. */
export const toPast = ({ cut, counted, released, hierarchies, policy, snapshot, epoch }: KeptRelease): PastRelease => ({
  cut,
  table: counted,
  released,
  hierarchies,
  policy,
  snapshot,
  epoch,
});

function countStates({ cells }: ReleasedTable, state: string): number {
  return cells.reduce((sum, cell) => sum + Number(cell.state === state) + Number(cell.outOfState === state), 0);
}

/** A release without what was counted. */
export function toCard({ releaseId, cut, state, released, releasedAt }: KeptRelease): ReleaseCard {
  return {
    releaseId,
    cut,
    dimensions: released.dimensions.map(({ code }) => code),
    state,
    detail: released.detail,
    shown: countStates(released, 'shown'),
    suppressed: countStates(released, 'suppressed'),
    releasedAt: releasedAt.toISOString(),
  };
}

export function toRelease(kept: KeptRelease): Release {
  const { datasetCode, name, policy, released } = kept;
  return { ...toCard(kept), datasetCode, name, policy, table: released };
}

/** Tells a table, in the place of the one of the same cut and layout. */
export async function insertRelease(
  ctx: DisclosureCtx,
  told: PastRelease & { datasetCode: string; cutKey: string },
): Promise<string> {
  await ctx.db
    .updateTable('disclosure.release')
    .set({ state: 'replaced' })
    .where('dataset_code', '=', told.datasetCode)
    .where('cut_key', '=', told.cutKey)
    .where('state', '=', 'standing')
    .execute();
  const releaseId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('disclosure.release')
    .values({
      release_id: releaseId,
      dataset_code: told.datasetCode,
      cut_key: told.cutKey,
      cut: JSON.stringify(told.cut),
      counted: JSON.stringify(told.table),
      released: JSON.stringify(told.released),
      hierarchies: JSON.stringify(told.hierarchies ?? []),
      policy: JSON.stringify(told.policy),
      snapshot: told.snapshot,
      epoch: told.epoch,
      state: 'standing',
      released_by: ctx.actor.accountId,
      released_at: ctx.now,
    })
    .execute();
  return releaseId;
}
