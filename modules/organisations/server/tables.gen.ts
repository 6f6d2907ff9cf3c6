// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** An agency, association or body that does some of the region's work (HSDS 3.1 organization). */
export interface OrganisationsOrganisationTable {
  organisation_id: string;
  parent_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** LocalizedText. */
  name: Json;
  alternate_name: ColumnType<Json | null, Json | null | undefined, Json | null>;
  description: ColumnType<Json | null, Json | null | undefined, Json | null>;
  sector: 'municipality' | 'government' | 'health' | 'education' | 'association' | 'cooperative' | 'business' | 'other';
  email: ColumnType<string | null, string | null | undefined, string | null>;
  /** The number that it is called at: the first of its phones in the directory, where it has any there. */
  phone: ColumnType<string | null, string | null | undefined, string | null>;
  website: ColumnType<string | null, string | null | undefined, string | null>;
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Whether it has agreed to answer referrals here. */
  receives_referrals: ColumnType<boolean, boolean | undefined, boolean>;
  /** The import that it came from, with source_id its identifier there. */
  source: ColumnType<string | null, string | null | undefined, string | null>;
  source_id: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  tax_status: ColumnType<string | null, string | null | undefined, string | null>;
  /** Deprecated by HSDS 3.1; kept as it was given. */
  tax_id: ColumnType<string | null, string | null | undefined, string | null>;
  year_incorporated: ColumnType<number | null, number | null | undefined, number | null>;
  legal_status: ColumnType<string | null, string | null | undefined, string | null>;
  logo: ColumnType<string | null, string | null | undefined, string | null>;
  uri: ColumnType<string | null, string | null | undefined, string | null>;
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

export interface OrganisationsTables {
  'organisations.organisation': OrganisationsOrganisationTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
