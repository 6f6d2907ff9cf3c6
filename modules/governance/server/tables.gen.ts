// Made by `npm run generate` from db/migrations. Not edited by hand.
import type { ColumnType } from 'kysely';

/** What may stand in a jsonb column; parse it with its schema. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** What a meeting speaks of, who brings it, and for how long. */
export interface GovernanceAgendaItemTable {
  item_id: string;
  meeting_id: string;
  title: Json;
  organisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  lasts_minutes: ColumnType<number | null, number | null | undefined, number | null>;
  position: number;
}

/** Who of those that sit was there. */
export interface GovernanceAttendanceTable {
  meeting_id: string;
  holding_id: string;
  standing: 'present' | 'excused' | 'absent';
}

/** Somewhere that organisations sit together: what for, who hosts it, how often it meets. */
export interface GovernanceBodyTable {
  body_id: string;
  kind: 'table' | 'advisory' | 'steering' | 'committee' | 'coalition' | 'data_resource' | 'sector_voice' | 'team';
  name: Json;
  purpose: Json;
  organisation_id: string;
  parent_body_id: ColumnType<string | null, string | null | undefined, string | null>;
  charter_id: ColumnType<string | null, string | null | undefined, string | null>;
  meets_every_months: ColumnType<number | null, number | null | undefined, number | null>;
  /** Of the seats that are filled, so many in a hundred must be there for a decision to stand. */
  quorum_percent: ColumnType<number, number | undefined, number>;
  secretary_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** A new number makes the address of its calendar another one: the old address opens nothing any more. */
  feed_number: ColumnType<number, number | undefined, number>;
  /** The number of its last decision; they are counted without a gap. */
  last_decision: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  version: ColumnType<number, number | undefined, number>;
  /** The last day that it stood: from then on nothing is planned, promised or filled in it. */
  closed_on: ColumnType<string | null, string | null | undefined, string | null>;
  closed_reason: ColumnType<string | null, string | null | undefined, string | null>;
}

