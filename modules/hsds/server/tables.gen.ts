// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** One package taken in, and what came of it. */
export interface HsdsImportTable {
  import_id: string;
  source: string;
  file_name: string;
  format: ColumnType<string | null, string | null | undefined, string | null>;
  status: 'waiting' | 'mapping' | 'running' | 'checked' | 'done' | 'failed' | 'discarded' | 'expired';
  rows_read: ColumnType<number, number | undefined, number>;
  rows_total: ColumnType<number | null, number | null | undefined, number | null>;
  organisations_saved: ColumnType<number, number | undefined, number>;
  services_saved: ColumnType<number, number | undefined, number>;
  locations_saved: ColumnType<number, number | undefined, number>;
  /** Services of this source that its file no longer has: they became inactive. */
  services_ended: ColumnType<number, number | undefined, number>;
  rows_refused: ColumnType<number, number | undefined, number>;
  values_refused: ColumnType<number, number | undefined, number>;
  /** The language of its texts; null is the one that the package says it is in. */
  language: ColumnType<'ar' | 'fr' | 'en' | null, 'ar' | 'fr' | 'en' | null | undefined, 'ar' | 'fr' | 'en' | null>;
  /** What was taken in another way than it stood: terms without a need, areas not found, files not read. */
  notes: ColumnType<Json | null, Json | null | undefined, Json | null>;
  failure: ColumnType<string | null, string | null | undefined, string | null>;
  /** The file as it was sent, until it is written, given up, or thirty days old. */
  content: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  requested_by: ColumnType<string | null, string | null | undefined, string | null>;
  requested_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** Whether it stops after the check, so that a person sees the changes before anything is written. */
  is_trial: ColumnType<boolean, boolean | undefined, boolean>;
  /** By object: how many records are new, changed, the same, ended. */
  counts: ColumnType<Json, Json | undefined, Json>;
  /** Of files that need a mapping: each with its columns and the first values in them. */
  columns: ColumnType<Json | null, Json | null | undefined, Json | null>;
}

/** What an import would change, before a person lets it: of a confidential location only that it changes. */
export interface HsdsImportChangeTable {
  import_id: string;
  ordinal: number;
  object: 'organization' | 'location' | 'service';
  record_id: string;
  name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  change: 'new' | 'changed' | 'ended';
  fields: Json;
}

/** What an import refused: file, row, field, reason. */
export interface HsdsImportRefusalTable {
  import_id: string;
  ordinal: number;
  file: string;
  row: number;
  field: ColumnType<string | null, string | null | undefined, string | null>;
  code: string;
  value: ColumnType<string | null, string | null | undefined, string | null>;
  /** Whether the whole row was left out, or only this value. */
  scope: 'row' | 'value';
}

/** Rows that were read and checked, until they are written or given up: an import holds few of them in memory. */
export interface HsdsImportRowTable {
  ordinal: ColumnType<number, never, never>;
  import_id: string;
  object: string;
  /** What the row belongs to; a vocabulary or unit belongs to nothing. */
  home_object: ColumnType<string | null, string | null | undefined, string | null>;
  home_source_id: ColumnType<string | null, string | null | undefined, string | null>;
  row: Json;
}

/** Which column of a source's tables says what, for files that are no HSDS package; kept for its next file. */
export interface HsdsMappingTable {
  source: string;
  mapping: Json;
  saved_by: ColumnType<string | null, string | null | undefined, string | null>;
  saved_at: ColumnType<Date, Date | string, Date | string>;
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

export interface HsdsTables {
  'hsds.import': HsdsImportTable;
  'hsds.import_change': HsdsImportChangeTable;
  'hsds.import_refusal': HsdsImportRefusalTable;
  'hsds.import_row': HsdsImportRowTable;
  'hsds.mapping': HsdsMappingTable;
  'directory.published_need': DirectoryPublishedNeedTable;
  'directory.published_search_gap': DirectoryPublishedSearchGapTable;
  'directory.published_service': DirectoryPublishedServiceTable;
  'directory.published_service_area': DirectoryPublishedServiceAreaTable;
  'directory.published_service_need': DirectoryPublishedServiceNeedTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
