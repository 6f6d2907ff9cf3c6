import { FigureState, FigureTable } from '@qantara/indicators/contract';
import { IsoDate, LocalizedText, pageOf, Paging, route } from '@qantara/kernel';
import { z } from 'zod';
import { PromiseState } from './details.ts';
import { ItemKind } from './level.ts';
import { Story } from './node.ts';
import { ItemId, NamedPlan, PlanId, Progress, TargetStatus } from './plan.ts';

const whichPlan = z.object({ planId: PlanId.optional() });
const ofPlan = { plan: NamedPlan };

/** Why something of a plan is said to be late, or too old to judge by; the gravest first. */
export const LateKind = z.enum([
  'past_due',
  'target_missed',
  'milestone_passed',
  'said_late',
  'target_behind',
  'nobody_leads',
  'no_news',
  'figure_old',
]);
export type LateKind = z.infer<typeof LateKind>;

/** A node as the pages of a plan name it. */
export const NodeName = z.object({ itemId: ItemId, number: z.string(), title: LocalizedText, kind: ItemKind });
export type NodeName = z.infer<typeof NodeName>;

/** One thing that is late: of which node, who leads it, since which day it is late and how long that is by now. */
export const LateThing = z.object({
  kind: LateKind,
  node: NodeName,
  leadName: LocalizedText.nullable(),
  /** The measure or the milestone that is meant, where it is not the node itself. */
  what: LocalizedText.nullable(),
  /** The last day on which it was not late yet; null where nobody set one. */
  since: IsoDate.nullable(),
  days: z.number().int().nullable(),
  /** How the target stands, where a target is meant. */
  status: TargetStatus.nullable(),
});
export type LateThing = z.infer<typeof LateThing>;

/** One part of a plan in the hands of an organisation. */
export const LedNode = NodeName.extend({
  progress: Progress.nullable(),
  dueOn: IsoDate.nullable(),
  isStale: z.boolean(),
  /** Its day has passed and it is not over, or its lead says that it is late. */
  isLate: z.boolean(),
});
export type LedNode = z.infer<typeof LedNode>;

export const PromisedHelp = z.object({
  node: NodeName,
  promise: LocalizedText,
  state: PromiseState,
  dueOn: IsoDate.nullable(),
});
export type PromisedHelp = z.infer<typeof PromisedHelp>;

/** What one organisation took on: what it leads, and what it promised to others. */
export const Holder = z.object({
  organisationId: z.uuid(),
  name: LocalizedText,
  leads: z.array(LedNode),
  promises: z.array(PromisedHelp),
});
export type Holder = z.infer<typeof Holder>;

/** What may happen to a published plan so that everybody reads of it. */
export const ChangeKind = z.enum([
  'published',
  'adopted',
  'followed',
  'joined',
  'progressed',
  'told',
  'milestone_reached',
  'target_set',
]);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** One thing that changed, on a day: as everybody could read it then; never who said it. */
export const Change = z.object({
  kind: ChangeKind,
  on: IsoDate,
  node: NodeName.nullable(),
  from: Progress.nullable(),
  to: Progress.nullable(),
  shareDone: z.number().int().nullable(),
  /** The words that stand beside the node now; words that newer ones replaced are not brought back. */
  story: Story.nullable(),
  /** The milestone, or the measure that is aimed at. */
  what: LocalizedText.nullable(),
  /** The next version of the plan, or one that joined under it. */
  plan: NamedPlan.nullable(),
});
export type Change = z.infer<typeof Change>;

const TopNode = z.object({ number: z.string(), title: LocalizedText });

/** A neighbourhood with the work that says it is for it, and that for the town it lies in. */
export const Place = z.object({
  areaId: z.uuid(),
  name: LocalizedText,
  townName: LocalizedText.nullable(),
  works: z.array(ItemId),
});
export type Place = z.infer<typeof Place>;

export const PlacedWork = LedNode.extend({ leadName: LocalizedText.nullable() });
export type PlacedWork = z.infer<typeof PlacedWork>;

/** The figures of one place that everybody may read, of what the plan measures. */
export const PlaceFigures = z.object({ areaName: LocalizedText, figures: z.array(FigureTable) });
export type PlaceFigures = z.infer<typeof PlaceFigures>;

/** The years of a measure that a target of the plan reads, as everybody may see them. */
export const MeasureYears = z.object({
  indicatorId: z.uuid(),
  figures: z.array(z.object({ year: z.number().int(), value: z.number().nullable(), state: FigureState })),
});
export type MeasureYears = z.infer<typeof MeasureYears>;

/** The pages around a published plan: what is late, who holds what, what changed, and where work is. */
export const siteRoutes = {
  listLate: route({
    path: 'GET /public/plan/late',
    may: 'anyone',
    input: whichPlan,
    output: z.object({ ...ofPlan, late: z.array(LateThing) }),
    refusals: ['plan_not_found'],
  }),
  listHolders: route({
    path: 'GET /public/plan/who',
    may: 'anyone',
    input: whichPlan,
    output: z.object({ ...ofPlan, unled: z.array(LedNode), holders: z.array(Holder) }),
    refusals: ['plan_not_found'],
  }),
  listChanges: route({
    path: 'GET /public/plan/changes',
    may: 'anyone',
    input: whichPlan.extend({
      ...Paging.shape,
      /** The number of a node at the top of the plan: what is under it, and itself. */
      top: z.string().max(20).optional(),
      since: IsoDate.optional(),
    }),
    output: pageOf(Change).extend({ ...ofPlan, tops: z.array(TopNode) }),
    refusals: ['plan_not_found'],
  }),
  listPlaces: route({
    path: 'GET /public/plan/places',
    may: 'anyone',
    input: whichPlan.extend({ areaId: z.uuid().optional() }),
    output: z.object({
      ...ofPlan,
      places: z.array(Place),
      works: z.array(PlacedWork),
      /** Work that names no place is for everybody. */
      everywhere: z.array(ItemId),
      /** Of the neighbourhood that is asked for, and of its town. */
      figures: z.array(PlaceFigures),
    }),
    refusals: ['plan_not_found'],
  }),
  listMeasureYears: route({
    path: 'GET /public/plan/years',
    may: 'anyone',
    input: whichPlan.extend({ number: z.string().max(20).optional() }),
    output: z.object({ measures: z.array(MeasureYears) }),
    refusals: ['plan_not_found'],
  }),
};
