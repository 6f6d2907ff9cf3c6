// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** One thing that is counted, told in tables of many cuts: all that is told of it is judged together. */
export interface DisclosureDatasetTable {
  dataset_code: string;
  name: Json;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** What may be told of a dataset, who asked for it, why, and who agreed where it lets more be told than before. */
export interface DisclosurePolicyTable {
  policy_id: string;
  dataset_code: string;
  least: number;
  shows_zero: boolean;
  least_population: number;
  rounding: 'none' | 'controlled_5';
  reason: string;
  state: 'asked' | 'standing' | 'replaced' | 'refused';
  asked_by: ColumnType<string | null, string | null | undefined, string | null>;
  asked_at: ColumnType<Date, Date | string, Date | string>;
  answered_by: ColumnType<string | null, string | null | undefined, string | null>;
  answered_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  answer_note: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What somebody said, in their own words, told to everybody once a second person has read it; with one thing said of them at most. */
export interface DisclosureQuoteTable {
  quote_id: string;
  language: 'ar' | 'fr' | 'en';
  words: string;
  attribution: 'none' | 'area' | 'age_group' | 'role';
  attributed_to: ColumnType<string | null, string | null | undefined, string | null>;
  /** How many people the attribution could mean, as the proposer knows: fewer than the public least group is refused. */
  group_size: ColumnType<number | null, number | null | undefined, number | null>;
  state: 'proposed' | 'released' | 'withdrawn';
  proposed_by: string;
  proposed_at: ColumnType<Date, Date | string, Date | string>;
  released_by: ColumnType<string | null, string | null | undefined, string | null>;
  released_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  withdrawn_by: ColumnType<string | null, string | null | undefined, string | null>;
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A table that was told. It is kept for ever: whoever has it can compare it with what is told later. */
export interface DisclosureReleaseTable {
  release_id: string;
  dataset_code: string;
  /** The cut and the layout of the table in a word: a release replaces the one before it that has the same. */
  cut_key: string;
  cut: Json;
  /** As it was counted, with what is hidden: for judging what is told later, and for the audit; never published. */
  counted: Json;
  released: Json;
  hierarchies: Json;
  policy: Json;
  snapshot: ColumnType<string | null, string | null | undefined, string | null>;
  /** Releases of one epoch were counted over the same records, as far as anybody outside can see. */
  epoch: number;
  state: 'standing' | 'replaced';
  released_by: ColumnType<string | null, string | null | undefined, string | null>;
  released_at: ColumnType<Date, Date | string, Date | string>;
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

export interface DisclosureTables {
  'disclosure.dataset': DisclosureDatasetTable;
  'disclosure.policy': DisclosurePolicyTable;
  'disclosure.quote': DisclosureQuoteTable;
  'disclosure.release': DisclosureReleaseTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