/** What one organisation promised the others, until when. */
export interface GovernanceCommitmentTable {
  commitment_id: string;
  body_id: string;
  meeting_id: ColumnType<string | null, string | null | undefined, string | null>;
  organisation_id: string;
  /** Who of the organisation looks after it, by name. */
  owner_name: ColumnType<string | null, string | null | undefined, string | null>;
  wording: Json;
  due_on: string;
  state: ColumnType<'open' | 'running' | 'kept' | 'dropped', 'open' | 'running' | 'kept' | 'dropped' | undefined, 'open' | 'running' | 'kept' | 'dropped'>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  settled_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

/** How a commitment went, each time that somebody said so; none is taken back. */
export interface GovernanceCommitmentWordTable {
  word_id: string;
  commitment_id: string;
  state: 'open' | 'running' | 'kept' | 'dropped';
  story: string;
  said_by: ColumnType<string | null, string | null | undefined, string | null>;
  said_at: ColumnType<Date, Date | string, Date | string>;
}

/** What a meeting decided, numbered through the life of its body; without votes where none were counted. */
export interface GovernanceDecisionTable {
  decision_id: string;
  meeting_id: string;
  body_id: string;
  number: number;
  wording: Json;
  votes_for: ColumnType<number | null, number | null | undefined, number | null>;
  votes_against: ColumnType<number | null, number | null | undefined, number | null>;
  votes_abstained: ColumnType<number | null, number | null | undefined, number | null>;
}

/** Organisations that were there without a seat. */
export interface GovernanceGuestTable {
  meeting_id: string;
  organisation_id: string;
}

/** Who sits in a seat, and for how long: a name and a function of an organisation, and nothing more. One person may sit in several. */
export interface GovernanceHoldingTable {
  holding_id: string;
  seat_id: string;
  organisation_id: string;
  sitter_name: string;
  sitter_function: string;
  starts_on: string;
  last_day: ColumnType<string | null, string | null | undefined, string | null>;
}

/** One meeting of a body. Its minutes are written by one person and approved by another. */
export interface GovernanceMeetingTable {
  meeting_id: string;
  body_id: string;
  state: ColumnType<'planned' | 'held' | 'approved' | 'published' | 'cancelled', 'planned' | 'held' | 'approved' | 'published' | 'cancelled' | undefined, 'planned' | 'held' | 'approved' | 'published' | 'cancelled'>;
  title: Json;
  starts_at: ColumnType<Date, Date | string, Date | string>;
  lasts_minutes: number;
  place: ColumnType<string | null, string | null | undefined, string | null>;
  link: ColumnType<string | null, string | null | undefined, string | null>;
  minutes: ColumnType<Json | null, Json | null | undefined, Json | null>;
  /** How many seats somebody sat in on that day: the quorum is judged by it, whatever changes afterwards. */
  seats_filled: ColumnType<number | null, number | null | undefined, number | null>;
  approved_by: ColumnType<string | null, string | null | undefined, string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  /** All who wrote the minutes: somebody else approves them. */
  minutes_authors: ColumnType<string[], string[] | undefined, string[]>;
  /** The body's rule when the meeting was held; none before that. */
  quorum_percent: ColumnType<number | null, number | null | undefined, number | null>;
}

/** The bodies by name, kind and host; without who sits there. */
export interface GovernancePublishedBodyTable {
  body_id: ColumnType<string, never, never>;
  kind: ColumnType<string, never, never>;
  name: ColumnType<Json, never, never>;
  organisation_id: ColumnType<string, never, never>;
  parent_body_id: ColumnType<string | null, never, never>;
}

/** Each commitment by its owner, the day that it is due and where it stands; without its words. */
export interface GovernancePublishedCommitmentTable {
  commitment_id: ColumnType<string, never, never>;
  body_id: ColumnType<string, never, never>;
  organisation_id: ColumnType<string, never, never>;
  due_on: ColumnType<string, never, never>;
  state: ColumnType<string, never, never>;
  created_at: ColumnType<Date, never, never>;
  settled_at: ColumnType<Date | null, never, never>;
}

/** Which organisation sits in which body, from which day to which; nobody by name. */
export interface GovernancePublishedMembershipTable {
  body_id: ColumnType<string, never, never>;
  organisation_id: ColumnType<string, never, never>;
  starts_on: ColumnType<string, never, never>;
  last_day: ColumnType<string | null, never, never>;
}

/** Each seat that stands with each time that somebody sits in it, or with none: once without days. */
export interface GovernancePublishedSittingTable {
  seat_id: ColumnType<string | null, never, never>;
  body_id: ColumnType<string | null, never, never>;
  is_required: ColumnType<boolean | null, never, never>;
  populations: ColumnType<string[] | null, never, never>;
  starts_on: ColumnType<string | null, never, never>;
  last_day: ColumnType<string | null, never, never>;
}

/** A place in a body, and whom it stands for. The law names the required ones of an advisory committee. */
export interface GovernanceSeatTable {
  seat_id: string;
  body_id: string;
  stands_for: 'sector' | 'population' | 'area' | 'role';
  name: Json;
  is_required: boolean;
  closed_on: ColumnType<string | null, string | null | undefined, string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  version: ColumnType<number, number | undefined, number>;
  closed_reason: ColumnType<string | null, string | null | undefined, string | null>;
  /** Of a seat for priority populations, which; none where it stands for all of them. */
  populations: ColumnType<string[], string[] | undefined, string[]>;
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

export interface GovernanceTables {
  'governance.agenda_item': GovernanceAgendaItemTable;
  'governance.attendance': GovernanceAttendanceTable;
  'governance.body': GovernanceBodyTable;
  'governance.commitment': GovernanceCommitmentTable;
  'governance.commitment_word': GovernanceCommitmentWordTable;
  'governance.decision': GovernanceDecisionTable;
  'governance.guest': GovernanceGuestTable;
  'governance.holding': GovernanceHoldingTable;
  'governance.meeting': GovernanceMeetingTable;
  'governance.published_body': GovernancePublishedBodyTable;
  'governance.published_commitment': GovernancePublishedCommitmentTable;
  'governance.published_membership': GovernancePublishedMembershipTable;
  'governance.published_sitting': GovernancePublishedSittingTable;
  'governance.seat': GovernanceSeatTable;
  'agreements.published_bond': AgreementsPublishedBondTable;
  'agreements.published_renewal': AgreementsPublishedRenewalTable;
  'organisations.published_organisation': OrganisationsPublishedOrganisationTable;
  'territory.published_area': TerritoryPublishedAreaTable;
}
