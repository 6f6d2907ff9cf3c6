// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** The story of an institution: what was done, by whose organisation, when. */
export interface InstitutionsEntryTable {
  entry_id: string;
  institution_id: string;
  what: string;
  note: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  at: ColumnType<Date, Date | string, Date | string>;
}

/** One visit of inspection, planned or done. Who went is never public. */
export interface InstitutionsInspectionTable {
  inspection_id: string;
  institution_id: string;
  state: 'planned' | 'done' | 'cancelled';
  reason: 'routine' | 'complaint' | 'licence' | 'follow_up';
  planned_on: string;
  done_on: ColumnType<string | null, string | null | undefined, string | null>;
  team: string;
  outcome: ColumnType<'satisfactory' | 'to_improve' | 'unacceptable' | null, 'satisfactory' | 'to_improve' | 'unacceptable' | null | undefined, 'satisfactory' | 'to_improve' | 'unacceptable' | null>;
  summary: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}

/** An institution that takes people into its care (Law 14.05: établissement de protection sociale). */
export interface InstitutionsInstitutionTable {
  institution_id: string;
  organisation_id: string;
  kind_code: string;
  /** LocalizedText. */
  name: Json;
  area_id: ColumnType<string | null, string | null | undefined, string | null>;
  address: ColumnType<string | null, string | null | undefined, string | null>;
  latitude: ColumnType<number | null, number | null | undefined, number | null>;
  longitude: ColumnType<number | null, number | null | undefined, number | null>;
  /** Address, coordinates and area are kept and never told, to nobody. */
  is_confidential: ColumnType<boolean, boolean | undefined, boolean>;
  phone: ColumnType<string | null, string | null | undefined, string | null>;
  capacity_approved: ColumnType<number | null, number | null | undefined, number | null>;
  places_occupied: ColumnType<number | null, number | null | undefined, number | null>;
  occupied_on: ColumnType<string | null, string | null | undefined, string | null>;
  /** Null before anything was asked for; that a licence has expired follows from licence_valid_until. */
  licence_state: ColumnType<'applied' | 'provisional' | 'granted' | 'suspended' | 'withdrawn' | null, 'applied' | 'provisional' | 'granted' | 'suspended' | 'withdrawn' | null | undefined, 'applied' | 'provisional' | 'granted' | 'suspended' | 'withdrawn' | null>;
  licence_number: ColumnType<string | null, string | null | undefined, string | null>;
  licence_issued_on: ColumnType<string | null, string | null | undefined, string | null>;
  licence_valid_until: ColumnType<string | null, string | null | undefined, string | null>;
  licence_authority: ColumnType<string | null, string | null | undefined, string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
}

/** A kind of care institution, as data: a region adds its own. */
export interface InstitutionsKindTable {
  kind_code: string;
  /** LocalizedText. */
  name: Json;
  /** The cadence: an older inspection says nothing any more. */
  inspection_months: number;
  position: number;
}

/** What an institution must fulfil (Law 14.05 and its decrees), as data: what a shortcoming falls short of. */
export interface InstitutionsRequirementTable {
  requirement_code: string;
  /** LocalizedText. */
  name: Json;
  position: number;
}

/** What an inspection found that falls short of a requirement, until its correction is verified. */
export interface InstitutionsShortcomingTable {
  shortcoming_id: string;
  institution_id: string;
  inspection_id: string;
  requirement_code: string;
  severity: 'minor' | 'major' | 'critical';
  text: string;
  due_on: string;
  state: 'open' | 'corrected' | 'verified';
  /** How the institution says that it was put right. */
  evidence: ColumnType<string | null, string | null | undefined, string | null>;
  corrected_on: ColumnType<string | null, string | null | undefined, string | null>;
  verified_on: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
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

export interface InstitutionsTables {
  'institutions.entry': InstitutionsEntryTable;
  'institutions.inspection': InstitutionsInspectionTable;
  'institutions.institution': InstitutionsInstitutionTable;
  'institutions.kind': InstitutionsKindTable;
  'institutions.requirement': InstitutionsRequirementTable;
  'institutions.shortcoming': InstitutionsShortcomingTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
