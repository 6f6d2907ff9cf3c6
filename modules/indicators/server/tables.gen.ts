// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What an observation said before it was corrected, and why. */
export interface IndicatorsFormerObservationTable {
  indicator_id: string;
  area_id: string;
  starts_on: string;
  cut: string;
  version: number;
  numerator: ColumnType<number | null, number | null | undefined, number | null>;
  denominator: ColumnType<number | null, number | null | undefined, number | null>;
  value: ColumnType<number | null, number | null | undefined, number | null>;
  note: ColumnType<Json | null, Json | null | undefined, Json | null>;
  source: ColumnType<string | null, string | null | undefined, string | null>;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  replaced_by: ColumnType<string | null, string | null | undefined, string | null>;
  replaced_at: ColumnType<Date, Date | string, Date | string>;
  ends_on: string;
}

/** A measure and its recipe. A programme measure is computed from the records, never typed. */
export interface IndicatorsIndicatorTable {
  indicator_id: string;
  code: string;
  name: Json;
  definition: Json;
  /** Whose figure it is: of what we do (programme, counted), of how the plan is carried out (plan), of how people are (population). Never mixed. */
  kind: 'programme' | 'plan' | 'population';
  recipe: ColumnType<string | null, string | null | undefined, string | null>;
  need_code: ColumnType<string | null, string | null | undefined, string | null>;
  unit: 'ratio' | 'count' | 'days' | 'rate' | 'words';
  better: 'up' | 'down';
  source: Json;
  owner_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  frequency: ColumnType<'month' | 'quarter' | 'half_year' | 'year' | 'two_years' | 'five_years', 'month' | 'quarter' | 'half_year' | 'year' | 'two_years' | 'five_years' | undefined, 'month' | 'quarter' | 'half_year' | 'year' | 'two_years' | 'five_years'>;
  /** Of a rate: of how many it is told, such as 100000. */
  factor: ColumnType<number, number | undefined, number>;
  /** What sources call it, as their files name it. */
  names_elsewhere: ColumnType<string[], string[] | undefined, string[]>;
  version: ColumnType<number, number | undefined, number>;
  /** Of what is brought in, whether people are counted; said once, when the measure is added. Of what modules publish the module says it. */
  counts: ColumnType<'people' | 'things', 'people' | 'things' | undefined, 'people' | 'things'>;
}

/** A population measure as its source gave it. Half-open period. Missing is not zero: then there is no row. */
export interface IndicatorsObservationTable {
  indicator_id: string;
  area_id: string;
  starts_on: string;
  ends_on: string;
  numerator: ColumnType<number | null, number | null | undefined, number | null>;
  denominator: ColumnType<number | null, number | null | undefined, number | null>;
  value: ColumnType<number | null, number | null | undefined, number | null>;
  observed_on: string;
  /** Of which part of the population, such as `sex:f` or `age:15-24|sex:f`; empty is all of it. */
  cut: ColumnType<string, string | undefined, string>;
  state: ColumnType<'provisional' | 'approved', 'provisional' | 'approved' | undefined, 'provisional' | 'approved'>;
  /** LocalizedText: what a qualitative measure says. */
  note: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** The file or person that it came from. */
  source: ColumnType<string | null, string | null | undefined, string | null>;
  import_id: ColumnType<string | null, string | null | undefined, string | null>;
  written_by: ColumnType<string | null, string | null | undefined, string | null>;
  approved_by: ColumnType<string | null, string | null | undefined, string | null>;
  approved_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
  /** Whether everybody may read it while it is approved. */
  is_told: ColumnType<boolean, boolean | undefined, boolean>;
  /** The numbers that everybody could read last, as [numerator, denominator, value, ends_on]; a corrected number is judged anew. */
  told_as: ColumnType<Json | null, Json | null | undefined, Json | null>;
}

/** A file of observations: read and shown first, written or given up then; its rows are kept until then. */
export interface IndicatorsSeriesImportTable {
  import_id: string;
  file_name: string;
  format: 'table' | 'dhis2' | 'sdmx';
  status: 'read' | 'written' | 'discarded';
  rows: ColumnType<Json | null, Json | null | undefined, Json | null>;
  outcome: Json;
  requested_by: ColumnType<string | null, string | null | undefined, string | null>;
  requested_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** What of a file was not taken, by its place in it. */
export interface IndicatorsSeriesRefusalTable {
  import_id: string;
  ordinal: number;
  at: number;
  field: ColumnType<string | null, string | null | undefined, string | null>;
  value: ColumnType<string | null, string | null | undefined, string | null>;
  code: string;
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

export interface IndicatorsTables {
  'indicators.former_observation': IndicatorsFormerObservationTable;
  'indicators.indicator': IndicatorsIndicatorTable;
  'indicators.observation': IndicatorsObservationTable;
  'indicators.series_import': IndicatorsSeriesImportTable;
  'indicators.series_refusal': IndicatorsSeriesRefusalTable;
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
  'referrals.published_referral': ReferralsPublishedReferralTable;
  'screening.published_finding': ScreeningPublishedFindingTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
