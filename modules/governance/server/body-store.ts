import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type {
  Body,
  BodyId,
  ChangeBody,
  ChangeSeat,
  CloseBody,
  CloseSeat,
  NewBody,
  NewHolding,
  NewSeat,
  ReopenBody,
  Seat,
} from '../contract/index.ts';
import type { GovernanceTables } from './tables.gen.ts';
import { visibleTo } from './visible-body-view.ts';

export type GovernanceCtx = Ctx<GovernanceTables>;
/** A body as it is kept, with the number that its calendar's address is made from. */
export type StoredBody = Omit<Body, 'required' | 'filled'> & { feedNumber: number; createdAt: Date };

const SELECTED = sql`
  select body.body_id as "bodyId", body.kind, body.name, body.purpose, body.organisation_id as "organisationId",
    host.name as "organisationName", body.parent_body_id as "parentBodyId", parent.name as "parentName",
    body.charter_id as "charterId", body.meets_every_months as "meetsEveryMonths", body.quorum_percent as "quorumPercent",
    body.secretary_id as "secretaryId", body.feed_number as "feedNumber", body.created_at as "createdAt",
    body.version, body.closed_on::text as "closedOn", body.closed_reason as "closedReason"
  from governance.body
  join organisations.published_organisation as host on host.organisation_id = body.organisation_id
  left join governance.body as parent on parent.body_id = body.parent_body_id`;

export async function listVisibleBodies(ctx: GovernanceCtx): Promise<StoredBody[]> {
  const { rows } = await sql<StoredBody>`${SELECTED} where ${visibleTo(ctx)}
    order by body.created_at, body.body_id limit 500`.execute(ctx.db);
  return rows;
}

export async function findVisibleBody(ctx: GovernanceCtx, bodyId: string): Promise<StoredBody | undefined> {
  const { rows } = await sql<StoredBody>`${SELECTED} where body.body_id = ${bodyId} and ${visibleTo(ctx)}`.execute(
    ctx.db,
  );
  return rows[0];
}

/** A body by its identifier, whoever asks: for its calendar, whose address is the key. */
export async function findAnyBody(ctx: GovernanceCtx, bodyId: string): Promise<StoredBody | undefined> {
  const { rows } = await sql<StoredBody>`${SELECTED} where body.body_id = ${bodyId}`.execute(ctx.db);
  return rows[0];
}

/** Holds a body until the command ends: of two who change its seats at once the second sees what the first did. */
export async function lockBody(ctx: GovernanceCtx, bodyId: string): Promise<void> {
  await sql`select 1 from governance.body where body_id = ${bodyId} for update`.execute(ctx.db);
}

export type StoredSeat = Omit<Seat, 'status'> & { bodyId: string };

/** The seats of several bodies, each with everybody who sat, sits or will sit in it. */
export async function listSeats(ctx: GovernanceCtx, bodyIds: string[]): Promise<StoredSeat[]> {
  if (bodyIds.length === 0) return [];
  const { rows } = await sql<StoredSeat>`
    select seat.seat_id as "seatId", seat.body_id as "bodyId", seat.stands_for as "standsFor", seat.populations, seat.name,
      seat.is_required as "isRequired", seat.version,
      (select coalesce(jsonb_agg(jsonb_build_object('holdingId', holding.holding_id, 'organisationId', holding.organisation_id,
          'organisationName', organisation.name, 'sitterName', holding.sitter_name, 'sitterFunction', holding.sitter_function,
          'startsOn', holding.starts_on, 'lastDay', holding.last_day) order by holding.starts_on), '[]')
        from governance.holding
        join organisations.published_organisation as organisation on organisation.organisation_id = holding.organisation_id
        where holding.seat_id = seat.seat_id) as holdings
    from governance.seat
    where seat.body_id = any(${bodyIds}::uuid[]) and seat.closed_on is null
    order by seat.is_required desc, seat.created_at, seat.seat_id`.execute(ctx.db);
  return rows;
}

const asJson = (text: LocalizedText): string => JSON.stringify(text);

const columnsOf = (given: NewBody) => ({
  kind: given.kind,
  name: asJson(given.name),
  purpose: asJson(given.purpose),
  organisation_id: given.organisationId,
  parent_body_id: given.parentBodyId,
  charter_id: given.charterId,
  meets_every_months: given.meetsEveryMonths,
  quorum_percent: given.quorumPercent,
  secretary_id: given.secretaryId,
});

export async function insertBody(ctx: GovernanceCtx, given: NewBody): Promise<BodyId> {
  const bodyId = newId<'BodyId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('governance.body')
    .values({ body_id: bodyId, ...columnsOf(given), created_at: ctx.now })
    .execute();
  return bodyId;
}

