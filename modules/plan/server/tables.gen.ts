// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What a planner answered where the program cannot answer by itself. */
export interface PlanCheckAnswerTable {
  plan_id: string;
  code: string;
  is_met: boolean;
  note: ColumnType<string, string | undefined, string>;
  answered_by: ColumnType<string | null, string | null | undefined, string | null>;
  answered_at: ColumnType<Date, Date | string, Date | string>;
}

/** Which groups were asked for a plan, when, how and by whom, and what they said in short: nobody by name. */
export interface PlanConsultationTable {
  consultation_id: string;
  plan_id: string;
  population: string;
  held_on: string;
  way: 'meeting' | 'survey' | 'interviews' | 'focus_group' | 'outreach' | 'online';
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  said: ColumnType<Json | null, Json | null | undefined, Json | null>;
  noted_by: ColumnType<string | null, string | null | undefined, string | null>;
  noted_at: ColumnType<Date, Date | string, Date | string>;
}

/** A node of a plan, at one of the plan's own levels; the tree may be of any depth. */
export interface PlanItemTable {
  item_id: string;
  plan_id: string;
  parent_item_id: ColumnType<string | null, string | null | undefined, string | null>;
  number: string;
  title: Json;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** social_development, prevention, risk_intervention, incident_response. */
  framework_areas: ColumnType<string[], string[] | undefined, string[]>;
  lever: ColumnType<'capital' | 'service_delivery' | 'regulation' | 'advocacy' | 'collaboration' | 'partnership' | null, 'capital' | 'service_delivery' | 'regulation' | 'advocacy' | 'collaboration' | 'partnership' | null | undefined, 'capital' | 'service_delivery' | 'regulation' | 'advocacy' | 'collaboration' | 'partnership' | null>;
  lead_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** How an initiative goes, as its lead says; what it brings is computed, see plan.target. */
  progress: ColumnType<'planned' | 'under_way' | 'delayed' | 'done' | 'stopped' | null, 'planned' | 'under_way' | 'delayed' | 'done' | 'stopped' | null | undefined, 'planned' | 'under_way' | 'delayed' | 'done' | 'stopped' | null>;
  starts_on: ColumnType<string | null, string | null | undefined, string | null>;
  due_on: ColumnType<string | null, string | null | undefined, string | null>;
  version: ColumnType<number, number | undefined, number>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  level_code: string;
  weight: ColumnType<number, number | undefined, number>;
  share_done: ColumnType<number | null, number | null | undefined, number | null>;
  /** When somebody last said how it goes. */
  reported_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** The node of a plan above that this one serves. */
  serves_item_id: ColumnType<string | null, string | null | undefined, string | null>;
}

/** The details of one node; written and read whole (contract/details.ts). */
export interface PlanItemDetailTable {
  item_id: string;
  /** The colleague of the lead organisation who is asked how it goes; never public. */
  owner_account_id: ColumnType<string | null, string | null | undefined, string | null>;
  levers: ColumnType<string[], string[] | undefined, string[]>;
  populations: ColumnType<string[], string[] | undefined, string[]>;
  area_ids: ColumnType<string[], string[] | undefined, string[]>;
  factors: ColumnType<string[], string[] | undefined, string[]>;
  budget: ColumnType<Json, Json | undefined, Json>;
  evidence: ColumnType<Json, Json | undefined, Json>;
  programmes: ColumnType<Json, Json | undefined, Json>;
  logic: ColumnType<Json, Json | undefined, Json>;
}

/** What a plan calls its levels, and what each is for: a direction, an aim with targets, or work with progress. */
export interface PlanLevelTable {
  plan_id: string;
  code: string;
  /** What is under something else has the same rank or a higher number; several levels may share one. */
  rank: number;
  kind: 'priority' | 'goal' | 'initiative';
  name: Json;
}

