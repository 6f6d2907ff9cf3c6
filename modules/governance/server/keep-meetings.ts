import { isDeepStrictEqual } from 'node:util';
import { dayIn, refuse } from '@qantara/kernel';
import { listOrganisationNames } from '@qantara/organisations/server';
import type {
  HeldMeeting,
  Meeting,
  MeetingState,
  NewAgendaItem,
  NewDecision,
  NewMeeting,
  WrittenMinutes,
} from '../contract/index.ts';
import { hasQuorum } from '../domain/index.ts';
import { findVisibleBody, lockBody, type GovernanceCtx, type StoredBody } from './body-store.ts';
import { getOpenBody, mayKeep } from './keep-bodies.ts';
import {
  findMeeting,
  insertAgendaItem,
  insertDecision,
  insertMeeting,
  listAgenda,
  listAttendance,
  listDecisions,
  listGuests,
  lockMeeting,
  saveApproval,
  saveHeld,
  saveMinutes,
  saveState,
  type StoredMeeting,
} from './meeting-store.ts';

type Found = { meeting: StoredMeeting; body: StoredBody };
type One = { meetingId: string };

/** A meeting of a body that the reader may see. Refuses `meeting_not_found`, of a body of others too. */
export async function findSeen(ctx: GovernanceCtx, meetingId: string): Promise<Found> {
  const meeting = (await findMeeting(ctx, meetingId)) ?? refuse('meeting_not_found');
  return { meeting, body: (await findVisibleBody(ctx, meeting.bodyId)) ?? refuse('meeting_not_found') };
}

const dayOf = (ctx: GovernanceCtx, { startsAt }: StoredMeeting): string => dayIn(ctx.timeZone, new Date(startsAt));

const isAuthor = ({ actor }: GovernanceCtx, { minutesAuthors }: StoredMeeting): boolean =>
  actor.accountId !== null && minutesAuthors.includes(actor.accountId);

/** By the rule of its day; null of a meeting that was not held yet. */
function quorumOf({ seatsFilled: filled, quorumPercent }: StoredMeeting, present: number): boolean | null {
  return filled === null || quorumPercent === null ? null : hasQuorum({ present, filled }, quorumPercent);
}

/** Minutes that nobody has published yet are read by those who keep the meeting and, once written, by whoever may approve them. */
export async function getMeeting(ctx: GovernanceCtx, { meetingId }: One): Promise<Meeting> {
  const { meeting, body } = await findSeen(ctx, meetingId);
  const { minutesAuthors: _authors, quorumPercent: _rule, ...shown } = meeting;
  const attendance = await listAttendance(ctx, { ...meeting, day: dayOf(ctx, meeting) });
  const present = attendance.filter(({ standing }) => standing === 'present').length;
  const keeps = mayKeep(ctx, body);
  const isAgreed = meeting.state === 'approved' || meeting.state === 'published';
  return {
    ...shown,
    bodyName: body.name,
    minutes: keeps || meeting.state === 'published' ? meeting.minutes : null,
    agenda: await listAgenda(ctx, meetingId),
    attendance,
    guests: await listGuests(ctx, meetingId),
    decisions: keeps || isAgreed ? await listDecisions(ctx, meetingId) : [],
    present,
    hasQuorum: quorumOf(meeting, present),
    mayKeep: keeps,
    mayApprove: keeps && meeting.state === 'held' && meeting.minutes !== null && !isAuthor(ctx, meeting),
  };
}

/** The meeting, held for whoever keeps it, in the state in which this step is possible. */
async function lockKept(ctx: GovernanceCtx, meetingId: string, state: MeetingState): Promise<Found> {
  await lockMeeting(ctx, meetingId);
  const found = await findSeen(ctx, meetingId);
  if (!mayKeep(ctx, found.body)) refuse('not_the_secretary');
  if (found.meeting.state !== state) refuse('meeting_not_open');
  return found;
}

async function checkOrganisations(ctx: GovernanceCtx, ids: string[]): Promise<void> {
  const known = await listOrganisationNames(ctx, ids);
  if (ids.some((id) => !known.has(id))) refuse('organisation_not_found');
}

export async function planMeeting(ctx: GovernanceCtx, given: NewMeeting): Promise<Meeting> {
  if (!mayKeep(ctx, await getOpenBody(ctx, given.bodyId))) refuse('not_the_secretary');
  const meetingId = await insertMeeting(ctx, given);
  ctx.emit({ type: 'governance.meeting_planned', subject: meetingId, data: { bodyId: given.bodyId } });
  return getMeeting(ctx, { meetingId });
}

