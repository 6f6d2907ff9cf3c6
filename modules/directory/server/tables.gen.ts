// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What an import said that has no column here, kept as it was (HSDS 3.1 attribute). */
export interface DirectoryAttributeTable {
  link_id: string;
  link_entity: string;
  label: string;
  value: string;
}

/** One package taken in, and what came of it. */
export interface DirectoryImportTable {
  import_id: string;
  source: string;
  file_name: string;
  format: ColumnType<string | null, string | null | undefined, string | null>;
  status: 'waiting' | 'running' | 'done' | 'failed';
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
  /** The file until it has been read; then it is forgotten. */
  content: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  requested_by: ColumnType<string | null, string | null | undefined, string | null>;
  requested_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** What an import refused: file, row, field, reason. */
export interface DirectoryImportRefusalTable {
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

/** A place where services are given (HSDS 3.1 location and address). */
export interface DirectoryLocationTable {
  location_id: string;
  organisation_id: string;
  name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  transport: ColumnType<Json | null, Json | null | undefined, Json | null>;
  address: ColumnType<string | null, string | null | undefined, string | null>;
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  latitude: ColumnType<number | null, number | null | undefined, number | null>;
  longitude: ColumnType<number | null, number | null | undefined, number | null>;
  /** A shelter's place never leaves: no page, search, export or interface shows it. */
  is_confidential: ColumnType<boolean, boolean | undefined, boolean>;
  accessibility: ColumnType<Json | null, Json | null | undefined, Json | null>;
  source: ColumnType<string | null, string | null | undefined, string | null>;
  source_id: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
}

/** What people need help with, as data: adding one needs no release. */
export interface DirectoryNeedTable {
  need_code: string;
  name: Json;
  /** LocalizedText of other words for it, which a search finds it by. */
  words: ColumnType<Json, Json | undefined, Json>;
  sort: number;
}

/** A number to call (HSDS 3.1 phone). */
export interface DirectoryPhoneTable {
  phone_id: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  location_id: ColumnType<string | null, string | null | undefined, string | null>;
  number: string;
  kind: ColumnType<string, string | undefined, string>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  languages: ColumnType<string[], string[] | undefined, string[]>;
}

/** The needs, for other modules. */
export interface DirectoryPublishedNeedTable {
  need_code: ColumnType<string, never, never>;
  name: ColumnType<Json, never, never>;
  sort: ColumnType<number, never, never>;
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

/** When a service is open: one row a weekday (1 Monday, ISO 8601), or words where hours do not say it. */
export interface DirectoryScheduleTable {
  schedule_id: string;
  service_id: string;
  location_id: ColumnType<string | null, string | null | undefined, string | null>;
  weekday: ColumnType<number | null, number | null | undefined, number | null>;
  opens_at: ColumnType<string | null, string | null | undefined, string | null>;
  closes_at: ColumnType<string | null, string | null | undefined, string | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
}

/** Every word that some service is found by: a mistyped word is corrected to the nearest of these. */
export interface DirectorySearchWordTable {
  word: string;
}

/** Something that an organisation does for people (HSDS 3.1 service). */
export interface DirectoryServiceTable {
  service_id: string;
  organisation_id: string;
  name: Json;
  alternate_name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  eligibility: ColumnType<Json | null, Json | null | undefined, Json | null>;
  fees: ColumnType<Json | null, Json | null | undefined, Json | null>;
  application_process: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** LocalizedText: what to bring. */
  documents: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** LocalizedText: what people must know before they come. */
  alert: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** LocalizedText: where it serves in the source's own words, when these are no area of ours. */
  area_note: ColumnType<Json | null, Json | null | undefined, Json | null>;
  url: ColumnType<string | null, string | null | undefined, string | null>;
  email: ColumnType<string | null, string | null | undefined, string | null>;
  minimum_age: ColumnType<number | null, number | null | undefined, number | null>;
  maximum_age: ColumnType<number | null, number | null | undefined, number | null>;
  languages: ColumnType<string[], string[] | undefined, string[]>;
  capacity: ColumnType<'open' | 'waiting_list' | 'full' | 'assessment_first' | 'unknown', 'open' | 'waiting_list' | 'full' | 'assessment_first' | 'unknown' | undefined, 'open' | 'waiting_list' | 'full' | 'assessment_first' | 'unknown'>;
  /** When the capacity was said; an old word is shown with its age. */
  capacity_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** When somebody last made sure that this is true (HSDS assured_date). */
  assured_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  source: ColumnType<string | null, string | null | undefined, string | null>;
  source_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Its names in three languages as search words (domain/search-words): what counts most. */
  search_name: string;
  /** Its organisation's name, its needs and their other words, as search words. */
  search_words: string;
  /** All else that it says of itself, as search words. */
  search_text: string;
  search_vector: ColumnType<string | null, never, never>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
}

/** Where a service serves people; one without a row serves the whole region. */
export interface DirectoryServiceAreaTable {
  service_id: string;
  area_id: string;
}

/** Which service is given where. */
export interface DirectoryServiceAtLocationTable {
  service_id: string;
  location_id: string;
}

/** Which needs a service answers. */
export interface DirectoryServiceNeedTable {
  service_id: string;
  need_code: string;
}

/** What other modules may read of an organisation. */
export interface OrganisationsPublishedOrganisationTable {
  organisation_id: ColumnType<string, never, never>;
  parent_organisation_id: ColumnType<string | null, never, never>;
  name: ColumnType<Json, never, never>;
  sector: ColumnType<string, never, never>;
  area_id: ColumnType<string | null, never, never>;
  receives_referrals: ColumnType<boolean, never, never>;
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

export interface DirectoryTables {
  'directory.attribute': DirectoryAttributeTable;
  'directory.import': DirectoryImportTable;
  'directory.import_refusal': DirectoryImportRefusalTable;
  'directory.location': DirectoryLocationTable;
  'directory.need': DirectoryNeedTable;
  'directory.phone': DirectoryPhoneTable;
  'directory.published_need': DirectoryPublishedNeedTable;
  'directory.published_service': DirectoryPublishedServiceTable;
  'directory.published_service_area': DirectoryPublishedServiceAreaTable;
  'directory.published_service_need': DirectoryPublishedServiceNeedTable;
  'directory.schedule': DirectoryScheduleTable;
  'directory.search_word': DirectorySearchWordTable;
  'directory.service': DirectoryServiceTable;
  'directory.service_area': DirectoryServiceAreaTable;
  'directory.service_at_location': DirectoryServiceAtLocationTable;
  'directory.service_need': DirectoryServiceNeedTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
