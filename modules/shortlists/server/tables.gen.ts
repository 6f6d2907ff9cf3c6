// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A service that somebody who helps keeps at hand. */
export interface ShortlistsFavouriteTable {
  account_id: string;
  service_id: string;
  added_at: ColumnType<Date, Date | string, Date | string>;
}

/** One service of a list, with a word on it for the person. */
export interface ShortlistsItemTable {
  person_id: string;
  shortlist_id: string;
  service_id: string;
  position: number;
  note: ColumnType<string | null, string | null | undefined, string | null>;
}

/** Services put together for one person, to print or to send. */
export interface ShortlistsShortlistTable {
  person_id: string;
  shortlist_id: string;
  note: ColumnType<string | null, string | null | undefined, string | null>;
  locale: 'ar' | 'fr' | 'en';
  prepared_by: ColumnType<string | null, string | null | undefined, string | null>;
  version: ColumnType<number, number | undefined, number>;
  /** Of the link by which the person reads it; the list as it is read there names nobody. */
  share_digest: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
  shared_until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
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

export interface ShortlistsTables {
  'shortlists.favourite': ShortlistsFavouriteTable;
  'shortlists.item': ShortlistsItemTable;
  'shortlists.shortlist': ShortlistsShortlistTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'directory.published_need': DirectoryPublishedNeedTable;
  'directory.published_search_gap': DirectoryPublishedSearchGapTable;
  'directory.published_service': DirectoryPublishedServiceTable;
  'directory.published_service_area': DirectoryPublishedServiceAreaTable;
  'directory.published_service_need': DirectoryPublishedServiceNeedTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
