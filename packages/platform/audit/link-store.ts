import type { DatabasePool } from '../db/index.ts';
import { digestOfEvent, digestOfValues, type EventRow } from '../command/event-store.ts';
import { digestOfOpened, digestOfOpening } from './digests.ts';
import type { AuditFault } from './fault.ts';

/** How many links are read at once. */
export const LINKS_AT_ONCE = 1000;

/** One row of the chain, as it stands in the database, and what its digest must be. */
export type ChainRow = {
  where: 'platform.event' | 'platform.opening';
  id: string;
  position: number;
  ordinal: number;
  /** Computed from the row. */
  digest: Buffer;
  /** What the row says of itself. */
  said: { digest: Buffer; hash: Buffer };
  /** What is wrong with what stands beside it. */
  beside: AuditFault[];
};

/** What was erased by the product itself, told in the chain: its absence is no fault. */
export type Erased = { values: ReadonlySet<string>; openings: ReadonlySet<string> };

type Place = { stream: number; after: number };

const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Of the moments that the product writes none has more than milliseconds; one that has was changed. */
const MOMENT = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

function momentOf(text: string): string {
  return text.endsWith('000') ? `${text.slice(0, -3)}Z` : text;
}

const EVENTS = `
  select event.event_id, event.type, event.subject_id, event.person_id, event.actor_kind, event.account_id,
    event.organisation_id, event.command_ref, event.reason, event.data, event.value_digest, ${MOMENT('event.at')} as at,
    event.position, event.ordinal, event.digest, event.hash, value.salt, value.before, value.after
  from platform.event
  left join platform.event_value as value
    on value.person_id = coalesce(event.person_id, '${NOBODY}') and value.event_id = event.event_id
  where event.stream = $1 and event.position > $2 and event.position <= $3`;

type StoredEvent = EventRow & {
  position: number;
  ordinal: number;
  digest: Buffer;
  hash: Buffer;
  salt: Buffer | null;
  before: unknown;
  after: unknown;
};

function valueFault(row: StoredEvent, stream: number, erased: Erased): AuditFault[] {
  const at = { where: 'platform.event_value', stream, position: row.position, id: row.event_id };
  if (row.salt === null)
    return row.value_digest === '' || erased.values.has(row.event_id) ? [] : [{ what: 'value_missing', ...at }];
  if (row.value_digest === '') return [{ what: 'value_of_nothing', ...at }];
  const digest = digestOfValues(Buffer.from(row.salt), row.before, row.after);
  return digest === row.value_digest ? [] : [{ what: 'value_changed', ...at }];
}

async function listEvents(pool: DatabasePool, { stream, after }: Place, erased: Erased): Promise<ChainRow[]> {
  const { rows } = await pool.query<StoredEvent>({ text: EVENTS, values: [stream, after, after + LINKS_AT_ONCE] });
  return rows.map((row) => ({
    where: 'platform.event',
    id: row.event_id,
    position: row.position,
    ordinal: row.ordinal,
    digest: digestOfEvent({ ...row, at: momentOf(row.at) }, row.value_digest),
    said: { digest: Buffer.from(row.digest), hash: Buffer.from(row.hash) },
    beside: valueFault(row, stream, erased),
  }));
}

const OPENINGS = `
  select opening.opening_id, opening.kind, opening.channel, opening.actor_kind, opening.account_id, opening.organisation_id,
    opening.call_ref, opening.rules, opening.whose, ${MOMENT('opening.at')} as at, opening.position, opening.ordinal,
    opening.digest, opening.hash,
    coalesce((select jsonb_agg(jsonb_build_array(entry.ordinal, entry.person_id, entry.subject_id, entry.basis_id, entry.reason,
      encode(entry.salt, 'hex'))) from platform.access_entry as entry where entry.opening_id = opening.opening_id), '[]') as entries
  from platform.opening
  where opening.stream = $1 and opening.position > $2 and opening.position <= $3`;

