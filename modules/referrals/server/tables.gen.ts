// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A service that an open request was offered to: all that its organisation may know before it claims. */
export interface ReferralsCandidateTable {
  person_id: string;
  referral_id: string;
  service_id: string;
  organisation_id: string;
  from_organisation_id: string;
  need_code: string;
  /** The town, never nearer: nobody is found by it. */
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  priority: 'routine' | 'this_week' | 'tonight';
  languages: ColumnType<string[], string[] | undefined, string[]>;
  record_class: string;
  consent_id: ColumnType<string | null, string | null | undefined, string | null>;
  override_id: ColumnType<string | null, string | null | undefined, string | null>;
  state: 'offered' | 'claimed' | 'lost' | 'declined' | 'withdrawn';
  reason_code: ColumnType<string | null, string | null | undefined, string | null>;
  offered_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** What is to come of one need; the referrals of that need serve it. */
export interface ReferralsCareGoalTable {
  person_id: string;
  goal_id: string;
  need_code: string;
  /** Said with the person, who reads it too. */
  words: string;
  state: 'active' | 'reached' | 'given_up';
  created_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Several needs of one person with one navigator who leads (W3): exactly one, of the organisation that looks after the person. */
export interface ReferralsCarePlanTable {
  person_id: string;
  organisation_id: string;
  lead_account_id: string;
  next_review_on: string;
  started_at: ColumnType<Date, Date | string, Date | string>;
  version: ColumnType<number, number | undefined, number>;
}

/** What became of a care plan, in order: who led it when, and when it was looked at. */
export interface ReferralsCarePlanEntryTable {
  person_id: string;
  entry_id: string;
  kind: 'started' | 'lead_changed' | 'reviewed' | 'goal_added' | 'goal_reached' | 'goal_given_up';
  reason_code: ColumnType<string | null, string | null | undefined, string | null>;
  lead_account_id: string;
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** Within how long something is expected; the most particular rule holds, and what the field does where there is none. */
export interface ReferralsDeadlineRuleTable {
  rule_id: string;
  stage: 'answer' | 'claim' | 'help' | 'look_again' | 'offer';
  need_code: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  priority: ColumnType<'routine' | 'this_week' | 'tonight' | null, 'routine' | 'this_week' | 'tonight' | null | undefined, 'routine' | 'this_week' | 'tonight' | null>;
  amount: number;
  unit: 'hours' | 'working_hours' | 'working_days';
  /** When whoever is to act is reminded, in the same unit from the same beginning; null: not at all. */
  remind_after: ColumnType<number | null, number | null | undefined, number | null>;
  /** When the lead of the organisation that asked is told, in the same unit from the same beginning. */
  escalate_after: number;
  updated_at: ColumnType<Date, Date | string, Date | string>;
}

/** What a person and whoever looks after them write to each other. No partner reads it. */
export interface ReferralsMessageTable {
  person_id: string;
  message_id: string;
  side: 'person' | 'navigator';
  words: string;
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  at: ColumnType<Date, Date | string, Date | string>;
  /** When somebody who looks after the person said that they have read it, or answered; of what a navigator wrote it stays empty. */
  read_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  read_by: ColumnType<string | null, string | null | undefined, string | null>;
}

/** That a request goes on to another service, in its place or for a part of it; back with who asked first where nothing lets it. */
export interface ReferralsOnwardTable {
  person_id: string;
  referral_id: string;
  onward_id: string;
  from_organisation_id: string;
  kind: 'refer_on' | 'split';
  service_id: string;
  state: 'asked' | 'sent' | 'back' | 'decided';
  reason_code: ColumnType<string | null, string | null | undefined, string | null>;
  next_referral_id: ColumnType<string | null, string | null | undefined, string | null>;
  asked_at: ColumnType<Date, Date | string, Date | string>;
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** What the person said of the help, each time that they said it: the last holds, the others are its history. */
export interface ReferralsPersonWordTable {
  person_id: string;
  referral_id: string;
  word_id: string;
  confirmation: 'helped' | 'partly_helped' | 'not_helped';
  rating: ColumnType<number | null, number | null | undefined, number | null>;
  why_not: ColumnType<'never_called' | 'no_place' | 'not_for_me' | 'too_far' | 'had_to_pay' | 'papers_missing' | 'hours_do_not_fit' | 'no_common_language' | 'not_treated_well' | 'not_enough' | 'found_other_help' | 'another_reason' | null, 'never_called' | 'no_place' | 'not_for_me' | 'too_far' | 'had_to_pay' | 'papers_missing' | 'hours_do_not_fit' | 'no_common_language' | 'not_treated_well' | 'not_enough' | 'found_other_help' | 'another_reason' | null | undefined, 'never_called' | 'no_place' | 'not_for_me' | 'too_far' | 'had_to_pay' | 'papers_missing' | 'hours_do_not_fit' | 'no_common_language' | 'not_treated_well' | 'not_enough' | 'found_other_help' | 'another_reason' | null>;
  /** Their own words: for whoever looks after them, and for no partner. */
  words: ColumnType<string | null, string | null | undefined, string | null>;
  is_last: boolean;
  at: ColumnType<Date, Date | string, Date | string>;
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

/** One request to one service for one need (FHIR Task, SDOH Clinical Care 3.0.0). */
export interface ReferralsReferralTable {
  person_id: string;
  referral_id: string;
  screening_id: ColumnType<string | null, string | null | undefined, string | null>;
  consent_id: ColumnType<string | null, string | null | undefined, string | null>;
  need_code: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Who was asked; null while any capable partner may claim it (FHIR Task without an owner). */
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  from_organisation_id: string;
  /** Who looks after it at the organisation that asked: who sent it, until it is handed over. */
  from_account_id: string;
  follows_referral_id: ColumnType<string | null, string | null | undefined, string | null>;
  status: 'draft' | 'requested' | 'accepted' | 'rejected' | 'in-progress' | 'on-hold' | 'completed' | 'failed' | 'cancelled' | 'entered-in-error';
  /** Why it was rejected, held, failed or cancelled: a coded reason, not a state. */
  reason_code: ColumnType<string | null, string | null | undefined, string | null>;
  priority: 'routine' | 'this_week' | 'tonight';
  note: ColumnType<string | null, string | null | undefined, string | null>;
  outcome_code: ColumnType<string | null, string | null | undefined, string | null>;
  /** Where the person lived when it was sent, so that figures by area do not move with them. */
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  sent_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** When silence becomes overdue. */
  due_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  confirmation: ColumnType<'helped' | 'partly_helped' | 'not_helped' | null, 'helped' | 'partly_helped' | 'not_helped' | null | undefined, 'helped' | 'partly_helped' | 'not_helped' | null>;
  confirmed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
  /** The sharing without consent that let it pass, where no consent did. */
  override_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Who of both organisations may know of it: those whose role has its class, whoever sent it, and the person. */
  record_class: ColumnType<'ordinary' | 'child_protection' | 'violence' | 'mediation' | 'situation_table' | 'restricted', 'ordinary' | 'child_protection' | 'violence' | 'mediation' | 'situation_table' | 'restricted' | undefined, 'ordinary' | 'child_protection' | 'violence' | 'mediation' | 'situation_table' | 'restricted'>;
  /** The rule by which it is due, as it was when the deadline began: codes and identifiers. */
  due_why: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** What the system does next where nobody acts: remind, tell that it is overdue, escalate. */
  next_step: ColumnType<'remind' | 'overdue' | 'escalate' | null, 'remind' | 'overdue' | 'escalate' | null | undefined, 'remind' | 'overdue' | 'escalate' | null>;
  next_step_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  escalate_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** Since when the lead of the organisation that asked knows of it; null again once somebody acted. */
  escalated_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** The request that this one is a part of (FHIR Task.partOf). */
  part_of_referral_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** How often it was referred on: 0 for the first. */
  depth: ColumnType<number, number | undefined, number>;
}

/** Every step of a referral, in order: replaying them gives its state. */
export interface ReferralsReferralStepTable {
  person_id: string;
  referral_id: string;
  step_id: string;
  step: string;
  from_status: string;
  to_status: string;
  reason_code: ColumnType<string | null, string | null | undefined, string | null>;
  note: ColumnType<string | null, string | null | undefined, string | null>;
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  side: 'requester' | 'target' | 'person' | 'system';
  at: ColumnType<Date, Date | string, Date | string>;
  /** account: in the program; link: by a partner link, without an account; telephone: said aloud, and typed in by the other side. */
  how: ColumnType<'account' | 'link' | 'telephone', 'account' | 'link' | 'telephone' | undefined, 'account' | 'link' | 'telephone'>;
}

/** Somebody on the waiting list of a service: why their referral is on hold, and in which order they come. */
export interface ReferralsWaitEntryTable {
  person_id: string;
  referral_id: string;
  entry_id: string;
  service_id: string;
  organisation_id: string;
  /** By priority: 0 tonight, 1 this week, 2 routine. */
  rank: number;
  /** The order within a rank: when they joined, unless they were moved, with a reason that the history has. */
  place_at: ColumnType<Date, Date | string, Date | string>;
  state: 'waiting' | 'offered' | 'accepted' | 'declined' | 'expired' | 'left';
  reason_code: ColumnType<string | null, string | null | undefined, string | null>;
  joined_at: ColumnType<Date, Date | string, Date | string>;
  offered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  expires_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Whether a service tells people how many come before them; where it says nothing they are told their state alone. */
export interface ReferralsWaitRuleTable {
  service_id: string;
  tells_number: boolean;
  updated_at: ColumnType<Date, Date | string, Date | string>;
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

export interface ReferralsTables {
  'referrals.candidate': ReferralsCandidateTable;
  'referrals.care_goal': ReferralsCareGoalTable;
  'referrals.care_plan': ReferralsCarePlanTable;
  'referrals.care_plan_entry': ReferralsCarePlanEntryTable;
  'referrals.deadline_rule': ReferralsDeadlineRuleTable;
  'referrals.message': ReferralsMessageTable;
  'referrals.onward': ReferralsOnwardTable;
  'referrals.person_word': ReferralsPersonWordTable;
  'referrals.published_referral': ReferralsPublishedReferralTable;
  'referrals.referral': ReferralsReferralTable;
  'referrals.referral_step': ReferralsReferralStepTable;
  'referrals.wait_entry': ReferralsWaitEntryTable;
  'referrals.wait_rule': ReferralsWaitRuleTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'cohorts.published_cohort': CohortsPublishedCohortTable;
  'cohorts.published_cohort_member_count': CohortsPublishedCohortMemberCountTable;
  'directory.published_need': DirectoryPublishedNeedTable;
  'directory.published_search_gap': DirectoryPublishedSearchGapTable;
  'directory.published_service': DirectoryPublishedServiceTable;
  'directory.published_service_area': DirectoryPublishedServiceAreaTable;
  'directory.published_service_need': DirectoryPublishedServiceNeedTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'screening.published_finding': ScreeningPublishedFindingTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
