// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What organisations agreed to: for which purposes, which data, from when to when. The paper itself is kept where it was signed. */
export interface AgreementsAgreementTable {
  agreement_id: string;
  kind: 'memorandum' | 'data_sharing' | 'contract' | 'charter';
  title: Json;
  summary: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** For what data about people may pass between its parties: referral, follow_up. */
  purposes: string[];
  /** Which data: identity, contact, need, note. */
  categories: string[];
  starts_on: string;
  /** The last day of the region on which it runs; null where it has none. */
  last_day: ColumnType<string | null, string | null | undefined, string | null>;
  /** The first day on which it does not run any more, because a party ended it before its time. */
  ended_on: ColumnType<string | null, string | null | undefined, string | null>;
  end_reason: ColumnType<string | null, string | null | undefined, string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  /** Still being written: nobody can sign it, so it binds nobody. */
  is_draft: ColumnType<boolean, boolean | undefined, boolean>;
  /** The agreement that this one renews; that one stays as it was. */
  follows_agreement_id: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What the parties say of an agreement while it is written and after; never about a resident. */
export interface AgreementsNoteTable {
  note_id: string;
  agreement_id: string;
  words: string;
  said_by: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  said_at: ColumnType<Date, Date | string, Date | string>;
}

/** Who an agreement is between. It binds those who signed, from the day they signed to the day they leave. */
export interface AgreementsPartyTable {
  agreement_id: string;
  organisation_id: string;
  signed_on: ColumnType<string | null, string | null | undefined, string | null>;
  /** Who signed for the organisation: a name and a function, as on the paper. */
  signatory: ColumnType<string | null, string | null | undefined, string | null>;
  left_on: ColumnType<string | null, string | null | undefined, string | null>;
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

export interface AgreementsTables {
  'agreements.agreement': AgreementsAgreementTable;
  'agreements.note': AgreementsNoteTable;
  'agreements.party': AgreementsPartyTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
