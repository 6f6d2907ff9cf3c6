import { IsoDate, LocalizedText, optionalText } from '@qantara/kernel';
import { z } from 'zod';
import { Level, LevelCode, LevelTemplate } from './level.ts';
import { FrameworkArea, ItemId, Lever, PlanId, Progress, Reach, TargetKind } from './plan.ts';

const version = z.coerce.number().int();
const blank = (value: unknown): unknown => (value === '' || value === undefined ? null : value);
const optional = <T extends z.ZodType>(shape: T) => z.preprocess(blank, shape.nullable()).default(null);

/** A plan's own facts, as they are written. */
export const PlanWords = z.object({
  name: LocalizedText,
  vision: LocalizedText,
  reach: Reach,
  areaId: z.uuid(),
  startsOn: IsoDate,
  endsOn: IsoDate,
  parentPlanId: optional(PlanId),
  reportEveryMonths: z.coerce.number().int().min(1).max(24).default(3),
  reviewOn: optional(IsoDate),
});
export type PlanWords = z.infer<typeof PlanWords>;

export const StartPlan = PlanWords.extend({ template: LevelTemplate });
export const ChangePlan = PlanWords.extend({ planId: PlanId, version });
export const OfPlan = z.object({ planId: PlanId, version });
export const AdoptPlan = OfPlan.extend({ adoptedOn: IsoDate, resolution: z.string().trim().min(1).max(200) });
export const NextPlan = OfPlan.extend({ startsOn: IsoDate, endsOn: IsoDate });
export const SaveLevel = OfPlan.extend(Level.shape);
export const RemoveLevel = OfPlan.extend({ code: LevelCode });

/** As it stands in the plan, such as `2.1`, `II.3` or `A`: letters, figures and the points between them, for it is in addresses too. */
export const ItemNumber = z
  .string()
  .trim()
  .max(20)
  .regex(/^[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*$/u);

/** A node, as it is written. */
export const ItemWords = z.object({
  parentItemId: optional(ItemId),
  levelCode: LevelCode,
  number: ItemNumber,
  title: LocalizedText,
  description: optionalText,
  frameworkAreas: z.array(FrameworkArea).default([]),
  lever: optional(Lever),
  leadOrganisationId: optional(z.uuid()),
  weight: z.coerce.number().gt(0).max(1000).default(1),
  servesItemId: optional(ItemId),
  startsOn: optional(IsoDate),
  dueOn: optional(IsoDate),
});
export type ItemWords = z.infer<typeof ItemWords>;

export const AddItem = ItemWords.extend({ planId: PlanId });
export const ChangeItem = ItemWords.extend({ itemId: ItemId, version });
export const RemoveItem = z.object({ itemId: ItemId, version });

/** Days on the way and the value to be reached by each; what a form leaves blank is none. */
const Path = z.preprocess(
  (value) =>
    Array.isArray(value)
      ? value.filter((point) => Object.values(point ?? {}).some((one) => (one ?? '') !== ''))
      : value,
  z
    .array(z.object({ on: IsoDate, value: z.coerce.number() }))
    .max(20)
    .default([]),
);

/** A target, as it is set. */
export const AddTarget = z.object({
  itemId: ItemId,
  version,
  indicatorCode: z.string().min(1).max(80),
  baseline: optional(z.coerce.number()),
  baselineYear: optional(z.coerce.number().int().min(1900).max(2200)),
  targetKind: TargetKind,
  target: z.coerce.number(),
  tolerance: optional(z.coerce.number().min(0)),
  path: Path,
  dueOn: IsoDate,
});
export const RemoveTarget = z.object({ itemId: ItemId, version, targetId: z.uuid() });

export const ChangedPlan = z.object({ planId: PlanId, version: z.number().int() });
export const ChangedItem = z.object({ itemId: ItemId, version: z.number().int() });
export const ItemProgress = z.object({
  itemId: ItemId,
  progress: Progress,
  shareDone: z.number().int().nullable(),
  version: z.number().int(),
});
