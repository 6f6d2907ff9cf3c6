import { FigureState, FigureTable, Indicator } from '@qantara/indicators/contract';
import { idOf, IsoDate, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const PlanId = idOf('PlanId');
export type PlanId = Id<'PlanId'>;
export const ItemId = idOf('ItemId');
export type ItemId = Id<'ItemId'>;

export const ItemKind = z.enum(['priority', 'goal', 'initiative']);
export type ItemKind = z.infer<typeof ItemKind>;

/** The four areas of intervention of the community safety and well-being framework (W7). */
export const FrameworkArea = z.enum(['social_development', 'prevention', 'risk_intervention', 'incident_response']);
export type FrameworkArea = z.infer<typeof FrameworkArea>;

/** The levers of change (W12). */
export const Lever = z.enum(['capital', 'service_delivery', 'regulation', 'advocacy', 'collaboration', 'partnership']);
export type Lever = z.infer<typeof Lever>;

/** How an initiative goes, as its lead says. */
export const Progress = z.enum(['planned', 'under_way', 'delayed', 'done', 'stopped']);
export type Progress = z.infer<typeof Progress>;

/** How a target stands, as computed; nobody types it. */
export const TargetStatus = z.enum(['achieved', 'on_track', 'at_risk', 'off_track', 'no_data', 'not_started']);
export type TargetStatus = z.infer<typeof TargetStatus>;

export const TargetKind = z.enum(['absolute', 'relative']);

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
  dueOn: IsoDate,
  current: FigureTable,
  progress: z.number().nullable(),
  status: TargetStatus,
});
export type Target = z.infer<typeof Target>;

export const Item = z.object({
  itemId: ItemId,
  parentItemId: ItemId.nullable(),
  kind: ItemKind,
  number: z.string(),
  title: LocalizedText,
  description: LocalizedText.nullable(),
  frameworkAreas: z.array(FrameworkArea),
  lever: Lever.nullable(),
  leadOrganisationId: z.uuid().nullable(),
  leadName: LocalizedText.nullable(),
  progress: Progress.nullable(),
  startsOn: IsoDate.nullable(),
  dueOn: IsoDate.nullable(),
  targets: z.array(Target),
  version: z.number().int(),
});
export type Item = z.infer<typeof Item>;

/** A plan, its items in reading order: a priority, its goals, each with its initiatives. */
export const Plan = z.object({
  planId: PlanId,
  name: LocalizedText,
  vision: LocalizedText,
  startsOn: IsoDate,
  endsOn: IsoDate,
  isPublic: z.boolean(),
  items: z.array(Item),
});
export type Plan = z.infer<typeof Plan>;

export const ReportProgress = z.object({
  itemId: ItemId,
  version: z.coerce.number().int(),
  progress: Progress,
});
