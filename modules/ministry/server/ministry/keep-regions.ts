import { dayIn, refuse, type LocalizedText } from '@qantara/kernel';
import type { RegionCard, RollUp } from '../../contract/index.ts';
import { rollUpFigures } from '../../domain/index.ts';
import type { MinistryCtx } from '../region/exchange-store.ts';
import { insertRegion, listNewest, listRegions, saveAnswer } from './region-store.ts';

async function regionThatIs(ctx: MinistryCtx, regionId: string): Promise<RegionCard> {
  return (await listRegions(ctx)).find((one) => one.regionId === regionId) ?? refuse('region_not_found');
}

type Asked = { instanceId: string; name: LocalizedText; publicKey: string };

/** Asks that packages of a region be taken, by the key that it told by another way. Refuses `region_exists`. */
export async function askRegion(ctx: MinistryCtx, asked: Asked): Promise<RegionCard> {
  const { instanceId, publicKey } = asked;
  const subject = (await insertRegion(ctx, asked)) ?? refuse('region_exists');
  ctx.emit({ type: 'region.asked', subject, data: { instanceId, publicKey } });
  return regionThatIs(ctx, instanceId);
}

/** A second person's word that the key is the region's own. Refuses `region_own` to who asked, `region_answered` the second time. */
export async function answerRegion(
  ctx: MinistryCtx,
  { regionId, agrees }: { regionId: string; agrees: boolean },
): Promise<RegionCard> {
  const { isOwn } = await regionThatIs(ctx, regionId);
  if (isOwn) refuse('region_own');
  const state = agrees ? 'standing' : 'refused';
  const subject = (await saveAnswer(ctx, regionId, state)) ?? refuse('region_answered');
  ctx.emit({ type: `region.${state}`, subject, data: { instanceId: regionId } });
  return regionThatIs(ctx, regionId);
}

/** All regions together: figures of one year, plans, and who was not heard. */
export async function getRollUp(ctx: MinistryCtx, { year: asked }: { year?: number | undefined }): Promise<RollUp> {
  const regions = (await listRegions(ctx)).filter(({ state }) => state === 'standing');
  const newest = new Map((await listNewest(ctx)).map(({ regionId, content }) => [regionId, content]));
  const said = regions.map(({ regionId, name }) => ({
    regionId,
    name,
    figures: newest.get(regionId)?.figures ?? [],
    plans: newest.get(regionId)?.plans ?? [],
  }));
  const years = [...new Set(said.flatMap(({ figures }) => figures.map((one) => one.year)))].toSorted((a, b) => b - a);
  const year = asked ?? years[0] ?? Number(dayIn(ctx.timeZone, ctx.now).slice(0, 4));
  const plans = said.flatMap(({ regionId, name: regionName, plans: own }) =>
    own.map((plan) => ({ regionId, regionName, plan })),
  );
  return { years, year, regions, figures: rollUpFigures(said, year), plans };
}
