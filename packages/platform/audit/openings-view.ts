import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { AnyCtx, Channel } from '../command/context.ts';

/** One opening, as it is shown to who looks after the account of openings. */
export type Opening = {
  openingId: string;
  at: Date;
  kind: string;
  channel: Channel | 'older';
  actorKind: 'anyone' | 'account' | 'resident' | 'system';
  accountId: string | null;
  organisationId: string | null;
  rules: string[];
  /** Whose records, as far as they were not erased. */
  people: { personId: string; subjectId: string | null; reason: string | null; rule: string }[];
  /** How many records it opened. */
  count: number;
};

/** Which openings; what is not said is not asked. */
export type OpeningFilter = {
  personIds?: readonly string[] | undefined;
  accountId?: string | undefined;
  organisationId?: string | undefined;
  kind?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
  openingIds?: readonly string[] | undefined;
};

const dbOf = (ctx: AnyCtx): Kysely<unknown> => ctx.db as Kysely<unknown>;

function conditionsOf(filter: OpeningFilter): RawBuilder<unknown> {
  const { personIds, accountId, organisationId, kind, from, until, openingIds } = filter;
  const all = [
    personIds &&
      sql`opening.opening_id in (select entry.opening_id from platform.access_entry as entry
      where entry.person_id = any (${[...personIds]}::uuid[]))`,
    openingIds && sql`opening.opening_id = any (${[...openingIds]}::uuid[])`,
    accountId && sql`opening.account_id = ${accountId}`,
    organisationId && sql`opening.organisation_id = ${organisationId}`,
    kind && sql`opening.kind = ${kind}`,
    from && sql`opening.at >= ${from}`,
    until && sql`opening.at < ${until}`,
  ].filter((one) => typeof one === 'object');
  return all.length === 0 ? sql`true` : sql.join(all, sql` and `);
}

/** Openings of records, newest first. The second wall shows them to who may read them, and to nobody else. */
export async function listOpenings(
  ctx: AnyCtx,
  filter: OpeningFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select opening.opening_id as "openingId", opening.at, opening.kind, opening.channel, opening.actor_kind as "actorKind",
      opening.account_id as "accountId", opening.organisation_id as "organisationId", opening.rules,
      cardinality(opening.whose) as count,
      coalesce((select jsonb_agg(jsonb_build_object('personId', entry.person_id, 'subjectId', entry.subject_id,
          'reason', entry.reason, 'rule', opening.rules[entry.ordinal]) order by entry.ordinal)
        from platform.access_entry as entry where entry.opening_id = opening.opening_id), '[]') as people
    from platform.opening
    where ${conditionsOf(filter)}
    order by opening.at desc, opening.opening_id desc limit ${limit} offset ${offset}`.execute(dbOf(ctx));
  return rows;
}

/** How many openings there are of these. */
export async function countOpenings(ctx: AnyCtx, filter: OpeningFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from platform.opening where ${conditionsOf(filter)}`.execute(dbOf(ctx));
  return rows[0]?.count ?? 0;
}

/** What kinds of records were ever opened: what a search can choose from. */
export async function listOpeningKinds(ctx: AnyCtx): Promise<string[]> {
  const { rows } = await sql<{ kind: string }>`select distinct kind from platform.opening order by kind`.execute(
    dbOf(ctx),
  );
  return rows.map(({ kind }) => kind);
}

/** Which organisation did anything with which person, but open their record, in a time: the trace of a relation. */
export async function listRelations(
  ctx: AnyCtx,
  asked: { personIds: readonly string[]; from: Date; until: Date },
): Promise<{ personId: string; organisationId: string; at: Date }[]> {
  const { rows } = await sql<{ personId: string; organisationId: string; at: Date }>`
    select person_id as "personId", organisation_id as "organisationId", max(at) as at from platform.event
    where person_id = any (${[...asked.personIds]}::uuid[]) and organisation_id is not null
      and at >= ${asked.from} and at < ${asked.until}
    group by person_id, organisation_id`.execute(dbOf(ctx));
  return rows;
}

/** How many openings each account made in each hour of a time: what is usual for it. */
export async function listHourlyOpenings(
  ctx: AnyCtx,
  asked: { from: Date; until: Date },
): Promise<{ accountId: string; hour: Date; openings: number }[]> {
  const { rows } = await sql<{ accountId: string; hour: Date; openings: number }>`
    select account_id as "accountId", date_trunc('hour', at) as hour, count(*)::int as openings from platform.opening
    where account_id is not null and at >= ${asked.from} and at < ${asked.until}
    group by account_id, date_trunc('hour', at)`.execute(dbOf(ctx));
  return rows;
}

/** How often one account opened what, since a moment: openings, and the records in them. */
export async function listKindCounts(
  ctx: AnyCtx,
  asked: { accountId: string; from: Date },
): Promise<{ kind: string; openings: number; records: number }[]> {
  const { rows } = await sql<{ kind: string; openings: number; records: number }>`
    select kind, count(*)::int as openings, sum(cardinality(whose))::int as records from platform.opening
    where account_id = ${asked.accountId} and at >= ${asked.from} group by kind order by count(*) desc`.execute(
    dbOf(ctx),
  );
  return rows;
}
