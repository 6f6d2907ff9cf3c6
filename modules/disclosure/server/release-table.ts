import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import {
  BEGUN,
  CountedTable,
  Cut,
  DatasetCode,
  type Policy,
  type PolicyPreset,
  type ReleasedTable,
  type TableDimension,
} from '../contract/index.ts';
import { judgeRelease, PRESETS, type PastRelease, type WhyNot } from '../domain/index.ts';
import { findDataset, insertDataset, lockDataset, type DisclosureCtx } from './dataset-store.ts';
import { insertRelease, listReleases, toPast, type KeptRelease } from './release-store.ts';
import type { DisclosureTables } from './tables.gen.ts';

/** A cut of a dataset that somebody wants to publish. */
export type AskedRelease = {
  dataset: string;
  cut: Cut;
  table: CountedTable;
  /** A word that all tables share that were counted in one go over the same records, such as the night's run; null where none is known. */
  snapshot?: string | null;
  /** Whole hierarchies of the places that the cut names, where the table has only some: everybody knows which towns there are. */
  hierarchies?: TableDimension[];
};

/**
 * What became of it: told now; or the release before stands, whole, as of its own moment; or, where there is none of this cut, nothing
 * may be told, and why.
 */
export type ReleaseAnswer =
  | { outcome: 'released' | 'unchanged'; releaseId: string; table: ReleasedTable; asOf: Date }
  | { outcome: 'stands'; releaseId: string; table: ReleasedTable; asOf: Date; whyNot: WhyNot }
  | { outcome: 'refused'; whyNot: WhyNot };

/** Cut and layout in a word: the same question asked again. */
function cutKeyOf(cut: Cut, { dimensions }: CountedTable): string {
  const narrowed = Object.entries(cut).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    narrowed.map(([code, codes]) => [code, codes.toSorted()]),
    dimensions.map(({ code }) => code),
  ]);
}

const isSame = (one: unknown, other: unknown): boolean => stable(one) === stable(other);

/** A value in words that do not depend on the order in which its fields were kept. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? '';
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, one]) => `${key}:${stable(one)}`).join()}}`;
}

function standsAs(standing: KeptRelease, whyNot: WhyNot): ReleaseAnswer {
  const { releaseId, released, releasedAt } = standing;
  return { outcome: 'stands', releaseId, table: released, asOf: releasedAt, whyNot };
}

async function tell(
  ctx: DisclosureCtx,
  told: PastRelease & { datasetCode: string; cutKey: string },
): Promise<ReleaseAnswer> {
  const releaseId = await insertRelease(ctx, told);
  ctx.emit({
    type: 'release.told',
    subject: releaseId,
    data: { dataset: told.datasetCode, detail: told.released.detail, least: told.policy.least },
  });
  return { outcome: 'released', releaseId, table: told.released, asOf: ctx.now };
}

/**
 * Tells a table of a dataset to everybody, as far as it tells of nobody: judged by the dataset's policy beside everything that was told
 * of it before, and remembered. The one way for anything that is published again and again. It may be asked in a command or a job.
 */
export async function releaseTable(anyCtx: AnyCtx, asked: AskedRelease): Promise<ReleaseAnswer> {
  const ctx = withTables<DisclosureTables>(anyCtx);
  const datasetCode = DatasetCode.parse(asked.dataset);
  const cut = Cut.parse(asked.cut);
  const table = CountedTable.parse(asked.table);
  const dataset = await lockDataset(ctx, datasetCode);
  if (dataset === undefined) throw new Error(`the dataset ${datasetCode} was not declared`);
  const { policy } = dataset;
  const past = await listReleases(ctx, datasetCode);
  const cutKey = cutKeyOf(cut, table);
  const standing = past.find((one) => one.cutKey === cutKey && one.state === 'standing');
  if (standing !== undefined && isSame(standing.counted, table) && isSame(standing.policy, policy))
    return { outcome: 'unchanged', releaseId: standing.releaseId, table: standing.released, asOf: standing.releasedAt };
  const incoming = { cut, table, policy, snapshot: asked.snapshot ?? null, hierarchies: asked.hierarchies ?? [] };
  const judged = judgeRelease(incoming, past.map(toPast));
  if ('whyNot' in judged)
    return standing === undefined ? { outcome: 'refused', whyNot: judged.whyNot } : standsAs(standing, judged.whyNot);
  return tell(ctx, { ...incoming, ...judged, datasetCode, cutKey });
}

/**
 * Declares a dataset, once: its name, and the preset it begins with; public unless it is said. Later presets are the planners' to ask for.
 */
export async function declareDataset(
  anyCtx: AnyCtx,
  given: { dataset: string; name: LocalizedText; preset?: PolicyPreset },
): Promise<Policy> {
  const ctx = withTables<DisclosureTables>(anyCtx);
  const datasetCode = DatasetCode.parse(given.dataset);
  const there = await findDataset(ctx, datasetCode);
  if (there !== undefined) return there.policy;
  const preset = given.preset ?? 'public';
  const policyId = await insertDataset(ctx, {
    datasetCode,
    name: given.name,
    policy: PRESETS[preset],
    reason: BEGUN,
  });
  if (policyId !== undefined)
    ctx.emit({ type: 'dataset.declared', subject: policyId, data: { dataset: datasetCode, preset } });
  return PRESETS[preset];
}
