// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** How often a service is to be confirmed, where that is not the region's six months. */
export interface CurationCadenceTable {
  service_id: string;
  months: number;
  set_by: ColumnType<string | null, string | null | undefined, string | null>;
  set_at: ColumnType<Date, Date | string, Date | string>;
}

/** Who at an organisation keeps its entries true. Their name and how they are reached are sealed: they concern nobody else. */
export interface CurationKeeperTable {
  organisation_id: string;
  sealed_contact: string;
  locale: 'ar' | 'fr' | 'en';
  since: ColumnType<Date, Date | string, Date | string>;
}

/** A link by which an organisation confirms its entries without an account; only a digest of it is kept. */
export interface CurationLinkTable {
  link_id: string;
  organisation_id: string;
  digest: Buffer;
  created_by: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  used_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Two records that may be one, until a person says whether they are. */
export interface CurationPairTable {
  object: 'organization' | 'service';
  one_id: string;
  other_id: string;
  reasons: string[];
  score: number;
  state: 'open' | 'merged' | 'distinct';
  merge_id: ColumnType<string | null, string | null | undefined, string | null>;
  decided_by: ColumnType<string | null, string | null | undefined, string | null>;
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  found_at: ColumnType<Date, Date | string, Date | string>;
}

/** What anyone says should be different in the directory, and what came of it. */
export interface CurationSuggestionTable {
  suggestion_id: string;
  /** Of the code by which whoever suggested it reads the answer. */
  digest: Buffer;
  kind: 'change' | 'closed' | 'new' | 'claim';
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  link_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Field and value, in the language of the suggestion. */
  proposals: Json;
  message: ColumnType<string | null, string | null | undefined, string | null>;
  /** How to reach who suggested it, if they said so; forgotten thirty days after the answer. */
  sealed_contact: ColumnType<string | null, string | null | undefined, string | null>;
  locale: 'ar' | 'fr' | 'en';
  state: 'waiting' | 'accepted' | 'partly_accepted' | 'rejected';
  answer: ColumnType<string | null, string | null | undefined, string | null>;
  taken_fields: ColumnType<string[], string[] | undefined, string[]>;
  version: ColumnType<number, number | undefined, number>;
  decided_by: ColumnType<string | null, string | null | undefined, string | null>;
  decided_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
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

export interface CurationTables {
  'curation.cadence': CurationCadenceTable;
  'curation.keeper': CurationKeeperTable;
  'curation.link': CurationLinkTable;
  'curation.pair': CurationPairTable;
  'curation.suggestion': CurationSuggestionTable;
  'directory.published_need': DirectoryPublishedNeedTable;
  'directory.published_search_gap': DirectoryPublishedSearchGapTable;
  'directory.published_service': DirectoryPublishedServiceTable;
  'directory.published_service_area': DirectoryPublishedServiceAreaTable;
  'directory.published_service_need': DirectoryPublishedServiceNeedTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
