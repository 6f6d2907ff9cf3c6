import { clientFor, type Actor, type InputOf } from '@qantara/kernel';
import { disclosureRoutes, type CountedTable } from '@qantara/disclosure/contract';
import { declareDataset, releaseTable } from '@qantara/disclosure/server';
import { yearOf } from '@qantara/indicators/domain';
import { getFigures } from '@qantara/indicators/server';
import type { AnyCtx, DatabaseClient, Executor } from '@qantara/platform';
import { read } from '../read-seed.ts';

const DATASET = 'referrals.sent';
const DAY = 24 * 3600_000;

type QuoteSeed = InputOf<typeof disclosureRoutes.proposeQuote> & { isReleased: boolean };
type Given = { executor: Executor; client: DatabaseClient; now: Date; system: Actor; planner: Actor; officer: Actor };

const node = (code: string, parent: string | null) => ({ code, parent, population: null });

/** A year by town; what was sent for nobody's town is a part of its own, so that the whole is the sum of its parts. */
async function countYear(ctx: AnyCtx, year: number): Promise<CountedTable> {
  const { startsOn, endsOn } = yearOf(year);
  const { total, rows } = await getFigures(ctx, { code: 'referrals_sent', startsOn, endsOn, by: 'area' });
  const counts = new Map(rows.map(({ key, figure }) => [key, figure.numerator ?? 0]));
  const known = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const all = total.numerator ?? known;
  if (all > known) counts.set('elsewhere', all - known);
  const codes = [...counts.keys()];
  return {
    dimensions: [
      { code: 'area', overlaps: false, nodes: [node('all', null), ...codes.map((code) => node(code, 'all'))] },
    ],
    cells: [['all', all] as const, ...counts].map(([code, count]) => ({ at: [code], count, outOf: null, value: null })),
  };
}

/** Two years of what was sent, told by town. */
async function tellYears(ctx: AnyCtx): Promise<void> {
  const name = { ar: 'الإحالات المرسلة', fr: 'Orientations envoyées', en: 'Referrals sent' };
  await declareDataset(ctx, { dataset: DATASET, name });
  const thisYear = ctx.now.getUTCFullYear();
  for (const year of [thisYear - 2, thisYear - 1]) {
    const table = await countYear(ctx, year);
    await releaseTable(ctx, {
      dataset: DATASET,
      cut: { period: [String(year)] },
      table,
      snapshot: ctx.now.toISOString(),
    });
  }
}

/** What is published with disclosure control, and what people said. */
export async function loadDisclosure({ executor, client, now, system, planner, officer }: Given): Promise<void> {
  await executor.actAt(client, { actor: system, now }, tellYears);
  const as = (actor: Actor, days: number) =>
    clientFor(disclosureRoutes, executor.invokeAt(client, { actor, now: new Date(now.getTime() - days * DAY) }));
  for (const { isReleased, ...quote } of read<QuoteSeed[]>('sample/quotes.json')) {
    const { quoteId } = await as(planner, 20).proposeQuote(quote);
    if (isReleased) await as(officer, 18).releaseQuote({ quoteId });
  }
}
