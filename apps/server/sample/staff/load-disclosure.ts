import { clientFor, type Actor, type InputOf } from '@qantara/kernel';
import { disclosureRoutes } from '@qantara/disclosure/contract';
import { releaseFigures } from '@qantara/indicators/server';
import type { DatabaseClient, Executor } from '@qantara/platform';
import { readSeed } from '../read-seed.ts';

const DAY = 24 * 3600_000;

type QuoteSeed = InputOf<typeof disclosureRoutes.proposeQuote> & { isReleased: boolean };
type Given = { executor: Executor; client: DatabaseClient; now: Date; system: Actor; planner: Actor; officer: Actor };

/** What is published with disclosure control, and what people said. */
export async function loadDisclosure({ executor, client, now, system, planner, officer }: Given): Promise<void> {
  await executor.actAt(client, { actor: system, now }, async (ctx) => void (await releaseFigures(ctx)));
  const as = (actor: Actor, days: number) =>
    clientFor(disclosureRoutes, executor.invokeAt(client, { actor, now: new Date(now.getTime() - days * DAY) }));
  for (const { isReleased, ...quote } of readSeed<QuoteSeed[]>('sample/quotes.json')) {
    const { quoteId } = await as(planner, 20).proposeQuote(quote);
    if (isReleased) await as(officer, 18).releaseQuote({ quoteId });
  }
}
