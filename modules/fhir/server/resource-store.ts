import { newId } from '@qantara/kernel';
import { sql, type Selectable, type SqlBool } from 'kysely';
import type { KeptType } from '../domain/index.ts';
import type { Call } from './call.ts';
import type { FhirTables } from './tables.gen.ts';

export type KeptRow = Selectable<FhirTables['fhir.resource']>;
export type Body = Record<string, unknown>;

/** What a search is read off, beside the body. */
export type Marks = Pick<KeptRow, 'status' | 'codes' | 'categories' | 'refers_to'>;

export type KeptQuestion = {
  types: readonly KeptType[];
  ids?: readonly string[] | null;
  personIds?: readonly string[] | null;
  statuses?: readonly string[] | null;
  notStatuses?: readonly string[];
  codes?: readonly (readonly string[])[];
  categories?: readonly (readonly string[])[];
  /** Each of these lists must have one that it refers to. */
  refersTo?: readonly (readonly string[])[];
  intents?: readonly string[] | null;
  requesterIds?: readonly string[] | null;
  changedFrom?: Date | null;
  changedBefore?: Date | null;
  after?: [moment: string, id: string] | null;
  limit: number;
};

const uuids = (column: string, ids: readonly string[] | null | undefined) =>
  ids === null || ids === undefined ? [] : [sql<SqlBool>`${sql.ref(column)} = any (${[...ids]}::uuid[])`];
const overlaps = (column: string, lists: readonly (readonly string[])[] = [], type = 'text') =>
  lists.map((one) => sql<SqlBool>`${sql.ref(column)} && ${[...one]}::${sql.raw(type)}[]`);

const given = <T>(value: T | null | undefined, condition: (value: T) => ReturnType<typeof sql<SqlBool>>) =>
  value === null || value === undefined ? [] : [condition(value)];

function conditionsOf(asked: KeptQuestion) {
  return [
    sql<SqlBool>`resource_type = any (${[...asked.types]})`,
    ...uuids('resource_id', asked.ids),
    ...uuids('person_id', asked.personIds),
    ...uuids('organisation_id', asked.requesterIds),
    ...overlaps('codes', asked.codes),
    ...overlaps('categories', asked.categories),
    ...overlaps('refers_to', asked.refersTo, 'uuid'),
    ...given(asked.statuses, (statuses) => sql<SqlBool>`status = any (${[...statuses]})`),
    ...given(asked.intents, (intents) => sql<SqlBool>`body ->> 'intent' = any (${[...intents]})`),
    ...given(asked.notStatuses, (statuses) => sql<SqlBool>`(status = any (${[...statuses]})) is not true`),
    ...given(asked.changedFrom, (moment) => sql<SqlBool>`updated_at >= ${moment}`),
    ...given(asked.changedBefore, (moment) => sql<SqlBool>`updated_at < ${moment}`),
    ...given(asked.after, ([at, id]) => sql<SqlBool>`(created_at, resource_id) < (${at}::timestamptz, ${id}::uuid)`),
  ];
}

/** One page of what was stated, newest first. Whom it shows is for the database to say: its policies are the whole rule. */
export async function listKept({ ctx }: Call, asked: KeptQuestion): Promise<KeptRow[]> {
  return ctx.db
    .selectFrom('fhir.resource')
    .selectAll()
    .where((eb) => eb.and(conditionsOf(asked)))
    .orderBy('created_at', 'desc')
    .orderBy('resource_id', 'desc')
    .limit(asked.limit)
    .execute();
}

export async function findKept(call: Call, type: KeptType, id: string): Promise<KeptRow | undefined> {
  return (await listKept(call, { types: [type], ids: [id], limit: 1 }))[0];
}

type Stated = { personId: string; type: KeptType; recordClass: KeptRow['record_class']; body: Body; marks: Marks };

async function insertVersion(
  { ctx, organisationId }: Call,
  row: Pick<KeptRow, 'person_id' | 'resource_id' | 'version'>,
  body: Body,
) {
  await ctx.db
    .insertInto('fhir.resource_version')
    .values({
      person_id: row.person_id,
      resource_id: row.resource_id,
      version: row.version,
      body: JSON.stringify(body),
      organisation_id: organisationId,
      account_id: ctx.actor.accountId ?? '',
      at: ctx.now,
    })
    .execute();
}

export async function insertKept(call: Call, { personId, type, recordClass, body, marks }: Stated): Promise<KeptRow> {
  const { ctx, organisationId } = call;
  const row = await ctx.db
    .insertInto('fhir.resource')
    .values({
      person_id: personId,
      resource_type: type,
      resource_id: newId(ctx.now.getTime()),
      ...marks,
      record_class: recordClass,
      organisation_id: organisationId,
      account_id: ctx.actor.accountId ?? '',
      body: JSON.stringify(body),
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await insertVersion(call, row, body);
  return row;
}

/** Writes the next version over the one that was read; undefined where somebody else was first. */
export async function saveKept(
  call: Call,
  before: KeptRow,
  { body, marks }: Pick<Stated, 'body' | 'marks'>,
): Promise<KeptRow | undefined> {
  const row = await call.ctx.db
    .updateTable('fhir.resource')
    .set({ ...marks, body: JSON.stringify(body), version: before.version + 1, updated_at: call.ctx.now })
    .where('person_id', '=', before.person_id)
    .where('resource_type', '=', before.resource_type)
    .where('resource_id', '=', before.resource_id)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) await insertVersion(call, row, body);
  return row;
}

/** Every version, the newest first. */
export async function listVersions({ ctx }: Call, row: KeptRow) {
  return ctx.db
    .selectFrom('fhir.resource_version')
    .select(['version', 'body', 'at'])
    .where('person_id', '=', row.person_id)
    .where('resource_id', '=', row.resource_id)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
}
