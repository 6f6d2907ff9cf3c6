import type { Actor } from '@qantara/kernel';
import { actorInRole, inSystem, openBench, type Bench } from '@qantara/identity/testing';
import { identityModule } from '@qantara/identity/server';
import { territoryModule } from '@qantara/territory/server';
import type { CountedTable } from '../contract/index.ts';
import { declareDataset, disclosureModule, releaseTable, type AskedRelease, type ReleaseAnswer } from './index.ts';

export type DisclosureBench = Bench & { planner: Actor; officer: Actor; dataset: string };

/** A database with one dataset that nothing was told of. */
export async function openDisclosureBench(): Promise<DisclosureBench> {
  const bench = await openBench([identityModule, territoryModule, disclosureModule]);
  const dataset = 'asked';
  await inSystem(bench, (ctx) => declareDataset(ctx, { dataset, name: { en: 'Asked for help' } }));
  return { ...bench, dataset, planner: actorInRole('planner', null), officer: actorInRole('privacy_officer', null) };
}

/** A table by need, with its total. */
export function byNeed(counts: Record<string, number>): CountedTable {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const node = (code: string, parent: string | null) => ({ code, parent, population: null });
  return {
    dimensions: [
      {
        code: 'need',
        overlaps: false,
        nodes: [node('all', null), ...Object.keys(counts).map((code) => node(code, 'all'))],
      },
    ],
    cells: Object.entries({ all: total, ...counts }).map(([at, count]) => ({
      at: [at],
      count,
      outOf: null,
      value: null,
    })),
  };
}

/** Tells a table in the name of the system, as a night's run does. */
export function tell(
  bench: DisclosureBench,
  table: CountedTable,
  asked: Partial<AskedRelease> = {},
): Promise<ReleaseAnswer> {
  return inSystem(bench, (ctx) => releaseTable(ctx, { dataset: bench.dataset, cut: {}, table, ...asked }));
}
