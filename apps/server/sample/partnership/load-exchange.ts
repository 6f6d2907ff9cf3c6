import { clientFor, newId, type Actor, type LocalizedText } from '@qantara/kernel';
import { listAllIndicators } from '@qantara/indicators/server';
import type { Indicator } from '@qantara/indicators/contract';
import { ministryRoutes, PACKAGE_SCHEMA, type ToldFigure, type ToldPlan } from '@qantara/ministry/contract';
import { newInstanceId, newKeyPair, signPackage } from '@qantara/ministry/server';
import type { DatabaseClient, Executor } from '@qantara/platform';
import { readSeed } from '../read-seed.ts';

const DAY = 24 * 3600_000;

type RegionSeed = {
  name: LocalizedText;
  daysAgo: number;
  figures: [code: string, count: number | null, outOf: number | null][];
  plan: { name: LocalizedText; progress: number; coverage: number; onTrack: number; offTrack: number };
};
type Given = { executor: Executor; client: DatabaseClient; now: Date; system: Actor; planner: Actor; second: Actor };

function figureOf(indicator: Indicator, year: number, [code, count, outOf]: RegionSeed['figures'][number]): ToldFigure {
  const { name, unit } = indicator;
  if (count === null) return { code, name, unit, year, state: 'suppressed', count: null, outOf: null, value: null };
  return { code, name, unit, year, state: 'shown', count, outOf, value: outOf === null ? count : count / outOf };
}

function planOf({ name, progress, coverage, onTrack, offTrack }: RegionSeed['plan'], year: number): ToldPlan {
  const none = { achieved: 0, at_risk: 0, no_data: 0, no_recent_data: 0, not_started: 0 };
  return {
    planId: newId(),
    name,
    reach: 'region',
    startsOn: `${year - 1}-01-01`,
    endsOn: `${year + 3}-01-01`,
    progress,
    coverage,
    targets: { ...none, on_track: onTrack, off_track: offTrack },
  };
}

/** A region beside ours, with a key of its own, that told the ministry something. */
async function tellNeighbour(given: Given, seed: RegionSeed, indicators: readonly Indicator[]): Promise<void> {
  const { executor, client, now, planner, second } = given;
  const instanceId = newInstanceId();
  const keys = newKeyPair();
  const madeAt = new Date(now.getTime() - seed.daysAgo * DAY);
  const as = (actor: Actor) => clientFor(ministryRoutes, executor.invokeAt(client, { actor, now: madeAt }));
  await as(planner).askRegion({ instanceId, name: seed.name, publicKey: keys.publicKey });
  await as(second).answerRegion({ regionId: instanceId, agrees: true });
  const year = now.getUTCFullYear();
  const figures = [year - 1, year].flatMap((one) =>
    seed.figures.flatMap((figure) => {
      const indicator = indicators.find(({ code }) => code === figure[0]);
      return indicator === undefined ? [] : [figureOf(indicator, one, figure)];
    }),
  );
  const content = {
    schema: PACKAGE_SCHEMA,
    instanceId,
    region: seed.name,
    sequence: 1,
    previous: null,
    madeAt: madeAt.toISOString(),
    announces: null,
    figures,
    plans: [planOf(seed.plan, year)],
  };
  await as(planner).receivePackage({ package: await signPackage(content, { instanceId, ...keys }) });
}

/** Our own region, known to the ministry, and what it told. */
async function tellOurs({ executor, client, now, planner, second }: Given): Promise<void> {
  const as = (actor: Actor) => clientFor(ministryRoutes, executor.invokeAt(client, { actor, now }));
  const { instanceId, publicKey } = await as(planner).renewKey({});
  if (instanceId === null || publicKey === null) return;
  const { packageId } = await as(planner).makePackage({ way: 'file' });
  const { content, signed } = await as(planner).getPackage({ packageId });
  await as(planner).askRegion({ instanceId, name: content.region, publicKey });
  await as(second).answerRegion({ regionId: instanceId, agrees: true });
  await as(planner).receivePackage({ package: signed });
}

/** What the ministry of the sample was told: by our region, and by two invented ones beside it. */
export async function loadExchange(given: Given): Promise<void> {
  const { executor, client, now, system } = given;
  const indicators = await executor.actAt(client, { actor: system, now }, listAllIndicators);
  await tellOurs(given);
  for (const seed of readSeed<RegionSeed[]>('sample/neighbouring-regions.json'))
    await tellNeighbour(given, seed, indicators);
}
