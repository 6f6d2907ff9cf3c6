import { newId, type LocalizedText } from '@qantara/kernel';
import { sql } from 'kysely';
import type {
  Attendance,
  Decision,
  HeldMeeting,
  Meeting,
  MeetingId,
  MeetingLine,
  MeetingState,
  NewAgendaItem,
  NewDecision,
  NewMeeting,
} from '../contract/index.ts';
import type { GovernanceCtx } from './body-store.ts';

/** A meeting as it is kept, who wrote its minutes, and by which rule it had a quorum. */
export type StoredMeeting = MeetingLine &
  Pick<Meeting, 'minutes' | 'seatsFilled' | 'version'> & { minutesAuthors: string[]; quorumPercent: number | null };

const SELECTED = sql`
  select meeting_id as "meetingId", body_id as "bodyId", state, title, starts_at as "at", lasts_minutes as "lastsMinutes",
    place, link, minutes, seats_filled as "seatsFilled", version, minutes_authors as "minutesAuthors",
    quorum_percent as "quorumPercent"
  from governance.meeting`;

type Row = Omit<StoredMeeting, 'startsAt'> & { at: Date };
const toStored = ({ at, ...row }: Row): StoredMeeting => ({ ...row, startsAt: new Date(at).toISOString() });

export async function listMeetingsOf(ctx: GovernanceCtx, bodyId: string): Promise<StoredMeeting[]> {
  const { rows } =
    await sql<Row>`${SELECTED} where body_id = ${bodyId} order by starts_at desc, meeting_id limit 200`.execute(ctx.db);
  return rows.map(toStored);
}

export async function findMeeting(ctx: GovernanceCtx, meetingId: string): Promise<StoredMeeting | undefined> {
  const { rows } = await sql<Row>`${SELECTED} where meeting_id = ${meetingId}`.execute(ctx.db);
  return rows.map(toStored)[0];
}

/** Holds a meeting until the command ends. */
export async function lockMeeting(ctx: GovernanceCtx, meetingId: string): Promise<void> {
  await sql`select 1 from governance.meeting where meeting_id = ${meetingId} for update`.execute(ctx.db);
}

export async function listAgenda(ctx: GovernanceCtx, meetingId: string): Promise<Meeting['agenda']> {
  const { rows } = await sql<Meeting['agenda'][number]>`
    select item_id as "itemId", title, organisation.name as "organisationName", lasts_minutes as "lastsMinutes"
    from governance.agenda_item
    left join organisations.published_organisation as organisation using (organisation_id)
    where meeting_id = ${meetingId} order by position`.execute(ctx.db);
  return rows;
}

/** Everybody who sits in the body on that day, each seat a line; of a meeting that was held, whoever was written down and nobody else. */
export async function listAttendance(
  ctx: GovernanceCtx,
  of: { meetingId: string; bodyId: string; day: string },
): Promise<Attendance[]> {
  const { rows } = await sql<Attendance>`
    select holding.holding_id as "holdingId", holding.sitter_name as "sitterName", jsonb_build_array(seat.name) as "seatNames",
      organisation.name as "organisationName", attendance.standing
    from governance.holding
    join governance.seat on seat.seat_id = holding.seat_id and seat.body_id = ${of.bodyId}
    join organisations.published_organisation as organisation on organisation.organisation_id = holding.organisation_id
    left join governance.attendance on attendance.holding_id = holding.holding_id and attendance.meeting_id = ${of.meetingId}
    where attendance.standing is not null
      or (holding.starts_on <= ${of.day}::date and (holding.last_day is null or ${of.day}::date <= holding.last_day)
        and not exists (select from governance.meeting where meeting_id = ${of.meetingId} and seats_filled is not null))
    order by seat.is_required desc, seat.created_at, holding.holding_id`.execute(ctx.db);
  return rows;
}

export async function listGuests(ctx: GovernanceCtx, meetingId: string): Promise<Meeting['guests']> {
  const { rows } = await sql<Meeting['guests'][number]>`
    select organisation_id as "organisationId", organisation.name
    from governance.guest join organisations.published_organisation as organisation using (organisation_id)
    where meeting_id = ${meetingId} order by organisation_id`.execute(ctx.db);
  return rows;
}

