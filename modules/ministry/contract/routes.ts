import { idOf, IsoDate, IsoDateTime, LocalizedText, route, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { InstanceId, PACKAGE_REFUSALS, PackageContent, PublicKey, ToldFigure, ToldPlan } from './package.ts';

export const PackageId = idOf('PackageId');
export type PackageId = Id<'PackageId'>;

export const PackageState = z.enum(['made', 'waiting', 'sent', 'failed']);
export type PackageState = z.infer<typeof PackageState>;
export const Way = z.enum(['file', 'post']);

export const PackageCard = z.object({
  packageId: PackageId,
  sequence: z.number().int(),
  way: Way,
  state: PackageState,
  address: z.string().nullable(),
  madeAt: IsoDateTime,
  endedAt: IsoDateTime.nullable(),
  lastFault: z.string().nullable(),
});
export type PackageCard = z.infer<typeof PackageCard>;

/** What this region is in exchanges; nothing until somebody has made its key. */
export const Exchange = z.object({
  instanceId: InstanceId.nullable(),
  publicKey: z.string().nullable(),
  nextKey: z.string().nullable(),
  packages: z.array(PackageCard),
});
export type Exchange = z.infer<typeof Exchange>;

const flag = z.preprocess((value) => value === true || value === 'true', z.boolean());
/** What of the region is told; figures and plans are always those that stand published. */
const Chosen = z.object({ figures: flag.default(true), plans: flag.default(true) });

export const RegionState = z.enum(['asked', 'standing', 'refused', 'withdrawn']);
export type RegionState = z.infer<typeof RegionState>;

export const RegionCard = z.object({
  regionId: InstanceId,
  name: LocalizedText,
  /** Another name by which it is asked for again, until somebody answers. */
  askedName: LocalizedText.nullable(),
  state: RegionState,
  publicKey: z.string(),
  isOwn: z.boolean(),
  packages: z.number().int(),
  gaps: z.number().int(),
  lastMadeAt: IsoDateTime.nullable(),
  isLate: z.boolean(),
  /** Why its key before was withdrawn, and how many packages are no longer believed since. */
  withdrawn: z.object({ at: IsoDateTime, reason: z.string(), setAside: z.number().int() }).nullable(),
});
export type RegionCard = z.infer<typeof RegionCard>;

/** One measure over all regions that told it: sums of those numbers that were told, never a mean of rates. */
export const RolledFigure = z.object({
  code: z.string(),
  name: LocalizedText,
  unit: ToldFigure.shape.unit,
  year: z.number().int(),
  count: z.number().nullable(),
  outOf: z.number().nullable(),
  value: z.number().nullable(),
  told: z.number().int(),
  suppressed: z.number().int(),
  regions: z.number().int(),
  by: z.array(z.object({ regionId: InstanceId, name: LocalizedText, figure: ToldFigure.nullable() })),
});
export type RolledFigure = z.infer<typeof RolledFigure>;

export const RollUp = z.object({
  years: z.array(z.number().int()),
  year: z.number().int(),
  regions: z.array(RegionCard),
  figures: z.array(RolledFigure),
  plans: z.array(z.object({ regionId: InstanceId, regionName: LocalizedText, plan: ToldPlan })),
});
export type RollUp = z.infer<typeof RollUp>;

const taken = z.object({ sequence: z.number().int(), hasGap: z.boolean(), regionName: LocalizedText });
const signed = z.string().trim().min(20).max(1_000_000);

export const ministryRoutes = {
  getExchange: route({
    path: 'GET /exchange',
    may: 'exchange:send',
    input: z.object({}),
    output: Exchange,
    refusals: [],
  }),
  previewPackage: route({
    path: 'GET /exchange/preview',
    may: 'exchange:send',
    input: Chosen,
    output: z.object({ content: PackageContent }),
    refusals: ['exchange_not_begun'],
  }),
  makePackage: route({
    path: 'POST /exchange/packages',
    may: 'exchange:send',
    input: Chosen.extend({
      way: Way,
      address: z
        .union([z.literal('').transform(() => null), z.url({ protocol: /^https$/ }).max(500)])
        .nullable()
        .default(null),
    }),
    output: PackageCard,
    refusals: ['exchange_not_begun', 'package_address_missing'],
  }),
  getPackage: route({
    path: 'GET /exchange/packages/:packageId',
    may: 'exchange:send',
    input: z.object({ packageId: PackageId }),
    output: z.object({ card: PackageCard, content: PackageContent, signed: z.string() }),
    refusals: ['package_not_found'],
  }),
  renewKey: route({
    path: 'POST /exchange/keys',
    may: 'exchange:send',
    input: z.object({}),
    output: Exchange,
    refusals: ['key_already_renewed'],
  }),
  receivePackage: route({
    path: 'POST /public/exchange',
    may: 'anyone',
    input: z.object({ package: signed }),
    output: taken,
    refusals: PACKAGE_REFUSALS,
  }),
  takePackage: route({
    path: 'POST /ministry/packages',
    may: 'ministry:write',
    input: z.object({ fileName: z.string().trim().min(1).max(200), content: z.base64().max(1_400_000) }),
    output: taken,
    refusals: PACKAGE_REFUSALS,
  }),
  listRegions: route({
    path: 'GET /ministry/regions',
    may: 'ministry:read',
    input: z.object({}),
    output: z.object({ regions: z.array(RegionCard) }),
    refusals: [],
  }),
  askRegion: route({
    path: 'POST /ministry/regions',
    may: 'ministry:write',
    input: z.object({
      instanceId: InstanceId,
      name: LocalizedText,
      publicKey: z.string().trim().pipe(PublicKey),
    }),
    output: RegionCard,
    refusals: ['region_exists', 'key_withdrawn'],
  }),
  answerRegion: route({
    path: 'POST /ministry/regions/:regionId/answer',
    may: 'ministry:write',
    input: z.object({ regionId: InstanceId, agrees: flag }),
    output: RegionCard,
    refusals: ['region_not_found', 'region_own', 'region_answered', 'key_withdrawn'],
  }),
  withdrawRegion: route({
    path: 'POST /ministry/regions/:regionId/withdraw',
    may: 'ministry:write',
    input: z.object({
      regionId: InstanceId,
      reason: z.string().trim().min(1).max(500),
      /** Packages taken on this day or later are set aside; none where it is empty. */
      since: z.preprocess((value) => (value === '' ? null : value), IsoDate.nullable()).default(null),
    }),
    output: RegionCard,
    refusals: ['region_not_found', 'region_not_standing', 'since_later'],
  }),
  getRollUp: route({
    path: 'GET /ministry/roll-up',
    may: 'ministry:read',
    input: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    output: RollUp,
    refusals: [],
  }),
};