export async function addAgendaItem(ctx: GovernanceCtx, given: NewAgendaItem): Promise<Meeting> {
  await lockKept(ctx, given.meetingId, 'planned');
  if (given.organisationId !== null) await checkOrganisations(ctx, [given.organisationId]);
  await insertAgendaItem(ctx, given);
  ctx.emit({ type: 'governance.agenda_item_added', subject: given.meetingId });
  return getMeeting(ctx, given);
}

export async function cancelMeeting(ctx: GovernanceCtx, given: One): Promise<Meeting> {
  await lockKept(ctx, given.meetingId, 'planned');
  await saveState(ctx, given.meetingId, 'cancelled');
  ctx.emit({ type: 'governance.meeting_cancelled', subject: given.meetingId });
  return getMeeting(ctx, given);
}

/** Writes down who was there, while nobody's term is ended and no rule changed. Refuses `meeting_not_begun` before its hour. */
export async function holdMeeting(ctx: GovernanceCtx, given: HeldMeeting): Promise<Meeting> {
  const kept = await lockKept(ctx, given.meetingId, 'planned');
  await lockBody(ctx, kept.body.bodyId);
  const { meeting, body } = await findSeen(ctx, given.meetingId);
  if (meeting.startsAt > ctx.now.toISOString()) refuse('meeting_not_begun');
  const day = dayOf(ctx, meeting);
  const sitting = (await listAttendance(ctx, { ...meeting, day })).map(({ holdingId }) => holdingId);
  if ([...given.presentIds, ...given.excusedIds].some((id) => !sitting.includes(id))) refuse('holding_not_found');
  await checkOrganisations(ctx, given.guestIds);
  await saveHeld(ctx, { given, sitting, quorumPercent: body.quorumPercent });
  const data = { present: given.presentIds.length, filled: sitting.length };
  ctx.emit({ type: 'governance.meeting_held', subject: given.meetingId, data });
  return getMeeting(ctx, given);
}

/** A decision needs a quorum; votes are given all three, or none. A decision is not changed: a later one takes its place. */
export async function addDecision(ctx: GovernanceCtx, given: NewDecision): Promise<Meeting> {
  const { body } = await lockKept(ctx, given.meetingId, 'held');
  const known = [given.votesFor, given.votesAgainst, given.votesAbstained].filter((votes) => votes !== null).length;
  if (known === 1 || known === 2) refuse('votes_incomplete');
  if ((await getMeeting(ctx, given)).hasQuorum !== true) refuse('no_quorum');
  const number = await insertDecision(ctx, body.bodyId, given);
  ctx.emit({ type: 'governance.decision_added', subject: given.meetingId, data: { number } });
  return getMeeting(ctx, given);
}

export async function writeMinutes(ctx: GovernanceCtx, given: WrittenMinutes): Promise<Meeting> {
  const { meeting } = await lockKept(ctx, given.meetingId, 'held');
  if (meeting.version !== given.version) refuse('meeting_changed');
  // Who saves what stands there already has written nothing of it.
  const author = isDeepStrictEqual(meeting.minutes, given.minutes) ? null : ctx.actor.accountId;
  await saveMinutes(ctx, given, author);
  ctx.emit({ type: 'governance.minutes_written', subject: given.meetingId });
  return getMeeting(ctx, given);
}

/** Somebody who wrote nothing of them says that the minutes are right. Refuses `own_minutes`. */
export async function approveMinutes(ctx: GovernanceCtx, given: One & { version: number }): Promise<Meeting> {
  const { meeting } = await lockKept(ctx, given.meetingId, 'held');
  if (meeting.minutes === null) refuse('minutes_missing');
  if (isAuthor(ctx, meeting)) refuse('own_minutes');
  if (meeting.version !== given.version) refuse('meeting_changed');
  await saveApproval(ctx, given.meetingId);
  ctx.emit({ type: 'governance.minutes_approved', subject: given.meetingId });
  return getMeeting(ctx, given);
}

/** Lets all who may see the body read the minutes; without it they stay with those who keep it. */
export async function publishMinutes(ctx: GovernanceCtx, given: One): Promise<Meeting> {
  await lockKept(ctx, given.meetingId, 'approved');
  await saveState(ctx, given.meetingId, 'published');
  ctx.emit({ type: 'governance.minutes_published', subject: given.meetingId });
  return getMeeting(ctx, given);
}
