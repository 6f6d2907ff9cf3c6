// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What a location has for people with disabilities (HSDS 3.1 accessibility). */
export interface DirectoryAccessibilityTable {
  home_id: string;
  accessibility_id: string;
  location_id: ColumnType<string | null, string | null | undefined, string | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  details: ColumnType<Json | null, Json | null | undefined, Json | null>;
  url: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Where a location stands, or where its post goes (HSDS 3.1 address). */
export interface DirectoryAddressTable {
  home_id: string;
  address_id: string;
  location_id: ColumnType<string | null, string | null | undefined, string | null>;
  attention: ColumnType<Json | null, Json | null | undefined, Json | null>;
  address_1: ColumnType<Json | null, Json | null | undefined, Json | null>;
  address_2: ColumnType<Json | null, Json | null | undefined, Json | null>;
  city: ColumnType<Json | null, Json | null | undefined, Json | null>;
  region: ColumnType<Json | null, Json | null | undefined, Json | null>;
  state_province: ColumnType<Json | null, Json | null | undefined, Json | null>;
  postal_code: ColumnType<string | null, string | null | undefined, string | null>;
  country: ColumnType<string | null, string | null | undefined, string | null>;
  address_type: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What people must know now: of one service, of an area and all in it, or of the whole region. */
export interface DirectoryAlertTable {
  alert_id: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  text: Json;
  severity: 'notice' | 'danger';
  starts_at: ColumnType<Date, Date | string, Date | string>;
  ends_at: ColumnType<Date, Date | string, Date | string>;
  published_by: ColumnType<string | null, string | null | undefined, string | null>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Where a service serves people; one without a row serves the whole region. */
export interface DirectoryAreaServedTable {
  service_id: string;
  area_id: string;
}

/** A term or a further value that a source gives to one of its records (HSDS 3.1 attribute). */
export interface DirectoryAttributeTable {
  home_id: string;
  attribute_id: string;
  link_id: string;
  taxonomy_term_id: ColumnType<string | null, string | null | undefined, string | null>;
  link_type: ColumnType<string | null, string | null | undefined, string | null>;
  link_entity: ColumnType<string | null, string | null | undefined, string | null>;
  value: ColumnType<string | null, string | null | undefined, string | null>;
  label: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Where sources contradict one another, until a person decides: each source and what it says, the one that counts first. */
export interface DirectoryConflictTable {
  record_id: string;
  object: 'organization' | 'location' | 'service';
  field: string;
  said: Json;
  found_at: ColumnType<Date, Date | string, Date | string>;
}

/** Somebody to ask, by office or by name as published (HSDS 3.1 contact). */
export interface DirectoryContactTable {
  home_id: string;
  contact_id: string;
  organization_id: ColumnType<string | null, string | null | undefined, string | null>;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  service_at_location_id: ColumnType<string | null, string | null | undefined, string | null>;
  location_id: ColumnType<string | null, string | null | undefined, string | null>;
  name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  title: ColumnType<Json | null, Json | null | undefined, Json | null>;
  department: ColumnType<Json | null, Json | null | undefined, Json | null>;
  email: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What a service costs, for whom (HSDS 3.1 cost_option). */
export interface DirectoryCostOptionTable {
  home_id: string;
  cost_option_id: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  valid_from: ColumnType<string | null, string | null | undefined, string | null>;
  valid_to: ColumnType<string | null, string | null | undefined, string | null>;
  option: ColumnType<Json | null, Json | null | undefined, Json | null>;
  currency: ColumnType<string | null, string | null | undefined, string | null>;
  amount: ColumnType<number | null, number | null | undefined, number | null>;
  amount_description: ColumnType<Json | null, Json | null | undefined, Json | null>;
}

/** Whose word counts for one field of one record, where a person has decided between sources. */
export interface DirectoryDecisionTable {
  record_id: string;
  field: string;
  source: string;
  decided_by: ColumnType<string | null, string | null | undefined, string | null>;
  decided_at: ColumnType<Date, Date | string, Date | string>;
}

/** Who pays for a service or an organisation (HSDS 3.1 funding). */
export interface DirectoryFundingTable {
  home_id: string;
  funding_id: string;
  organization_id: ColumnType<string | null, string | null | undefined, string | null>;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  source: ColumnType<Json | null, Json | null | undefined, Json | null>;
}

/** A language that is spoken at a service, a location or a phone (HSDS 3.1 language). */
export interface DirectoryLanguageTable {
  home_id: string;
  language_id: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  location_id: ColumnType<string | null, string | null | undefined, string | null>;
  phone_id: ColumnType<string | null, string | null | undefined, string | null>;
  name: ColumnType<string | null, string | null | undefined, string | null>;
  code: ColumnType<string | null, string | null | undefined, string | null>;
  note: ColumnType<Json | null, Json | null | undefined, Json | null>;
}

/** A place where services are given (HSDS 3.1 location and address). */
export interface DirectoryLocationTable {
  location_id: string;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  transportation: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** LocalizedText: its address in one line, out of directory.address. */
  address: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** The area that it lies in, by the names in its address or by its coordinates. */
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  latitude: ColumnType<number | null, number | null | undefined, number | null>;
  longitude: ColumnType<number | null, number | null | undefined, number | null>;
  /** A shelter's place never leaves: no page, search, export or interface shows it. */
  is_confidential: ColumnType<boolean, boolean | undefined, boolean>;
  source: ColumnType<string | null, string | null | undefined, string | null>;
  source_id: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  location_type: ColumnType<string, string | undefined, string>;
  alternate_name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  url: ColumnType<string | null, string | null | undefined, string | null>;
  external_identifier: ColumnType<string | null, string | null | undefined, string | null>;
  external_identifier_type: ColumnType<string | null, string | null | undefined, string | null>;
  merged_into: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Two records found to be one. What was said of the first counts for the second until the merge is undone; nothing said is changed. */
export interface DirectoryMergeTable {
  merge_id: string;
  object: 'organization' | 'service';
  from_id: string;
  into_id: string;
  merged_by: ColumnType<string | null, string | null | undefined, string | null>;
  merged_at: ColumnType<Date, Date | string, Date | string>;
  undone_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** What packages said of themselves (HSDS 3.1 meta_table_description). */
export interface DirectoryMetaTableDescriptionTable {
  meta_table_description_id: string;
  name: ColumnType<string | null, string | null | undefined, string | null>;
  language: ColumnType<string | null, string | null | undefined, string | null>;
  character_set: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Which field of what changed from what to what, when and by whom (HSDS 3.1 metadata). */
export interface DirectoryMetadataTable {
  metadata_id: string;
  /** The service, location or organisation that the change was of, or of a part of. */
  home_id: ColumnType<string | null, string | null | undefined, string | null>;
  resource_id: string;
  resource_type: string;
  last_action_date: string;
  last_action_type: string;
  field_name: string;
  previous_value: ColumnType<string | null, string | null | undefined, string | null>;
  replacement_value: ColumnType<string | null, string | null | undefined, string | null>;
  updated_by: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What people need help with, as data: adding one needs no release. */
export interface DirectoryNeedTable {
  need_code: string;
  name: Json;
  /** LocalizedText of other words for it, which a search finds it by. */
  words: ColumnType<Json, Json | undefined, Json>;
  sort: number;
}

/** When a service is open, one row a day of the week or month, made from its schedules: what pages show and a search asks. */
export interface DirectoryOpeningTable {
  opening_id: string;
  service_id: string;
  location_id: ColumnType<string | null, string | null | undefined, string | null>;
  weekday: ColumnType<number | null, number | null | undefined, number | null>;
  opens_at: ColumnType<string | null, string | null | undefined, string | null>;
  closes_at: ColumnType<string | null, string | null | undefined, string | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** Only the first (1) to fifth, or the last (-1) such weekday of a month. */
  nth: ColumnType<number | null, number | null | undefined, number | null>;
  month_day: ColumnType<number | null, number | null | undefined, number | null>;
  /** Every how many weeks, counted from the week of `since`. */
  every: ColumnType<number, number | undefined, number>;
  since: ColumnType<string | null, string | null | undefined, string | null>;
  valid_from: ColumnType<string | null, string | null | undefined, string | null>;
  valid_to: ColumnType<string | null, string | null | undefined, string | null>;
  /** Closed on these days, whatever other rows say. */
  is_closed: ColumnType<boolean, boolean | undefined, boolean>;
}

/** A number that an organisation has in a register (HSDS 3.1 organization_identifier). */
export interface DirectoryOrganizationIdentifierTable {
  home_id: string;
  organization_identifier_id: string;
  organization_id: ColumnType<string | null, string | null | undefined, string | null>;
  identifier_scheme: ColumnType<string | null, string | null | undefined, string | null>;
  identifier_type: ColumnType<string | null, string | null | undefined, string | null>;
  identifier: ColumnType<string | null, string | null | undefined, string | null>;
}

/** A number to call (HSDS 3.1 phone). */
export interface DirectoryPhoneTable {
  phone_id: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  location_id: ColumnType<string | null, string | null | undefined, string | null>;
  number: string;
  /** Its type, as far as a caller must know it. */
  kind: ColumnType<string, string | undefined, string>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** The codes of its languages, out of directory.language, for the pages. */
  languages: ColumnType<string[], string[] | undefined, string[]>;
  home_id: string;
  organization_id: ColumnType<string | null, string | null | undefined, string | null>;
  contact_id: ColumnType<string | null, string | null | undefined, string | null>;
  service_at_location_id: ColumnType<string | null, string | null | undefined, string | null>;
  extension: ColumnType<number | null, number | null | undefined, number | null>;
  type: ColumnType<string | null, string | null | undefined, string | null>;
}

/** A programme of an organisation (HSDS 3.1 program). */
export interface DirectoryProgramTable {
  home_id: string;
  program_id: string;
  organization_id: ColumnType<string | null, string | null | undefined, string | null>;
  name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  alternate_name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
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

/** What to bring (HSDS 3.1 required_document). */
export interface DirectoryRequiredDocumentTable {
  home_id: string;
  required_document_id: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  document: ColumnType<Json | null, Json | null | undefined, Json | null>;
  uri: ColumnType<string | null, string | null | undefined, string | null>;
}

/** When a service is open, as its source says it, by RFC 5545s words (HSDS 3.1 schedule); directory.opening is what is asked. */
export interface DirectoryScheduleTable {
  home_id: string;
  schedule_id: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  location_id: ColumnType<string | null, string | null | undefined, string | null>;
  service_at_location_id: ColumnType<string | null, string | null | undefined, string | null>;
  valid_from: ColumnType<string | null, string | null | undefined, string | null>;
  valid_to: ColumnType<string | null, string | null | undefined, string | null>;
  dtstart: ColumnType<string | null, string | null | undefined, string | null>;
  timezone: ColumnType<number | null, number | null | undefined, number | null>;
  until: ColumnType<string | null, string | null | undefined, string | null>;
  count: ColumnType<number | null, number | null | undefined, number | null>;
  wkst: ColumnType<string | null, string | null | undefined, string | null>;
  freq: ColumnType<string | null, string | null | undefined, string | null>;
  interval: ColumnType<number | null, number | null | undefined, number | null>;
  byday: ColumnType<string | null, string | null | undefined, string | null>;
  byweekno: ColumnType<string | null, string | null | undefined, string | null>;
  bymonthday: ColumnType<string | null, string | null | undefined, string | null>;
  byyearday: ColumnType<string | null, string | null | undefined, string | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  opens_at: ColumnType<string | null, string | null | undefined, string | null>;
  closes_at: ColumnType<string | null, string | null | undefined, string | null>;
  schedule_link: ColumnType<string | null, string | null | undefined, string | null>;
  attending_type: ColumnType<string | null, string | null | undefined, string | null>;
  notes: ColumnType<Json | null, Json | null | undefined, Json | null>;
}

/** By which rules the search columns were made (domain FOLDING); where that is not the program's, they are made anew. */
export interface DirectorySearchFoldingTable {
  folding: number;
}

/** How often a search found nothing, by week: no account, no address, no moment, and words only where the directory knows each of them or many days have brought it. */
export interface DirectorySearchGapTable {
  /** The Monday of its week, in the region. */
  week: string;
  need_code: ColumnType<string | null, string | null | undefined, string | null>;
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Which further filters were chosen, without what they were set to. */
  filters: string[];
  /** The search words, folded; empty where one of them might name somebody. */
  words: string;
  searches: number;
}

/** On how many days a word was searched for that no service has: kept as a keyed digest, from which nobody reads the word. Forgotten after ninety days. */
export interface DirectorySearchUnknownTable {
  digest: Buffer;
  days: number;
  last_day: string;
}

/** Every word that some service is found by: a mistyped word is corrected to the nearest of these. */
export interface DirectorySearchWordTable {
  word: string;
  /** Its letters side by side, by which words spelt nearly alike are found. */
  pairs: ColumnType<string[], never, never>;
}

/** Something that an organisation does for people (HSDS 3.1 service). */
export interface DirectoryServiceTable {
  service_id: string;
  organisation_id: string;
  name: Json;
  alternate_name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
  eligibility_description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  fees_description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  application_process: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** LocalizedText: what people must know before they come. */
  alert: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** LocalizedText: the names of its service areas that are no area of ours. */
  area_note: ColumnType<Json | null, Json | null | undefined, Json | null>;
  url: ColumnType<string | null, string | null | undefined, string | null>;
  email: ColumnType<string | null, string | null | undefined, string | null>;
  minimum_age: ColumnType<number | null, number | null | undefined, number | null>;
  maximum_age: ColumnType<number | null, number | null | undefined, number | null>;
  /** The codes of its languages, out of directory.language, for the search. */
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
  program_id: ColumnType<string | null, string | null | undefined, string | null>;
  interpretation_services: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** Deprecated by HSDS 3.1, as are fees and licenses; kept as they were given. */
  wait_time: ColumnType<Json | null, Json | null | undefined, Json | null>;
  fees: ColumnType<Json | null, Json | null | undefined, Json | null>;
  accreditations: ColumnType<Json | null, Json | null | undefined, Json | null>;
  licenses: ColumnType<Json | null, Json | null | undefined, Json | null>;
  assurer_email: ColumnType<string | null, string | null | undefined, string | null>;
  /** The record that this one was found to be the same as; it is shown in its place. */
  merged_into: ColumnType<string | null, string | null | undefined, string | null>;
  /** The needs of service_need, sorted, for searches. */
  need_codes: ColumnType<string[], string[] | undefined, string[]>;
  /** The areas of area_served, sorted, for searches; none is the whole region. */
  area_ids: ColumnType<string[], string[] | undefined, string[]>;
  /** False where no price of nothing and no words on fees could make it free on any day. Never the answer itself: the rule is asked of whatever stays. */
  may_be_free: ColumnType<boolean, boolean | undefined, boolean>;
  /** False where no open place says what access it has. */
  may_have_access: ColumnType<boolean, boolean | undefined, boolean>;
  /** False where it can only be gone to. */
  may_be_remote: ColumnType<boolean, boolean | undefined, boolean>;
  /** One bit for each half hour from Monday 00:00: set where some rule may hold then in some week, so that a bit that is not set means closed. Until it is worked out, all are set. */
  open_week: ColumnType<string, string | undefined, string>;
}

/** Where a service serves, as its source says it (HSDS 3.1 service_area); directory.area_served is what is asked. */
export interface DirectoryServiceAreaTable {
  home_id: string;
  service_area_id: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  service_at_location_id: ColumnType<string | null, string | null | undefined, string | null>;
  name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  extent: ColumnType<string | null, string | null | undefined, string | null>;
  extent_type: ColumnType<string | null, string | null | undefined, string | null>;
  uri: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Which service is given where. */
export interface DirectoryServiceAtLocationTable {
  service_id: string;
  location_id: string;
  service_at_location_id: string;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  home_id: string;
}

/** How many places there are, and when that was said (HSDS 3.1 service_capacity). */
export interface DirectoryServiceCapacityTable {
  home_id: string;
  service_capacity_id: string;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  unit_id: ColumnType<string | null, string | null | undefined, string | null>;
  available: ColumnType<number | null, number | null | undefined, number | null>;
  maximum: ColumnType<number | null, number | null | undefined, number | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  updated: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Which needs a service answers. */
export interface DirectoryServiceNeedTable {
  service_id: string;
  need_code: string;
}

/** Who says things of the directory's records; where two say different things, the lower rank counts. */
export interface DirectorySourceTable {
  /** `here` is what is said in this directory itself, by its people and the organisations: rank 0. */
  source: string;
  rank: number;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** What one source says of one record, whole and in its own words; the record itself is all of them merged. */
export interface DirectoryStatementTable {
  source: string;
  object: 'organization' | 'location' | 'service';
  /** What the source calls the record. */
  source_record_id: string;
  record_id: string;
  content: Json;
  /** Of the content, so that a source that says the same again changes nothing. */
  digest: string;
  /** Whether it only corrects what others say: it does not keep a record alive by itself. */
  is_edit: ColumnType<boolean, boolean | undefined, boolean>;
  said_at: ColumnType<Date, Date | string, Date | string>;
  /** Since when the source does not speak of the record any more. */
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A classification of services that a source brought with it (HSDS 3.1 taxonomy). */
export interface DirectoryTaxonomyTable {
  taxonomy_id: string;
  name: Json;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  uri: ColumnType<string | null, string | null | undefined, string | null>;
  version: ColumnType<string | null, string | null | undefined, string | null>;
}

/** A term of a taxonomy (HSDS 3.1 taxonomy_term). */
export interface DirectoryTaxonomyTermTable {
  taxonomy_term_id: string;
  code: ColumnType<string | null, string | null | undefined, string | null>;
  name: Json;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  parent_id: ColumnType<string | null, string | null | undefined, string | null>;
  taxonomy: ColumnType<string | null, string | null | undefined, string | null>;
  language: ColumnType<string | null, string | null | undefined, string | null>;
  taxonomy_id: ColumnType<string | null, string | null | undefined, string | null>;
  term_uri: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Which texts are translations, of what, by whom; one whose original reads otherwise now is out of date. */
export interface DirectoryTranslationTable {
  record_id: string;
  /** The field's name; of a part, `object:id:field`. */
  field: string;
  locale: 'ar' | 'fr' | 'en';
  origin: 'person' | 'source' | 'machine';
  translated_by: ColumnType<string | null, string | null | undefined, string | null>;
  from_locale: 'ar' | 'fr' | 'en';
  /** The original as it stood when it was translated. */
  from_text: string;
  translated_at: ColumnType<Date, Date | string, Date | string>;
}

/** What places are counted in (HSDS 3.1 unit). */
export interface DirectoryUnitTable {
  unit_id: string;
  name: Json;
  scheme: ColumnType<string | null, string | null | undefined, string | null>;
  identifier: ColumnType<string | null, string | null | undefined, string | null>;
  uri: ColumnType<string | null, string | null | undefined, string | null>;
}

/** A further address on the web (HSDS 3.1 url). */
export interface DirectoryUrlTable {
  home_id: string;
  url_id: string;
  organization_id: ColumnType<string | null, string | null | undefined, string | null>;
  service_id: ColumnType<string | null, string | null | undefined, string | null>;
  label: ColumnType<Json | null, Json | null | undefined, Json | null>;
  url: ColumnType<string | null, string | null | undefined, string | null>;
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

export interface DirectoryTables {
  'directory.accessibility': DirectoryAccessibilityTable;
  'directory.address': DirectoryAddressTable;
  'directory.alert': DirectoryAlertTable;
  'directory.area_served': DirectoryAreaServedTable;
  'directory.attribute': DirectoryAttributeTable;
  'directory.conflict': DirectoryConflictTable;
  'directory.contact': DirectoryContactTable;
  'directory.cost_option': DirectoryCostOptionTable;
  'directory.decision': DirectoryDecisionTable;
  'directory.funding': DirectoryFundingTable;
  'directory.language': DirectoryLanguageTable;
  'directory.location': DirectoryLocationTable;
  'directory.merge': DirectoryMergeTable;
  'directory.meta_table_description': DirectoryMetaTableDescriptionTable;
  'directory.metadata': DirectoryMetadataTable;
  'directory.need': DirectoryNeedTable;
  'directory.opening': DirectoryOpeningTable;
  'directory.organization_identifier': DirectoryOrganizationIdentifierTable;
  'directory.phone': DirectoryPhoneTable;
  'directory.program': DirectoryProgramTable;
  'directory.published_need': DirectoryPublishedNeedTable;
  'directory.published_search_gap': DirectoryPublishedSearchGapTable;
  'directory.published_service': DirectoryPublishedServiceTable;
  'directory.published_service_area': DirectoryPublishedServiceAreaTable;
  'directory.published_service_need': DirectoryPublishedServiceNeedTable;
  'directory.required_document': DirectoryRequiredDocumentTable;
  'directory.schedule': DirectoryScheduleTable;
  'directory.search_folding': DirectorySearchFoldingTable;
  'directory.search_gap': DirectorySearchGapTable;
  'directory.search_unknown': DirectorySearchUnknownTable;
  'directory.search_word': DirectorySearchWordTable;
  'directory.service': DirectoryServiceTable;
  'directory.service_area': DirectoryServiceAreaTable;
  'directory.service_at_location': DirectoryServiceAtLocationTable;
  'directory.service_capacity': DirectoryServiceCapacityTable;
  'directory.service_need': DirectoryServiceNeedTable;
  'directory.source': DirectorySourceTable;
  'directory.statement': DirectoryStatementTable;
  'directory.taxonomy': DirectoryTaxonomyTable;
  'directory.taxonomy_term': DirectoryTaxonomyTermTable;
  'directory.translation': DirectoryTranslationTable;
  'directory.unit': DirectoryUnitTable;
  'directory.url': DirectoryUrlTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