/** What is to be reached by a day on the way. */
export interface PlanMilestoneTable {
  item_id: string;
  sort: number;
  due_on: string;
  words: Json;
  done_on: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What was said of a node, by period; the newest is what the plan shows. */
export interface PlanNewsTable {
  news_id: string;
  item_id: string;
  progress: ColumnType<'planned' | 'under_way' | 'delayed' | 'done' | 'stopped' | null, 'planned' | 'under_way' | 'delayed' | 'done' | 'stopped' | null | undefined, 'planned' | 'under_way' | 'delayed' | 'done' | 'stopped' | null>;
  share_done: ColumnType<number | null, number | null | undefined, number | null>;
  story: ColumnType<string, string | undefined, string>;
  story_locale: 'ar' | 'fr' | 'en';
  obstacle: ColumnType<string, string | undefined, string>;
  said_by: 'planner' | 'owner' | 'link';
  /** Which colleague said it; null where a link did. */
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  said_at: ColumnType<Date, Date | string, Date | string>;
}

/** An address by which whoever answers for one node says how it goes, and nothing else; only its digest is kept. */
export interface PlanOwnerLinkTable {
  link_id: string;
  item_id: string;
  digest: Buffer;
  locale: 'ar' | 'fr' | 'en';
  made_by: ColumnType<string | null, string | null | undefined, string | null>;
  made_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** How often something was said by it. */
  used_count: ColumnType<number, number | undefined, number>;
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** The organisation that it was sent to, which is then reminded by a link of its own; null where it was handed over. */
  sent_to: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What an organisation beside the lead promised for a node. */
export interface PlanPartnerTable {
  item_id: string;
  organisation_id: string;
  sort: number;
  promise: Json;
  state: 'open' | 'kept' | 'dropped';
}

/** A region's community safety and well-being plan. */
export interface PlanPlanTable {
  plan_id: string;
  area_id: string;
  name: Json;
  vision: Json;
  starts_on: string;
  ends_on: string;
  is_public: ColumnType<boolean, boolean | undefined, boolean>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  /** The level of territory it is a plan of; a national plan is held for the whole of this territory. */
  reach: ColumnType<'nation' | 'region' | 'municipality' | 'neighbourhood', 'nation' | 'region' | 'municipality' | 'neighbourhood' | undefined, 'nation' | 'region' | 'municipality' | 'neighbourhood'>;
  parent_plan_id: ColumnType<string | null, string | null | undefined, string | null>;
  previous_plan_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** How often news of each initiative is due; half as long again without any, and there is no recent data. */
  report_every_months: ColumnType<number, number | undefined, number>;
  adopted_on: ColumnType<string | null, string | null | undefined, string | null>;
  resolution: ColumnType<string | null, string | null | undefined, string | null>;
  review_on: ColumnType<string | null, string | null | undefined, string | null>;
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  archived_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
}

/** A file of a plan that was brought in; what was read of it is kept until it is written or given up. */
export interface PlanPlanImportTable {
  import_id: string;
  file_name: string;
  status: 'read' | 'written' | 'discarded';
  /** PlanDocument, where the file has no fault. */
  document: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** What is wrong with it and what is told of it, by part, line and field. */
  findings: Json;
  /** What the planner decided, by the key of each question. */
  choices: ColumnType<Json, Json | undefined, Json>;
  plan_id: ColumnType<string | null, string | null | undefined, string | null>;
  requested_by: ColumnType<string | null, string | null | undefined, string | null>;
  requested_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A look at one figure together: its story, what works, and what will be done. Never changed; the next one follows. */
export interface PlanReviewTable {
  review_id: string;
  target_id: string;
  held_on: string;
  /** Years and the value expected in each if nothing changes, as this review saw it. */
  forecast: Json;
  story: string;
  partners: ColumnType<string, string | undefined, string>;
  what_works: ColumnType<string, string | undefined, string>;
  next_steps: string;
  locale: 'ar' | 'fr' | 'en';
  written_by: ColumnType<string | null, string | null | undefined, string | null>;
  written_at: ColumnType<Date, Date | string, Date | string>;
}

/** What a goal aims at: an indicator, where it stood, where it is to be and when (D0). */
export interface PlanTargetTable {
  target_id: string;
  item_id: string;
  indicator_id: string;
  baseline: ColumnType<number | null, number | null | undefined, number | null>;
  baseline_starts_on: ColumnType<string | null, string | null | undefined, string | null>;
  baseline_ends_on: ColumnType<string | null, string | null | undefined, string | null>;
  target_kind: 'absolute' | 'relative' | 'maintain';
  /** The value itself, or where target_kind is relative the change from the baseline: 0.25 is 25 % up. */
  target: number;
  due_on: string;
  created_at: ColumnType<Date, Date | string, Date | string>;
  /** Where target_kind is maintain: how far from the target a figure may be and still be kept. */
  tolerance: ColumnType<number | null, number | null | undefined, number | null>;
  /** Where the figure should be by which days on the way; without any, an even pace is expected. */
  path: ColumnType<Json, Json | undefined, Json>;
}

/** Each two organisations that signed one agreement, what may pass between them, and the days on which it runs: from the first up to, not including, the last; null is without end. */
export interface AgreementsPublishedBondTable {
  organisation_id: ColumnType<string, never, never>;
  with_organisation_id: ColumnType<string | null, never, never>;
  agreement_id: ColumnType<string, never, never>;
  purposes: ColumnType<string[], never, never>;
  categories: ColumnType<string[], never, never>;
  runs_from: ColumnType<string | null, never, never>;
  runs_until: ColumnType<string | null, never, never>;
}

/** Which agreement renews which, once it was offered for signature; whether it binds is told by published_bond. */
export interface AgreementsPublishedRenewalTable {
  agreement_id: ColumnType<string, never, never>;
  renewal_id: ColumnType<string | null, never, never>;
}

/** What other modules may read of a cohort. */
export interface CohortsPublishedCohortTable {
  cohort_id: ColumnType<string, never, never>;
  kind: ColumnType<string, never, never>;
  name: ColumnType<Json, never, never>;
  organisation_id: ColumnType<string, never, never>;
  starts_on: ColumnType<string, never, never>;
  last_day: ColumnType<string | null, never, never>;
  capacity: ColumnType<number | null, never, never>;
  has_comparison: ColumnType<boolean, never, never>;
}

/** How many are in each cohort now, by consents that run, and how many are counted beside them: as figures count them, before suppression; nobody's name or identifier. */
export interface CohortsPublishedCohortMemberCountTable {
  cohort_id: ColumnType<string, never, never>;
  arm: ColumnType<string, never, never>;
  members: ColumnType<number | null, never, never>;
}

/** The needs, for other modules. */
export interface DirectoryPublishedNeedTable {
  need_code: ColumnType<string, never, never>;
  name: ColumnType<Json, never, never>;
  sort: ColumnType<number, never, never>;
}

/** How often a search for a need found nothing, by week and area, for other modules. */
export interface DirectoryPublishedSearchGapTable {
  week: ColumnType<string, never, never>;
  need_code: ColumnType<string | null, never, never>;
  area_id: ColumnType<string | null, never, never>;
  searches: ColumnType<number, never, never>;
}

/** What other modules may read of a service. */
export interface DirectoryPublishedServiceTable {
  service_id: ColumnType<string, never, never>;
  organisation_id: ColumnType<string, never, never>;
  name: ColumnType<Json, never, never>;
  status: ColumnType<string, never, never>;
  capacity: ColumnType<string, never, never>;
  languages: ColumnType<string[], never, never>;
  minimum_age: ColumnType<number | null, never, never>;
  maximum_age: ColumnType<number | null, never, never>;
  assured_at: ColumnType<Date | null, never, never>;
  capacity_at: ColumnType<Date | null, never, never>;
  merged_into: ColumnType<string | null, never, never>;
  updated_at: ColumnType<Date, never, never>;
}

/** Where a service serves, for other modules. */
export interface DirectoryPublishedServiceAreaTable {
  service_id: ColumnType<string, never, never>;
  area_id: ColumnType<string, never, never>;
}

/** Which needs a service answers, for other modules. */
export interface DirectoryPublishedServiceNeedTable {
  service_id: ColumnType<string, never, never>;
  need_code: ColumnType<string, never, never>;
}

/** The bodies by name, kind and host; without who sits there. */
export interface GovernancePublishedBodyTable {
  body_id: ColumnType<string, never, never>;
  kind: ColumnType<string, never, never>;
  name: ColumnType<Json, never, never>;
  organisation_id: ColumnType<string, never, never>;
  parent_body_id: ColumnType<string | null, never, never>;
}

/** Each commitment by its owner, the day that it is due and where it stands; without its words. */
export interface GovernancePublishedCommitmentTable {
  commitment_id: ColumnType<string, never, never>;
  body_id: ColumnType<string, never, never>;
  organisation_id: ColumnType<string, never, never>;
  due_on: ColumnType<string, never, never>;
  state: ColumnType<string, never, never>;
  created_at: ColumnType<Date, never, never>;
  settled_at: ColumnType<Date | null, never, never>;
}

/** Which organisation sits in which body, from which day to which; nobody by name. */
export interface GovernancePublishedMembershipTable {
  body_id: ColumnType<string, never, never>;
  organisation_id: ColumnType<string, never, never>;
  starts_on: ColumnType<string, never, never>;
  last_day: ColumnType<string | null, never, never>;
}

/** Each seat that stands with each time that somebody sits in it, or with none: once without days. */
export interface GovernancePublishedSittingTable {
  seat_id: ColumnType<string | null, never, never>;
  body_id: ColumnType<string | null, never, never>;
  is_required: ColumnType<boolean | null, never, never>;
  populations: ColumnType<string[] | null, never, never>;
  starts_on: ColumnType<string | null, never, never>;
  last_day: ColumnType<string | null, never, never>;
}

/** What other modules may read of an organisation. */
export interface OrganisationsPublishedOrganisationTable {
  organisation_id: ColumnType<string, never, never>;
  parent_organisation_id: ColumnType<string | null, never, never>;
  name: ColumnType<Json, never, never>;
  sector: ColumnType<string, never, never>;
  area_id: ColumnType<string | null, never, never>;
  receives_referrals: ColumnType<boolean, never, never>;
  alternate_name: ColumnType<Json | null, never, never>;
  description: ColumnType<Json | null, never, never>;
  email: ColumnType<string | null, never, never>;
  phone: ColumnType<string | null, never, never>;
  website: ColumnType<string | null, never, never>;
  tax_status: ColumnType<string | null, never, never>;
  tax_id: ColumnType<string | null, never, never>;
  year_incorporated: ColumnType<number | null, never, never>;
  legal_status: ColumnType<string | null, never, never>;
  logo: ColumnType<string | null, never, never>;
  uri: ColumnType<string | null, never, never>;
  updated_at: ColumnType<Date, never, never>;
}

/** Referrals as figures count them: nobody's name or identifier. */
export interface ReferralsPublishedReferralTable {
  referral_id: ColumnType<string | null, never, never>;
  need_code: ColumnType<string | null, never, never>;
  service_id: ColumnType<string | null, never, never>;
  organisation_id: ColumnType<string | null, never, never>;
  from_organisation_id: ColumnType<string | null, never, never>;
  area_id: ColumnType<string | null, never, never>;
  status: ColumnType<string | null, never, never>;
  reason_code: ColumnType<string | null, never, never>;
  sent_at: ColumnType<Date | null, never, never>;
  answered_at: ColumnType<Date | null, never, never>;
  ended_at: ColumnType<Date | null, never, never>;
  due_at: ColumnType<Date | null, never, never>;
  confirmation: ColumnType<string | null, never, never>;
  confirmed_at: ColumnType<Date | null, never, never>;
  follows_referral_id: ColumnType<string | null, never, never>;
  part_of_referral_id: ColumnType<string | null, never, never>;
  depth: ColumnType<number | null, never, never>;
  escalated_at: ColumnType<Date | null, never, never>;
  rating: ColumnType<number | null, never, never>;
  why_not: ColumnType<string | null, never, never>;
  person_language: ColumnType<string | null, never, never>;
  person_gender: ColumnType<string | null, never, never>;
  /** The age in the year of sending, in groups; null where nobody knows it. */
  person_age_group: ColumnType<string | null, never, never>;
  record_class: ColumnType<string | null, never, never>;
}

/** Needs as figures count them: nobody's name or identifier. */
export interface ScreeningPublishedFindingTable {
  screening_id: ColumnType<string, never, never>;
  need_code: ColumnType<string, never, never>;
  has_need: ColumnType<boolean | null, never, never>;
  wants_help: ColumnType<boolean | null, never, never>;
  area_id: ColumnType<string | null, never, never>;
  channel: ColumnType<string, never, never>;
  received_at: ColumnType<Date, never, never>;
}

/** What other modules may read of an area. */
export interface TerritoryPublishedAreaTable {
  area_id: ColumnType<string, never, never>;
  parent_area_id: ColumnType<string | null, never, never>;
  kind: ColumnType<string, never, never>;
  code: ColumnType<string, never, never>;
  name: ColumnType<Json, never, never>;
  latitude: ColumnType<number | null, never, never>;
  longitude: ColumnType<number | null, never, never>;
  population: ColumnType<number | null, never, never>;
}

export interface PlanTables {
  'plan.check_answer': PlanCheckAnswerTable;
  'plan.consultation': PlanConsultationTable;
  'plan.item': PlanItemTable;
  'plan.item_detail': PlanItemDetailTable;
  'plan.level': PlanLevelTable;
  'plan.milestone': PlanMilestoneTable;
  'plan.news': PlanNewsTable;
  'plan.owner_link': PlanOwnerLinkTable;
  'plan.partner': PlanPartnerTable;
  'plan.plan': PlanPlanTable;
  'plan.plan_import': PlanPlanImportTable;
  'plan.review': PlanReviewTable;
  'plan.target': PlanTargetTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'cohorts.published_cohort': CohortsPublishedCohortTable;
  'cohorts.published_cohort_member_count': CohortsPublishedCohortMemberCountTable;
  'directory.published_need': DirectoryPublishedNeedTable;
  'directory.published_search_gap': DirectoryPublishedSearchGapTable;
  'directory.published_service': DirectoryPublishedServiceTable;
  'directory.published_service_area': DirectoryPublishedServiceAreaTable;
  'directory.published_service_need': DirectoryPublishedServiceNeedTable;
  'governance.published_body': GovernancePublishedBodyTable;
  'governance.published_commitment': GovernancePublishedCommitmentTable;
  'governance.published_membership': GovernancePublishedMembershipTable;
  'governance.published_sitting': GovernancePublishedSittingTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'referrals.published_referral': ReferralsPublishedReferralTable;
  'screening.published_finding': ScreeningPublishedFindingTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
