import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { DataCategory, RecordClass } from '../../contract/index.ts';
import type { Reader, Way } from '../../domain/index.ts';
import type { PeopleTables } from '../tables.gen.ts';

/** A way to a person, and whether an emergency made it. */
export type TracedWay = Way & { isGlass: boolean };

/** How somebody's record stands, and nothing of what it says. */
export type Stands = {
  stewardOrganisationId: string | null;
  recordClass: RecordClass;
  isRestricted: boolean;
  isMerged: boolean;
};

type WayRow = {
  circle_id: string;
  kind: Way['kind'];
  basis_id: string;
  record_class: RecordClass;
  purpose: string | null;
  categories: DataCategory[];
  until: Date | null;
  is_glass: boolean;
};

/** The ways by which these circles come to a person; the database tells the privacy officer alone. */
export async function listWaysTo(anyCtx: AnyCtx, personId: string, circles: readonly string[]): Promise<TracedWay[]> {
  const { rows } = await sql<WayRow>`
    select circle_id, kind, basis_id, record_class, purpose, categories, until, is_glass
    from people.ways_to(${personId}, ${[...circles]}::uuid[])`.execute(withTables<PeopleTables>(anyCtx).db);
  return rows.map((row) => ({
    circleId: row.circle_id,
    kind: row.kind,
    basisId: row.basis_id,
    recordClass: row.record_class,
    purpose: row.purpose,
    categories: row.categories,
    until: row.until,
    isGlass: row.is_glass,
  }));
}

/** How a record stands; undefined where there is none. The database tells the privacy officer alone. */
export async function findStands(anyCtx: AnyCtx, personId: string): Promise<Stands | undefined> {
  const { rows } = await sql<Stands>`
    select steward_organisation_id as "stewardOrganisationId", record_class as "recordClass", is_restricted as "isRestricted",
      is_merged as "isMerged"
    from people.stands_as(${personId})`.execute(withTables<PeopleTables>(anyCtx).db);
  return rows[0];
}

/** How many people such a reader comes to, by way and class. */
export type Reached = { way: string; recordClass: RecordClass; people: number };

/** How many people such a reader comes to; the database tells the privacy officer alone. */
export async function countReached(anyCtx: AnyCtx, reader: Reader): Promise<Reached[]> {
  const { circles, classes, purposes } = reader;
  const { rows } = await sql<{ way: string; record_class: RecordClass; people: string }>`
    select way, record_class, people
    from people.count_reached(${[...circles]}::uuid[], ${[...classes]}::text[], ${[...purposes]}::text[])`.execute(
    withTables<PeopleTables>(anyCtx).db,
  );
  return rows.map((row) => ({ way: row.way, recordClass: row.record_class, people: Number(row.people) }));
}