async function changeBody(
  ctx: GovernanceCtx,
  { bodyId, version }: { bodyId: string; version: number },
  set: object,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('governance.body')
    .set({ ...set, version: version + 1 })
    .where('body_id', '=', bodyId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes what a body is over the version that was read; false where somebody else was first. */
export async function saveBody(ctx: GovernanceCtx, given: ChangeBody): Promise<boolean> {
  return changeBody(ctx, given, columnsOf(given));
}

export async function saveBodyClosed(ctx: GovernanceCtx, given: CloseBody): Promise<boolean> {
  return changeBody(ctx, given, { closed_on: given.closedOn, closed_reason: given.reason });
}

/** It stands again, as it did before it was ended. */
export async function saveBodyReopened(ctx: GovernanceCtx, given: ReopenBody): Promise<boolean> {
  return changeBody(ctx, given, { closed_on: null, closed_reason: null });
}

/** Whether this body lived on after a day: it met, or somebody's term in it began. */
export async function livedAfter(ctx: GovernanceCtx, bodyId: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from governance.meeting where body_id = ${bodyId} and state not in ('planned', 'cancelled')
      and (starts_at at time zone ${ctx.timeZone})::date > ${day}::date
    union all
    select 1 from governance.holding join governance.seat using (seat_id)
      where seat.body_id = ${bodyId} and holding.starts_on > ${day}::date limit 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Which body each is a part of, all held until the command ends: two who move bodies under each other come one after the other. */
export async function lockParents(ctx: GovernanceCtx): Promise<Map<string, string | null>> {
  const query = ctx.db.selectFrom('governance.body').select(['body_id', 'parent_body_id']).orderBy('body_id');
  return new Map((await query.forUpdate().execute()).map((row) => [row.body_id, row.parent_body_id]));
}

/** Whether a meeting of this body is planned after a day. */
export async function hasMeetingsAfter(ctx: GovernanceCtx, bodyId: string, day: string): Promise<boolean> {
  const { rows } = await sql`select 1 from governance.meeting where body_id = ${bodyId} and state = 'planned'
    and (starts_at at time zone ${ctx.timeZone})::date > ${day}::date limit 1`.execute(ctx.db);
  return rows.length > 0;
}

async function changeSeat(
  ctx: GovernanceCtx,
  { seatId, version }: { seatId: string; version: number },
  set: object,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('governance.seat')
    .set({ ...set, version: version + 1 })
    .where('seat_id', '=', seatId)
    .where('version', '=', version)
    .where('closed_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function saveSeat(ctx: GovernanceCtx, given: ChangeSeat): Promise<boolean> {
  const { name, standsFor, populations, isRequired } = given;
  return changeSeat(ctx, given, { name: asJson(name), stands_for: standsFor, populations, is_required: isRequired });
}

export async function saveSeatClosed(ctx: GovernanceCtx, given: CloseSeat): Promise<boolean> {
  return changeSeat(ctx, given, { closed_on: given.closedOn, closed_reason: given.reason });
}

export async function insertSeat(ctx: GovernanceCtx, given: NewSeat): Promise<string> {
  const seatId = newId<'SeatId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('governance.seat')
    .values({
      seat_id: seatId,
      body_id: given.bodyId,
      stands_for: given.standsFor,
      populations: given.populations,
      name: asJson(given.name),
      is_required: given.isRequired,
      created_at: ctx.now,
    })
    .execute();
  return seatId;
}

export async function insertHoldings(ctx: GovernanceCtx, given: NewHolding): Promise<void> {
  await ctx.db
    .insertInto('governance.holding')
    .values(
      [...new Set(given.seatIds)].map((seatId) => ({
        holding_id: newId(ctx.now.getTime()),
        seat_id: seatId,
        organisation_id: given.organisationId,
        sitter_name: given.sitterName,
        sitter_function: given.sitterFunction,
        starts_on: given.startsOn,
        last_day: given.lastDay,
      })),
    )
    .execute();
}

export async function saveLastDay(ctx: GovernanceCtx, holdingId: string, lastDay: string): Promise<void> {
  await ctx.db
    .updateTable('governance.holding')
    .set({ last_day: lastDay })
    .where('holding_id', '=', holdingId)
    .execute();
}

export async function saveNextFeed(ctx: GovernanceCtx, bodyId: string): Promise<void> {
  await ctx.db
    .updateTable('governance.body')
    .set((eb) => ({ feed_number: eb('feed_number', '+', 1) }))
    .where('body_id', '=', bodyId)
    .execute();
}
