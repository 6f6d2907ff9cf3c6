// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What a community has that is no service: places, groups, skills, resources, local economy, culture (W9a, L8). */
export interface AssetsAssetTable {
  asset_id: string;
  kind: 'place' | 'group' | 'skill' | 'resource' | 'economy' | 'culture';
  /** LocalizedText; of a skill, what is offered and never who offers it. */
  name: Json;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  latitude: ColumnType<number | null, number | null | undefined, number | null>;
  longitude: ColumnType<number | null, number | null | undefined, number | null>;
  /** Where it is is kept and never told, to nobody. */
  is_confidential: ColumnType<boolean, boolean | undefined, boolean>;
  /** Who answers for it; a skill is reached through it alone. */
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  phone: ColumnType<string | null, string | null | undefined, string | null>;
  email: ColumnType<string | null, string | null | undefined, string | null>;
  website: ColumnType<string | null, string | null | undefined, string | null>;
  /** Whether its telephone, address and site were said to be for everyone. */
  shows_contact: ColumnType<boolean, boolean | undefined, boolean>;
  /** Codes of assets.tag, or words as they were typed. */
  tags: ColumnType<string[], string[] | undefined, string[]>;
  source: ColumnType<string | null, string | null | undefined, string | null>;
  /** What knows it again in its source: the feature's identifier, a column that was named, or a digest of name and place. */
  source_key: ColumnType<string | null, string | null | undefined, string | null>;
  added_by: ColumnType<string | null, string | null | undefined, string | null>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  ended_why: ColumnType<'withdrawn' | 'gone_from_source' | 'consent_withdrawn' | null, 'withdrawn' | 'gone_from_source' | 'consent_withdrawn' | null | undefined, 'withdrawn' | 'gone_from_source' | 'consent_withdrawn' | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
}

/** One file of GeoJSON taken in: read, tried dry with a mapping, then written or discarded. */
export interface AssetsImportTable {
  import_id: string;
  source: string;
  file_name: string;
  encoding: string;
  status: 'read' | 'checked' | 'written' | 'discarded';
  features: number;
  /** The names of the properties that its features have, each with an example. */
  properties: Json;
  mapping: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** The text of the file until it is written or discarded. */
  content: ColumnType<string | null, string | null | undefined, string | null>;
  /** What writing would do, or did: how many are added, changed, the same, ended, refused, and the first names of each. */
  outcome: ColumnType<Json | null, Json | null | undefined, Json | null>;
  requested_by: ColumnType<string | null, string | null | undefined, string | null>;
  requested_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Which property of a source says what, kept for its next file. */
export interface AssetsImportMappingTable {
  source: string;
  mapping: Json;
  saved_at: ColumnType<Date, Date | string, Date | string>;
}

/** What an import did not take: which feature (counted from 1), which field, the value and why. */
export interface AssetsImportRefusalTable {
  import_id: string;
  ordinal: number;
  feature: number;
  field: ColumnType<string | null, string | null | undefined, string | null>;
  value: ColumnType<string | null, string | null | undefined, string | null>;
  code: string;
}

/** That a person agreed to have a skill of theirs listed; without it, or once it is withdrawn, no read shows the skill. */
export interface AssetsSkillConsentTable {
  /** Stands for the person here alone: they need not be known to the product. */
  person_id: string;
  asset_id: string;
  /** Who it is, for the organisation that holds the skill; erased when the consent is withdrawn. */
  known_as: ColumnType<string | null, string | null | undefined, string | null>;
  given_on: string;
  given_how: 'spoken' | 'written';
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** A word that assets are found by, in three languages, as data. A word that is not here stands as it was typed. */
export interface AssetsTagTable {
  tag_code: string;
  /** LocalizedText. */
  name: Json;
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

export interface AssetsTables {
  'assets.asset': AssetsAssetTable;
  'assets.import': AssetsImportTable;
  'assets.import_mapping': AssetsImportMappingTable;
  'assets.import_refusal': AssetsImportRefusalTable;
  'assets.skill_consent': AssetsSkillConsentTable;
  'assets.tag': AssetsTagTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
