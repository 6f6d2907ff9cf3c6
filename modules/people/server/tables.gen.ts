// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What a person agreed to, as a policy that the program runs (FHIR Consent.provision). */
export interface PeopleConsentTable {
  person_id: string;
  consent_id: string;
  purpose: 'referral' | 'follow_up';
  /** Which data may pass: identity, contact, need, note. */
  categories: string[];
  starts_at: ColumnType<Date, Date | string, Date | string>;
  ends_at: ColumnType<Date, Date | string, Date | string>;
  given_how: 'spoken' | 'written' | 'proxy';
  locale: 'ar' | 'fr' | 'en';
  explained_by: ColumnType<string | null, string | null | undefined, string | null>;
  recorded_by_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  withdrawn_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** The named partners that may receive it. */
export interface PeopleConsentRecipientTable {
  person_id: string;
  consent_id: string;
  organisation_id: string;
}

/** A way to reach a person, and whether it is safe. */
export interface PeopleContactPointTable {
  person_id: string;
  contact_point_id: string;
  kind: 'phone' | 'message' | 'email' | 'address' | 'in_person';
  value: string;
  is_safe: boolean;
  /** Safe hours, a word to use, who else may answer. */
  note: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** The skeletons of a name's words, and of each two of them, so that a name is found in every spelling and script by one equality. */
export interface PeopleNameTokenTable {
  person_id: string;
  token: string;
}

/** Someone who is helped or asks for help; a name may come later, or never. */
export interface PeoplePersonTable {
  person_id: string;
  /** As the person gives it, in any script; null while anonymous. */
  display_name: ColumnType<string | null, string | null | undefined, string | null>;
  birth_year: ColumnType<number | null, number | null | undefined, number | null>;
  languages: ColumnType<string[], string[] | undefined, string[]>;
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** The organisation that looks after the record; null until a navigator has taken a request that came from outside. */
  steward_organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** False where any contact could put the person in danger: nobody is to write or call. */
  may_contact: ColumnType<boolean, boolean | undefined, boolean>;
  origin: 'self' | 'staff';
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
}

/** Which circle of readers reaches a person: an organisation, an account, the person themselves, those who take what comes in. */
export interface PeopleReachTable {
  /** The identifier of an organisation, account or person, or one of the fixed ones of platform/command/standing-of.ts. */
  circle_id: string;
  person_id: string;
  /** looks_after: reads and writes all of it; own: it is theirs; shared: reads what a consent lets pass. */
  kind: 'looks_after' | 'own' | 'shared';
  /** The consent that shares; else the person. */
  basis_id: string;
  /** Which data are shared: identity, contact, need, note. */
  categories: ColumnType<string[], string[] | undefined, string[]>;
  /** The end of what is shared, by the database's clock; null where it has none. */
  until: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
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

export interface PeopleTables {
  'people.consent': PeopleConsentTable;
  'people.consent_recipient': PeopleConsentRecipientTable;
  'people.contact_point': PeopleContactPointTable;
  'people.name_token': PeopleNameTokenTable;
  'people.person': PeoplePersonTable;
  'people.reach': PeopleReachTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
