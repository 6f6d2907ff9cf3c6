import { dayIn, refuse, type LocalizedText } from '@qantara/kernel';
import type { RegionCard, RegionState, RollUp } from '../../contract/index.ts';
import { rollUpFigures } from '../../domain/index.ts';
import type { MinistryCtx } from '../region/exchange-store.ts';
import { listNewest, setAsideSince } from './received-store.ts';
import { insertRegion, isWithdrawn, listRegions, saveAnswer, saveWithdrawal } from './region-store.ts';

async function regionThatIs(ctx: MinistryCtx, regionId: string): Promise<RegionCard> {
  return (await listRegions(ctx)).find((one) => one.regionId === regionId) ?? refuse('region_not_found');
}

type Asked = { instanceId: string; name: LocalizedText; publicKey: string };

const faultAt = (code: string, path: string): never => refuse(code, { fields: [{ path, code }] });

/**
 * Asks that packages of a region be taken, by the key that it told by another way. Refuses `region_exists`, and `key_withdrawn` a key that
 * was withdrawn, for whichever region.
 */
export async function askRegion(ctx: MinistryCtx, asked: Asked): Promise<RegionCard> {
  const { instanceId, publicKey } = asked;
  if (await isWithdrawn(ctx, publicKey)) faultAt('key_withdrawn', 'publicKey');
  const subject = (await insertRegion(ctx, asked)) ?? refuse('region_exists');
  ctx.emit({ type: 'region.asked', subject, data: { instanceId, publicKey } });
  return regionThatIs(ctx, instanceId);
}

/** A second person's word that the key is the region's own. Refuses `region_own` to who asked, `region_answered` the second time, `key_withdrawn`. */
export async function answerRegion(
  ctx: MinistryCtx,
  { regionId, agrees }: { regionId: string; agrees: boolean },
): Promise<RegionCard> {
  const { isOwn, publicKey } = await regionThatIs(ctx, regionId);
  if (isOwn) refuse('region_own');
  if (agrees && (await isWithdrawn(ctx, publicKey))) refuse('key_withdrawn');
  const state = agrees ? 'standing' : 'refused';
  const subject = (await saveAnswer(ctx, regionId, state)) ?? refuse('region_answered');
  ctx.emit({ type: `region.${state}`, subject, data: { instanceId: regionId } });
  return regionThatIs(ctx, regionId);
}

type Withdrawal = { regionId: string; reason: string; since: string | null };

/**
 * Withdraws the keys of a region for good, since others may hold them: one person is enough, and nothing more is taken until two agree to
 * another key. What was taken since a day is set aside with it, or afterwards. Refuses `region_not_standing`, `since_later`.
 */
export async function withdrawRegion(ctx: MinistryCtx, { regionId, reason, since }: Withdrawal): Promise<RegionCard> {
  await regionThatIs(ctx, regionId);
  if (since !== null && since > dayIn(ctx.timeZone, ctx.now)) faultAt('since_later', 'since');
  const from: RegionState[] = since === null ? ['standing'] : ['standing', 'withdrawn'];
  const subject = (await saveWithdrawal(ctx, { regionId, reason, from })) ?? refuse('region_not_standing');
  const setAside = since === null ? 0 : await setAsideSince(ctx, regionId, since);
  ctx.emit({ type: 'region.withdrawn', subject, data: { instanceId: regionId, reason, since, setAside } });
  return regionThatIs(ctx, regionId);
}

/**
 * Whether a region has its place in the roll-up: its packages are taken, what it told is still believed, or it waits for another key. One
 * that lost its key would else be missing without a word; one whose new key is refused has left.
 */
const isCounted = ({ state, packages, withdrawn }: RegionCard): boolean =>
  state === 'standing' || packages > 0 || (withdrawn !== null && state !== 'refused');

/** All regions together: figures of one year, plans, and who was not heard. */
export async function getRollUp(ctx: MinistryCtx, { year: asked }: { year?: number | undefined }): Promise<RollUp> {
  const regions = (await listRegions(ctx)).filter(isCounted);
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