export async function listDecisions(ctx: GovernanceCtx, meetingId: string): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select decision_id as "decisionId", number, wording, votes_for as "votesFor", votes_against as "votesAgainst",
      votes_abstained as "votesAbstained"
    from governance.decision where meeting_id = ${meetingId} order by number`.execute(ctx.db);
  return rows;
}

/** The hour is that of the region. */
export async function insertMeeting(ctx: GovernanceCtx, given: NewMeeting): Promise<MeetingId> {
  const meetingId = newId<'MeetingId'>(ctx.now.getTime());
  await sql`insert into governance.meeting (meeting_id, body_id, title, starts_at, lasts_minutes, place, link, created_at)
    values (${meetingId}, ${given.bodyId}, ${JSON.stringify(given.title)},
      (${`${given.onDay} ${given.atTime}`}::timestamp at time zone ${ctx.timeZone}), ${given.lastsMinutes},
      ${given.place}, ${given.link}, ${ctx.now})`.execute(ctx.db);
  return meetingId;
}

export async function insertAgendaItem(ctx: GovernanceCtx, given: NewAgendaItem): Promise<void> {
  await sql`insert into governance.agenda_item (item_id, meeting_id, title, organisation_id, lasts_minutes, position)
    select ${newId(ctx.now.getTime())}::uuid, ${given.meetingId}::uuid, ${JSON.stringify(given.title)}::jsonb,
      ${given.organisationId}::uuid, ${given.lastsMinutes}::smallint, coalesce(max(position), 0) + 1
    from governance.agenda_item where meeting_id = ${given.meetingId}`.execute(ctx.db);
}

export async function saveState(ctx: GovernanceCtx, meetingId: string, state: MeetingState): Promise<void> {
  await ctx.db
    .updateTable('governance.meeting')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('meeting_id', '=', meetingId)
    .execute();
}

type Held = { given: HeldMeeting; sitting: readonly string[]; quorumPercent: number };

/** Writes down who was there, for good. */
export async function saveHeld(ctx: GovernanceCtx, { given, sitting, quorumPercent }: Held): Promise<void> {
  const standingOf = (holdingId: string) => {
    if (given.presentIds.includes(holdingId)) return 'present' as const;
    return given.excusedIds.includes(holdingId) ? ('excused' as const) : ('absent' as const);
  };
  const { meetingId } = given;
  const rows = sitting.map((id) => ({ meeting_id: meetingId, holding_id: id, standing: standingOf(id) }));
  if (rows.length > 0) await ctx.db.insertInto('governance.attendance').values(rows).execute();
  const guests = [...new Set(given.guestIds)].map((id) => ({ meeting_id: meetingId, organisation_id: id }));
  if (guests.length > 0) await ctx.db.insertInto('governance.guest').values(guests).execute();
  await ctx.db
    .updateTable('governance.meeting')
    .set((eb) => ({
      state: 'held',
      seats_filled: sitting.length,
      quorum_percent: quorumPercent,
      version: eb('version', '+', 1),
    }))
    .where('meeting_id', '=', meetingId)
    .execute();
}

/** The next number of the body; two who decide at once get two numbers. Whoever read the meeting before has not seen it whole. */
export async function insertDecision(ctx: GovernanceCtx, bodyId: string, given: NewDecision): Promise<number> {
  const { rows } = await sql<{ last_decision: number }>`update governance.body set last_decision = last_decision + 1
    where body_id = ${bodyId} returning last_decision`.execute(ctx.db);
  const number = rows[0]?.last_decision ?? 1;
  await ctx.db
    .insertInto('governance.decision')
    .values({
      decision_id: newId(ctx.now.getTime()),
      meeting_id: given.meetingId,
      body_id: bodyId,
      number,
      wording: JSON.stringify(given.wording),
      votes_for: given.votesFor,
      votes_against: given.votesAgainst,
      votes_abstained: given.votesAbstained,
    })
    .execute();
  await sql`update governance.meeting set version = version + 1 where meeting_id = ${given.meetingId}`.execute(ctx.db);
  return number;
}

/** Minutes as they are from now on, and who wrote them; nobody where nothing was changed. */
export async function saveMinutes(
  ctx: GovernanceCtx,
  { meetingId, minutes }: { meetingId: string; minutes: LocalizedText },
  author: string | null,
): Promise<void> {
  await ctx.db
    .updateTable('governance.meeting')
    .set((eb) => ({
      minutes: JSON.stringify(minutes),
      minutes_authors: sql<
        string[]
      >`(select coalesce(array_agg(distinct author), '{}') from unnest(minutes_authors || ${author}::uuid) as author
        where author is not null)`,
      version: eb('version', '+', 1),
    }))
    .where('meeting_id', '=', meetingId)
    .execute();
}

export async function saveApproval(ctx: GovernanceCtx, meetingId: string): Promise<void> {
  await ctx.db
    .updateTable('governance.meeting')
    .set((eb) => ({ state: 'approved', approved_by: ctx.actor.accountId, version: eb('version', '+', 1) }))
    .where('meeting_id', '=', meetingId)
    .execute();
}

/** Whether somebody was at a meeting of theirs after a day. */
export async function wasPresentAfter(ctx: GovernanceCtx, holdingId: string, day: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from governance.attendance join governance.meeting using (meeting_id)
    where holding_id = ${holdingId} and standing = 'present'
      and (starts_at at time zone ${ctx.timeZone})::date > ${day}::date limit 1`.execute(ctx.db);
  return rows.length > 0;
}