type Entry = [number, string, string | null, string | null, string | null, string];
type StoredOpening = {
  opening_id: string;
  kind: string;
  channel: string;
  actor_kind: string;
  account_id: string | null;
  organisation_id: string | null;
  call_ref: string;
  rules: string[];
  whose: string[];
  at: string;
  position: number;
  ordinal: number;
  digest: Buffer;
  hash: Buffer;
  entries: Entry[];
};

function entryFaults(row: StoredOpening, stream: number, erased: Erased): AuditFault[] {
  const at = { where: 'platform.access_entry', stream, position: row.position, id: row.opening_id };
  const there = new Map(row.entries.map((entry) => [entry[0], entry]));
  const faults = row.whose.flatMap((said, index): AuditFault[] => {
    const entry = there.get(index + 1);
    const isErased = erased.openings.has(`${row.opening_id}:${index + 1}`);
    if (entry === undefined) return isErased ? [] : [{ what: 'value_missing', ...at }];
    const [, personId, subjectId, basisId, reason, salt] = entry;
    const digest = digestOfOpened({ salt: Buffer.from(salt, 'hex'), personId, subjectId, basisId, reason });
    return digest === said ? [] : [{ what: 'value_changed', ...at }];
  });
  const isMore = row.entries.some(([ordinal]) => ordinal < 1 || ordinal > row.whose.length);
  return isMore || there.size < row.entries.length ? [...faults, { what: 'value_of_nothing', ...at }] : faults;
}

async function listOpenings(pool: DatabasePool, { stream, after }: Place, erased: Erased): Promise<ChainRow[]> {
  const { rows } = await pool.query<StoredOpening>({ text: OPENINGS, values: [stream, after, after + LINKS_AT_ONCE] });
  return rows.map((row) => {
    const { opening_id, kind, channel, actor_kind, account_id, organisation_id, call_ref } = row;
    const facts = [opening_id, kind, channel, actor_kind, account_id, organisation_id, call_ref, momentOf(row.at)];
    return {
      where: 'platform.opening',
      id: opening_id,
      position: row.position,
      ordinal: row.ordinal,
      digest: digestOfOpening(facts, row.rules, row.whose),
      said: { digest: Buffer.from(row.digest), hash: Buffer.from(row.hash) },
      beside: entryFaults(row, stream, erased),
    };
  });
}

/** The rows of the next links of a stream, each link's events first, then its openings, as their digests were joined. */
export async function listChainRows(pool: DatabasePool, place: Place, erased: Erased): Promise<ChainRow[]> {
  const events = await listEvents(pool, place, erased);
  const openings = await listOpenings(pool, place, erased);
  return [...events, ...openings].toSorted(
    (a, b) => a.position - b.position || (a.where < b.where ? -1 : Number(a.where > b.where)) || a.ordinal - b.ordinal,
  );
}

/** What the product told that it erased. The events that tell it stand in the chain like all others. */
export async function findErased(pool: DatabasePool): Promise<Erased> {
  const { rows } = await pool.query<{ type: string; data: { values?: string[]; openings?: string[] } }>(
    `select type, data from platform.event where type = 'audit.values_erased'`,
  );
  return {
    values: new Set(rows.flatMap(({ data }) => data.values ?? [])),
    openings: new Set(rows.flatMap(({ data }) => data.openings ?? [])),
  };
}

/** Rows beside the chain that belong to nothing in it: put there by somebody else. */
export async function findOrphans(pool: DatabasePool): Promise<AuditFault[]> {
  const { rows } = await pool.query<{ where: string; id: string }>(`
    (select 'platform.event_value' as where, value.event_id as id from platform.event_value as value
      where not exists (select from platform.event where event.event_id = value.event_id
        and coalesce(event.person_id, '${NOBODY}') = value.person_id) limit 100)
    union all
    (select 'platform.access_entry', entry.opening_id from platform.access_entry as entry
      where not exists (select from platform.opening where opening.opening_id = entry.opening_id) limit 100)
    union all
    (select 'platform.event', event_id from platform.event where stream not between 0 and 63 limit 100)
    union all
    (select 'platform.opening', opening_id from platform.opening where stream not between 0 and 63 limit 100)`);
  return rows.map(({ where, id }) => ({ what: 'value_of_nothing', where, id }));
}
