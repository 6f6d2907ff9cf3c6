// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

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

/** What other modules may read of a text: where it stands and where we stand; it names nobody. */
export interface PoliciesPublishedPolicyTable {
  policy_id: ColumnType<string, never, never>;
  level: ColumnType<string, never, never>;
  kind: ColumnType<string, never, never>;
  title: ColumnType<Json, never, never>;
  stage: ColumnType<string, never, never>;
  stage_on: ColumnType<string, never, never>;
  position: ColumnType<string, never, never>;
  next_on: ColumnType<string | null, never, never>;
  is_public: ColumnType<boolean, never, never>;
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

export interface OpendataTables {
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
  'policies.published_policy': PoliciesPublishedPolicyTable;
  'referrals.published_referral': ReferralsPublishedReferralTable;
  'screening.published_finding': ScreeningPublishedFindingTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
