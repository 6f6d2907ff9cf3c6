// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A code by which a resident follows their own request. Keyed by its hash, because the code is all that is brought. */
export interface IdentityAccessCodeTable {
  code_hash: Buffer;
  person_id: string;
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  revoked_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** Someone of the staff who signs in. A resident has no account: a code opens their own request. */
export interface IdentityAccountTable {
  account_id: string;
  email: string;
  display_name: string;
  role: 'navigator' | 'partner' | 'planner' | 'administrator' | 'inspector' | 'librarian' | 'privacy_officer';
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  locale: 'ar' | 'fr' | 'en';
  /** scrypt, with its parameters and salt. */
  password_hash: string;
  /** Sealed under the region's secret; RFC 6238. */
  totp_secret: string;
  totp_confirmed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** The last time step whose code was used: a code opens once. */
  totp_last_step: ColumnType<number, number | undefined, number>;
  /** An invented account of the sample region, whose second-factor code is shown on the page. */
  is_sample: ColumnType<boolean, boolean | undefined, boolean>;
  disabled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** One signed-in browser. The token itself is not kept. */
export interface IdentitySessionTable {
  token_hash: Buffer;
  kind: 'account' | 'resident';
  account_id: ColumnType<string | null, string | null | undefined, string | null>;
  person_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** When the second factor was given; without it the session may only give it. */
  confirmed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
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

export interface IdentityTables {
  'identity.access_code': IdentityAccessCodeTable;
  'identity.account': IdentityAccountTable;
  'identity.session': IdentitySessionTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
