import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { newId, type Actor } from '@qantara/kernel';
import type { NewAccess, NewEvent } from './context.ts';
import type { DatabaseClient } from '../db/index.ts';

const STREAMS = 64;
/** Stands where a change is about no person, so that the table keeps the person first in its key. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export type CommandRecord = {
  actorKey: string;
  commandHash: Buffer;
  route: string;
  inputDigest: Buffer;
  output: Buffer;
};

export type Accounted = {
  actor: Actor;
  isSystem: boolean;
  now: Date;
  events: NewEvent[];
  accesses: NewAccess[];
  command: CommandRecord | null;
};

function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** What an event's digest covers, in one fixed order: changing it breaks every chain already written. */
export function digestOfEvent(row: EventRow, valueDigest: string): Buffer {
  return sha256(
    JSON.stringify([
      row.event_id,
      row.type,
      row.subject_id,
      row.person_id,
      row.actor_kind,
      row.account_id,
      row.organisation_id,
      row.command_ref,
      row.reason,
      canonical(row.data),
      row.at,
      valueDigest,
    ]),
  );
}

/** JSON with its keys in order, so that what PostgreSQL gives back has the digest of what it was given. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]),
  );
}

/** The digest of personal values: salted, so that a small set of values cannot be guessed from it. */
export function digestOfValues(salt: Buffer, before: unknown, after: unknown): string {
  return sha256(salt, JSON.stringify([canonical(before ?? null), canonical(after ?? null)])).toString('hex');
}

export type EventRow = {
  event_id: string;
  type: string;
  subject_id: string;
  person_id: string | null;
  actor_kind: string;
  account_id: string | null;
  organisation_id: string | null;
  command_ref: string;
  reason: string | null;
  data: unknown;
  value_digest: string;
  at: string;
};

/** Personal values as they stand beside the chain, with the salt that keeps their digest from being guessed. */
function valuesOf(event: NewEvent, eventId: string) {
  if (event.before === undefined && event.after === undefined) return { digest: '', row: null };
  const salt = randomBytes(16);
  const { before = null, after = null } = event;
  const row = {
    person_id: event.personId ?? NOBODY,
    event_id: eventId,
    salt: `\\x${salt.toString('hex')}`,
    before,
    after,
  };
  return { digest: digestOfValues(salt, before, after), row };
}

function rowsOf(accounted: Accounted, commandRef: string) {
  const { actor, now } = accounted;
  return accounted.events.map((event, ordinal) => {
    const eventId = newId(now.getTime());
    const values = valuesOf(event, eventId);
    const row: EventRow = {
      event_id: eventId,
      type: event.type,
      subject_id: event.subject,
      person_id: event.personId ?? null,
      actor_kind: accounted.isSystem ? 'system' : actor.kind,
      account_id: actor.accountId,
      organisation_id: actor.organisationId,
      command_ref: commandRef,
      reason: event.reason ?? null,
      data: event.data ?? {},
      value_digest: values.digest,
      at: now.toISOString(),
    };
    const digest = digestOfEvent(row, values.digest);
    return { row: { ...row, ordinal, digest: `\\x${digest.toString('hex')}` }, digest, values: values.row };
  });
}

function accessRowsOf(accounted: Accounted) {
  return accounted.accesses.map((access) => ({
    person_id: access.personId,
    access_id: newId(accounted.now.getTime()),
    kind: access.kind,
    subject_id: access.subjectId ?? null,
    account_id: accounted.actor.accountId,
    organisation_id: accounted.actor.organisationId,
    reason: access.reason ?? null,
    at: accounted.now.toISOString(),
  }));
}

const ACCOUNT_FOR = `
with head as (
  update platform.chain_head set position = chain_head.position + 1, hash = sha256(chain_head.hash || $1::bytea)
  where chain_head.stream = $2 and $3::int > 0
  returning chain_head.position, chain_head.hash
), events as (
  insert into platform.event (event_id, type, subject_id, person_id, actor_kind, account_id, organisation_id,
    command_ref, reason, data, value_digest, at, stream, position, ordinal, digest, hash)
  select e.event_id, e.type, e.subject_id, e.person_id, e.actor_kind, e.account_id, e.organisation_id,
    e.command_ref, e.reason, e.data, e.value_digest, e.at, $2, head.position, e.ordinal, e.digest, head.hash
  from head, jsonb_to_recordset($4::jsonb) as e (event_id uuid, type text, subject_id uuid, person_id uuid,
    actor_kind text, account_id uuid, organisation_id uuid, command_ref uuid, reason text, data jsonb,
    value_digest text, at timestamptz, ordinal smallint, digest bytea)
), outboxed as (
  -- Not what was just written, read back: who tells of a person does not always reach them.
  insert into platform.outbox (event_id, at)
  select e.event_id, e.at from head, jsonb_to_recordset($4::jsonb) as e (event_id uuid, at timestamptz)
), valued as (
  insert into platform.event_value (person_id, event_id, salt, before, after)
  select v.person_id, v.event_id, v.salt, v.before, v.after
  from jsonb_to_recordset($5::jsonb) as v (person_id uuid, event_id uuid, salt bytea, before jsonb, after jsonb)
), accessed as (
  insert into platform.access_entry (person_id, access_id, kind, subject_id, account_id, organisation_id, reason, at)
  select a.person_id, a.access_id, a.kind, a.subject_id, a.account_id, a.organisation_id, a.reason, a.at
  from jsonb_to_recordset($6::jsonb) as a (person_id uuid, access_id uuid, kind text, subject_id uuid,
    account_id uuid, organisation_id uuid, reason text, at timestamptz)
)
insert into platform.command (actor_key, command_hash, route, input_digest, output, at)
select $7::text, $8::bytea, $9::text, $10::bytea, $11::bytea, $12::timestamptz where $8::bytea is not null
on conflict do nothing
returning actor_key`;

function commandValuesOf(command: CommandRecord | null): unknown[] {
  if (command === null) return ['', null, '', null, null];
  return [command.actorKey, command.commandHash, command.route, command.inputDigest, command.output];
}

/**
 * Writes everything that accounts for a command in one statement: events in their chain, outbox, personal values,
 * openings of records, and the command's answer. Says `repeated` where the same command was answered already: the
 * caller must then roll back, so that nothing happens twice.
 */
export async function accountFor(client: DatabaseClient, accounted: Accounted): Promise<'recorded' | 'repeated'> {
  const rows = rowsOf(accounted, randomUUID());
  const command = accounted.command;
  const result = await client.query({
    name: 'platform.account_for',
    text: ACCOUNT_FOR,
    values: [
      sha256(...rows.map((row) => row.digest)),
      Math.floor(Math.random() * STREAMS),
      rows.length,
      JSON.stringify(rows.map((row) => row.row)),
      JSON.stringify(rows.flatMap((row) => (row.values === null ? [] : [row.values]))),
      JSON.stringify(accessRowsOf(accounted)),
      ...commandValuesOf(command),
      accounted.now,
    ],
  });
  return command !== null && result.rowCount === 0 ? 'repeated' : 'recorded';
}
