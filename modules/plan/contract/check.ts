import { PopulationGroup } from '@qantara/governance/contract';
import { IsoDate, LocalizedText, optionalText } from '@qantara/kernel';
import { z } from 'zod';
import { FrameworkArea, PlanFacts, PlanId } from './plan.ts';

/** What a plan may lack: of a node, of a target, or of the whole. */
export const FindingCode = z.enum([
  'no_lead',
  'nobody_named',
  'no_target',
  'no_baseline',
  'old_figure',
  'old_news',
  'no_risk_factor',
  'no_effort_under',
  'area_without_effort',
  'not_adopted',
  'published_late',
  'no_review_day',
  'review_passed',
  'seats_unfilled',
  'group_not_asked',
  'group_without_seat',
]);
export type FindingCode = z.infer<typeof FindingCode>;

/** One thing that is lacking, where, and the page on which it is mended. */
export const Finding = z.object({
  code: FindingCode,
  number: z.string().nullable(),
  title: LocalizedText.nullable(),
  /** The area of the framework or the group that it is about. */
  about: z.union([FrameworkArea, PopulationGroup]).nullable(),
  count: z.number().int().nullable(),
  path: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** Eighteen things that a good plan of a community shows, in our own words (anchors, plan-engagement-grants §2.2). */
export const CheckCode = z.enum([
  'place_described',
  'unfairness_shown',
  'way_of_working',
  'partners_listed',
  'findings_shared',
  'themes_from_people',
  'strengths_listed',
  'asked_more_than_once',
  'choice_explained',
  'outcomes_measured',
  'wider_causes',
  'rules_to_change',
  'somebody_answers',
  'fits_plans_above',
  'reasons_given',
  'fairness_first',
  'days_set',
  'revised_together',
]);
export type CheckCode = z.infer<typeof CheckCode>;

export const CheckState = z.enum(['met', 'not_met', 'not_answered']);
export type CheckState = z.infer<typeof CheckState>;

/** One of the eighteen: answered by the program from what the plan holds, or by a planner with a note. */
export const CheckLine = z.object({
  code: CheckCode,
  state: CheckState,
  isByProgram: z.boolean(),
  note: z.string(),
});
export type CheckLine = z.infer<typeof CheckLine>;

export const ConsultationWay = z.enum(['meeting', 'survey', 'interviews', 'focus_group', 'outreach', 'online']);
export type ConsultationWay = z.infer<typeof ConsultationWay>;

/** That a group was asked: when, how, by whom, and what it said in short; nobody by name. */
export const Consultation = z.object({
  consultationId: z.uuid(),
  population: PopulationGroup,
  heldOn: IsoDate,
  way: ConsultationWay,
  organisationName: LocalizedText.nullable(),
  said: LocalizedText.nullable(),
});
export type Consultation = z.infer<typeof Consultation>;

export const PlanCheck = z.object({
  plan: PlanFacts,
  findings: z.array(Finding),
  /** How the work lies over the four areas; work in two areas counts in both. */
  efforts: z.array(z.object({ area: FrameworkArea, count: z.number().int(), share: z.number().nullable() })),
  checklist: z.array(CheckLine),
  consultations: z.array(Consultation),
});
export type PlanCheck = z.infer<typeof PlanCheck>;

export const AnswerCheck = z.object({
  planId: PlanId,
  code: CheckCode,
  isMet: z.preprocess((value) => (value === 'yes' ? true : value === 'no' ? false : value), z.boolean()),
  note: z.string().trim().max(1000).default(''),
});
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), shape.nullable()).default(null);
export const AddConsultation = z.object({
  planId: PlanId,
  population: PopulationGroup,
  heldOn: IsoDate,
  way: ConsultationWay,
  organisationId: optional(z.uuid()),
  said: optionalText,
});
export const RemoveConsultation = z.object({ planId: PlanId, consultationId: z.uuid() });
