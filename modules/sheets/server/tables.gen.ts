// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** Sheets of one version of a form that were printed at one time, in one language. */
export interface SheetsBatchTable {
  batch_id: string;
  form_code: string;
  version: number;
  locale: 'ar' | 'fr' | 'en';
  how_many: number;
  printed_by: ColumnType<string | null, string | null | undefined, string | null>;
  printed_at: ColumnType<Date, Date | string, Date | string>;
}

/** Where two keyings differed, which held. The values themselves stand in the history of the record. */
export interface SheetsDecisionTable {
  person_id: string;
  sheet_id: string;
  field: string;
  choice: 'first' | 'second' | 'other';
  decided_by: string;
  decided_at: ColumnType<Date, Date | string, Date | string>;
}

/** What one colleague read on a sheet. Its answers are taken out once the sheet is accepted or set aside. */
export interface SheetsKeyingTable {
  /** Whose sheet it is; of a sheet that is nobody's yet, an identifier of its own. */
  person_id: string;
  sheet_id: string;
  turn: number;
  /** It is nobody's yet. */
  is_contact: boolean;
  /** By field of the sheet what stands there; a question mark where it cannot be read. */
  marks: Json;
  /** The answers say that somebody is in danger, by the rules of the form. */
  is_danger: boolean;
  keyed_by: string;
  keyed_at: ColumnType<Date, Date | string, Date | string>;
}

/** The response that a sheet became. */
export interface SheetsOutcomeTable {
  person_id: string;
  sheet_id: string;
  response_id: string;
  /** The fields that could not be read, or did not fit the form. */
  illegible: string[];
  accepted_at: ColumnType<Date, Date | string, Date | string>;
}

/** How the sheets of a form are keyed; a form without a row is keyed twice, and a third colleague decides. */
export interface SheetsRuleTable {
  form_code: string;
  rule_id: string;
  keying: 'once' | 'twice';
  decided_by: 'third' | 'either';
  set_by: ColumnType<string | null, string | null | undefined, string | null>;
  set_at: ColumnType<Date, Date | string, Date | string>;
}

/** One printed copy of a form, by the code on it. It says of nobody whose answers it holds. */
export interface SheetsSheetTable {
  sheet_id: string;
  code: string;
  batch_id: string;
  state: ColumnType<'printed' | 'keyed' | 'differing' | 'accepted' | 'lost' | 'spoiled', 'printed' | 'keyed' | 'differing' | 'accepted' | 'lost' | 'spoiled' | undefined, 'printed' | 'keyed' | 'differing' | 'accepted' | 'lost' | 'spoiled'>;
  /** How many answers were keyed twice. */
  compared: ColumnType<number, number | undefined, number>;
  /** How many of them differed. */
  differed: ColumnType<number, number | undefined, number>;
  changed_by: ColumnType<string | null, string | null | undefined, string | null>;
  changed_at: ColumnType<Date, Date | string, Date | string>;
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

/** Needs as figures count them: nobody's name or identifier. */
export interface ScreeningPublishedFindingTable {
  screening_id: ColumnType<string, never, never>;
  need_code: ColumnType<string, never, never>;
  has_need: ColumnType<boolean | null, never, never>;
  wants_help: ColumnType<boolean | null, never, never>;
  area_id: ColumnType<string | null, never, never>;
  channel: ColumnType<string, never, never>;
  received_at: ColumnType<Date, never, never>;
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

export interface SheetsTables {
  'sheets.batch': SheetsBatchTable;
  'sheets.decision': SheetsDecisionTable;
  'sheets.keying': SheetsKeyingTable;
  'sheets.outcome': SheetsOutcomeTable;
  'sheets.rule': SheetsRuleTable;
  'sheets.sheet': SheetsSheetTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'directory.published_need': DirectoryPublishedNeedTable;
  'directory.published_search_gap': DirectoryPublishedSearchGapTable;
  'directory.published_service': DirectoryPublishedServiceTable;
  'directory.published_service_area': DirectoryPublishedServiceAreaTable;
  'directory.published_service_need': DirectoryPublishedServiceNeedTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'screening.published_finding': ScreeningPublishedFindingTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
