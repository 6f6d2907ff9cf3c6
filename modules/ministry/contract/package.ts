import { Reach, TargetStatus } from '@qantara/plan/contract';
import { FigureState, Unit } from '@qantara/indicators/contract';
import { IsoDate, IsoDateTime } from '@qantara/kernel';
import { z } from 'zod';

/** What a region calls itself: made by chance at its first key, and no identifier of any record. */
export const InstanceId = z.string().regex(/^[\w-]{22}$/);

/** The words that a package begins with: another version is another word. */
export const PACKAGE_SCHEMA = 'qantara-exchange/1';

const words = z.string().max(2000).optional();
const Named = z.strictObject({ ar: words, fr: words, en: words });
const count = z.number().int().min(0).nullable();

/** One figure of the whole region and one year, as it stands published. */
export const ToldFigure = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,79}$/),
  name: Named,
  unit: Unit,
  year: z.number().int().min(2000).max(2100),
  state: FigureState,
  count,
  outOf: count,
  value: z.number().nullable(),
});
export type ToldFigure = z.infer<typeof ToldFigure>;

const share = z.number().min(0).max(1);

/** How far one published plan is: nothing of what is in it. */
export const ToldPlan = z.strictObject({
  planId: z.uuid(),
  name: Named,
  reach: Reach,
  startsOn: IsoDate,
  endsOn: IsoDate,
  progress: share.nullable(),
  coverage: share,
  targets: z.strictObject(
    Object.fromEntries(TargetStatus.options.map((status) => [status, z.number().int().min(0)])) as Record<
      TargetStatus,
      z.ZodNumber
    >,
  ),
});
export type ToldPlan = z.infer<typeof ToldPlan>;

/** An Ed25519 key of 32 bytes in its one spelling: a last letter with bits to spare would be the same key under another name. */
export const PublicKey = z.string().regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/);

/** What a region tells: these fields and no other. `announces` is the key that the next package is signed by. */
export const PackageContent = z.strictObject({
  schema: z.literal(PACKAGE_SCHEMA),
  instanceId: InstanceId,
  region: Named,
  sequence: z.number().int().min(1),
  previous: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  madeAt: IsoDateTime,
  announces: PublicKey.nullable(),
  figures: z.array(ToldFigure).max(2000),
  plans: z.array(ToldPlan).max(200),
});
export type PackageContent = z.infer<typeof PackageContent>;

/** Why a package was not taken, to the letter. */
export const PACKAGE_REFUSALS = [
  'package_unreadable',
  'package_region_unknown',
  'package_signature_wrong',
  'package_version_unknown',
  'package_field_unknown',
  'package_not_valid',
  'package_figure_small',
  'package_replayed',
  'package_older',
  'package_chain_broken',
];
