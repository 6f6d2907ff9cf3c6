// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** A form as data: its questions in three languages. A version is never changed; a new one is added. */
export interface FormsDefinitionTable {
  code: string;
  version: number;
  title: Json;
  /** FormBody of the contract: sections, questions, choices. */
  body: Json;
  created_at: ColumnType<Date, Date | string, Date | string>;
  /** What the form is for; it says in which lists of the program it is offered. */
  purpose: 'screening' | 'intake' | 'survey' | 'application' | 'inspection';
  state: ColumnType<'drafted' | 'published' | 'superseded', 'drafted' | 'published' | 'superseded' | undefined, 'drafted' | 'published' | 'superseded'>;
  /** Rises with each change of a draft, so that two people do not undo each other's work unseen. */
  revision: ColumnType<number, number | undefined, number>;
  /** The identifier of this version, by which events name it. */
  form_id: ColumnType<string, string | undefined, string>;
  written_by: ColumnType<string | null, string | null | undefined, string | null>;
  written_at: ColumnType<Date, Date | string, Date | string>;
  published_by: ColumnType<string | null, string | null | undefined, string | null>;
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  superseded_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  /** BroughtFrom of the contract: the file, and the report of what could not be carried; empty where the form was written here. */
  brought: ColumnType<Json | null, Json | null | undefined, Json | null>;
}

/** What one person answered to one version of a form. */
export interface FormsResponseTable {
  person_id: string;
  response_id: string;
  code: string;
  version: number;
  answers: Json;
  channel: 'self' | 'widget' | 'navigator' | 'telephone' | 'paper';
  locale: 'ar' | 'fr' | 'en';
  entered_by: ColumnType<string | null, string | null | undefined, string | null>;
  /** When it was given; of a partial one, when somebody last went on with it. */
  answered_at: ColumnType<Date, Date | string, Date | string>;
  /** partial: begun and to be gone on with; whole: given, and never changed again. */
  state: ColumnType<'partial' | 'whole', 'partial' | 'whole' | undefined, 'partial' | 'whole'>;
  revision: ColumnType<number, number | undefined, number>;
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

export interface FormsTables {
  'forms.definition': FormsDefinitionTable;
  'forms.response': FormsResponseTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
