import { FigureState, FigureTable, Indicator } from '@qantara/indicators/contract';
import { idOf, IsoDate, IsoDateTime, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { ItemKind, Level, LevelCode } from './level.ts';

export const PlanId = idOf('PlanId');
export type PlanId = Id<'PlanId'>;
export const ItemId = idOf('ItemId');
export type ItemId = Id<'ItemId'>;

/** The level of territory that a plan is of; several at once, one under another (M2.3). */
export const Reach = z.enum(['nation', 'region', 'municipality', 'neighbourhood']);
export type Reach = z.infer<typeof Reach>;

/** Being written, published, or kept as it was. */
export const PlanState = z.enum(['draft', 'published', 'archived']);
export type PlanState = z.infer<typeof PlanState>;

/** The four areas of intervention of the community safety and well-being framework (W7). */
export const FrameworkArea = z.enum(['social_development', 'prevention', 'risk_intervention', 'incident_response']);
export type FrameworkArea = z.infer<typeof FrameworkArea>;

/** The levers of change (W12). */
export const Lever = z.enum(['capital', 'service_delivery', 'regulation', 'advocacy', 'collaboration', 'partnership']);
export type Lever = z.infer<typeof Lever>;

/** How an initiative goes, as its lead says. */
export const Progress = z.enum(['planned', 'under_way', 'delayed', 'done', 'stopped']);
export type Progress = z.infer<typeof Progress>;

/** How a target stands, as computed; nobody types it. A figure that is too old is `no_recent_data`, whatever it says. */
export const TargetStatus = z.enum([
  'achieved',
  'on_track',
  'at_risk',
  'off_track',
  'no_data',
  'no_recent_data',
  'not_started',
]);
export type TargetStatus = z.infer<typeof TargetStatus>;

export const TargetKind = z.enum(['absolute', 'relative', 'maintain']);
export type TargetKind = z.infer<typeof TargetKind>;

/** A target with the figure behind it: baseline, goal, where it stands now, and what that makes. */
export const Target = z.object({
  targetId: z.uuid(),
  indicator: Indicator,
  baseline: z.number().nullable(),
  /** Whether the baseline is told: on the public page one that tells of a few people is not. */
  baselineState: FigureState,
  baselineStartsOn: IsoDate.nullable(),
  baselineEndsOn: IsoDate.nullable(),
  /** The value aimed at, worked out where the target is a change from the baseline. */
  goal: z.number().nullable(),
  targetKind: TargetKind,
  /** The target as it was set: a value, or a change where 0.25 is a quarter more. */
  target: z.number(),
  tolerance: z.number().nullable(),
  path: z.array(z.object({ on: IsoDate, value: z.number() })),
  dueOn: IsoDate,
  current: FigureTable,
  progress: z.number().nullable(),
  status: TargetStatus,
});
export type Target = z.infer<typeof Target>;

export const Item = z.object({
  itemId: ItemId,
  parentItemId: ItemId.nullable(),
  levelCode: LevelCode,
  kind: ItemKind,
  number: z.string(),
  title: LocalizedText,
  description: LocalizedText.nullable(),
  frameworkAreas: z.array(FrameworkArea),
  lever: Lever.nullable(),
  leadOrganisationId: z.uuid().nullable(),
  leadName: LocalizedText.nullable(),
  progress: Progress.nullable(),
  /** How much of it is done, in hundredths, as its lead says. */
  shareDone: z.number().int().nullable(),
  /** When somebody last said how it goes. */
  reportedAt: IsoDateTime.nullable(),
  weight: z.number(),
  /** The node of a plan above that it serves. */
  servesItemId: ItemId.nullable(),
  startsOn: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  targets: z.array(Target),
  /** How far it is, from 0 to 1, from what is under it, and how much of their weight that is known of. */
  rolledUp: z.object({ progress: z.number().nullable(), coverage: z.number() }),
  /** What was last said of it is too old to judge by. */
  isStale: z.boolean(),
  version: z.number().int(),
});
export type Item = z.infer<typeof Item>;

/** A plan without what is in it. */
export const PlanFacts = z.object({
  planId: PlanId,
  name: LocalizedText,
  vision: LocalizedText,
  reach: Reach,
  areaId: z.uuid(),
  areaName: LocalizedText,
  startsOn: IsoDate,
  endsOn: IsoDate,
  isPublic: z.boolean(),
  state: PlanState,
  parentPlanId: PlanId.nullable(),
  previousPlanId: PlanId.nullable(),
  reportEveryMonths: z.number().int(),
  adoptedOn: IsoDate.nullable(),
  resolution: z.string().nullable(),
  reviewOn: IsoDate.nullable(),
  publishedAt: IsoDateTime.nullable(),
  version: z.number().int(),
});
export type PlanFacts = z.infer<typeof PlanFacts>;

/** What a plan below does for one node of this one. */
export const Service = z.object({
  servesItemId: ItemId,
  planId: PlanId,
  planName: LocalizedText,
  itemId: ItemId,
  number: z.string(),
  title: LocalizedText,
  progress: Progress.nullable(),
});
export type Service = z.infer<typeof Service>;

export const NamedPlan = z.object({ planId: PlanId, name: LocalizedText });

/** A plan, its items in reading order: each followed by what is under it. */
export const Plan = PlanFacts.extend({
  levels: z.array(Level),
  items: z.array(Item),
  /** The plan it is under, and those under it, as far as this reader may see them. */
  above: NamedPlan.nullable(),
  below: z.array(NamedPlan),
  served: z.array(Service),
});
export type Plan = z.infer<typeof Plan>;

export const ReportProgress = z.object({
  itemId: ItemId,
  version: z.coerce.number().int(),
  progress: Progress,
  shareDone: z.coerce.number().int().min(0).max(100).nullable().default(null),
});
