import { listCharters } from '@qantara/agreements/server';
import { listAccountCards } from '@qantara/identity/server';
import { dayIn, refuse } from '@qantara/kernel';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Body, EndedHolding, NewBody, NewHolding, NewSeat, Seat } from '../contract/index.ts';
import { statusOfSeat, termsMeet } from '../domain/index.ts';
import {
  findVisibleBody,
  insertBody,
  insertHoldings,
  insertSeat,
  listSeats,
  listVisibleBodies,
  lockBody,
  saveLastDay,
  saveNextFeed,
  type GovernanceCtx,
  type StoredBody,
  type StoredSeat,
} from './body-store.ts';
import { wasPresentAfter } from './meeting-store.ts';
import { feedPathOf } from './feed-path-of.ts';

const isFilled = ({ status }: Seat): boolean => status === 'filled' || status === 'ending_soon';

function toSeat(ctx: GovernanceCtx, { bodyId: _of, ...seat }: StoredSeat): Seat {
  return { ...seat, status: statusOfSeat(seat.holdings, dayIn(ctx.timeZone, ctx.now)) };
}

function toBody({ feedNumber: _number, createdAt: _at, ...body }: StoredBody, seats: Seat[]): Body {
  const required = seats.filter(({ isRequired }) => isRequired);
  return { ...body, required: required.length, filled: required.filter(isFilled).length };
}

/** Whether somebody may keep a body's meetings: whoever keeps governance, and its secretary. */
export function mayKeep({ actor }: GovernanceCtx, { secretaryId }: Pick<Body, 'secretaryId'>): boolean {
  return actor.permissions.has('governance:write') || (secretaryId !== null && secretaryId === actor.accountId);
}

/** A body that the reader may see. Refuses `body_not_found`, of a body of others too. */
export async function getVisibleBody(ctx: GovernanceCtx, bodyId: string): Promise<StoredBody> {
  return (await findVisibleBody(ctx, bodyId)) ?? refuse('body_not_found');
}

/** A body that stands, held until the command ends, so that nobody ends it meanwhile. Refuses `body_closed`: what has ended is only read. */
export async function getOpenBody(ctx: GovernanceCtx, bodyId: string): Promise<StoredBody> {
  await lockBody(ctx, bodyId);
  const body = await getVisibleBody(ctx, bodyId);
  return body.closedOn === null ? body : refuse('body_closed');
}

export async function listBodies(ctx: GovernanceCtx): Promise<{ bodies: Body[] }> {
  const stored = await listVisibleBodies(ctx);
  const seats = await listSeats(
    ctx,
    stored.map(({ bodyId }) => bodyId),
  );
  const of = (bodyId: string): Seat[] =>
    seats.filter((seat) => seat.bodyId === bodyId).map((seat) => toSeat(ctx, seat));
  return { bodies: stored.map((body) => toBody(body, of(body.bodyId))) };
}

/** A body with its seats, and the address of its calendar for whoever may keep it or sits in it. */
export async function getBody(ctx: GovernanceCtx, { bodyId }: { bodyId: string }) {
  const stored = await getVisibleBody(ctx, bodyId);
  const seats = (await listSeats(ctx, [bodyId])).map((seat) => toSeat(ctx, seat));
  const feedPath = feedPathOf(ctx, stored);
  return { body: toBody(stored, seats), seats, mayKeep: mayKeep(ctx, stored), feedPath };
}

async function checkOrganisation(ctx: GovernanceCtx, organisationId: string): Promise<void> {
  if (!(await listOrganisationNames(ctx, [organisationId])).has(organisationId)) refuse('organisation_not_found');
}

/** Who may be a secretary, and which charters there are. */
export async function listBodyChoices(ctx: GovernanceCtx) {
  const cards = await listAccountCards(ctx);
  return {
    colleagues: cards
      .filter(({ isClosed }) => !isClosed)
      .map(({ accountId, displayName }) => ({ accountId, displayName })),
    charters: await listCharters(ctx),
  };
}

async function checkTies(ctx: GovernanceCtx, { parentBodyId, charterId, secretaryId }: NewBody): Promise<void> {
  if (parentBodyId !== null) await getVisibleBody(ctx, parentBodyId);
  const { colleagues, charters } = await listBodyChoices(ctx);
  if (charterId !== null && !charters.some(({ agreementId }) => agreementId === charterId)) refuse('charter_not_found');
  if (secretaryId !== null && !colleagues.some(({ accountId }) => accountId === secretaryId))
    refuse('secretary_not_found');
}

/** Whether its host, its parent, its charter and its secretary are there. */
export async function checkBody(ctx: GovernanceCtx, given: NewBody): Promise<void> {
  await checkOrganisation(ctx, given.organisationId);
  await checkTies(ctx, given);
}

/** Founds a body. Its seats are added on its own page. */
export async function addBody(ctx: GovernanceCtx, given: NewBody): Promise<Body> {
  await checkBody(ctx, given);
  const bodyId = await insertBody(ctx, given);
  const { kind, organisationId } = given;
  ctx.emit({ type: 'governance.body_added', subject: bodyId, data: { kind, organisationId } });
  return toBody(await getVisibleBody(ctx, bodyId), []);
}

/** Groups are named of a seat that stands for people, not for a sector, a place or an office. */
export function checkPopulations({ standsFor, populations }: Pick<NewSeat, 'standsFor' | 'populations'>): void {
  if (populations.length > 0 && standsFor !== 'population')
    refuse('seat_of_no_population', { fields: [{ path: 'populations', code: 'seat_of_no_population' }] });
}

export async function addSeat(ctx: GovernanceCtx, given: NewSeat) {
  await getOpenBody(ctx, given.bodyId);
  checkPopulations(given);
  const seatId = await insertSeat(ctx, given);
  const { standsFor, populations, isRequired } = given;
  const data = { seatId, standsFor, populations: [...populations], isRequired };
  ctx.emit({ type: 'governance.seat_added', subject: given.bodyId, data });
  return getBody(ctx, given);
}

/** One person of an organisation takes one seat or several. Refuses `seat_taken` where somebody sits on one of the days. */
export async function fillSeats(ctx: GovernanceCtx, given: NewHolding) {
  await getOpenBody(ctx, given.bodyId);
  await checkOrganisation(ctx, given.organisationId);
  if (given.lastDay !== null && given.lastDay < given.startsOn)
    refuse('ends_before_start', { fields: [{ path: 'lastDay', code: 'ends_before_start' }] });
  const seats = await listSeats(ctx, [given.bodyId]);
  for (const wanted of given.seatIds) {
    const seat = seats.find(({ seatId }) => seatId === wanted) ?? refuse('seat_not_found');
    if (seat.holdings.some((term) => termsMeet(term, given)))
      refuse('seat_taken', { fields: [{ path: 'seatIds', code: 'seat_taken' }] });
  }
  await insertHoldings(ctx, given);
  const { organisationId, seatIds, startsOn, sitterName, sitterFunction } = given;
  const data = { organisationId, seatIds: [...seatIds], startsOn };
  ctx.emit({ type: 'governance.seats_filled', subject: given.bodyId, data, after: { sitterName, sitterFunction } });
  return getBody(ctx, given);
}

/**
 * Somebody leaves a seat before their term is over; a term is never made longer by it: a renewal is a new term. Refuses
 * `ends_before_meeting` where they were at a meeting after that day.
 */
export async function endHolding(ctx: GovernanceCtx, given: EndedHolding) {
  await getVisibleBody(ctx, given.bodyId);
  await lockBody(ctx, given.bodyId);
  const holdings = (await listSeats(ctx, [given.bodyId])).flatMap((seat) => seat.holdings);
  const held = holdings.find(({ holdingId }) => holdingId === given.holdingId) ?? refuse('holding_not_found');
  if (given.lastDay < held.startsOn)
    refuse('ends_before_start', { fields: [{ path: 'lastDay', code: 'ends_before_start' }] });
  if (held.lastDay !== null && held.lastDay < given.lastDay) refuse('ends_later');
  if (await wasPresentAfter(ctx, given.holdingId, given.lastDay))
    refuse('ends_before_meeting', { fields: [{ path: 'lastDay', code: 'ends_before_meeting' }] });
  await saveLastDay(ctx, given.holdingId, given.lastDay);
  const data = { holdingId: given.holdingId, lastDay: given.lastDay };
  ctx.emit({ type: 'governance.holding_ended', subject: given.bodyId, data });
  return getBody(ctx, given);
}

/** Gives the calendar another address: whoever has the old one reads nothing any more. */
export async function renewFeed(ctx: GovernanceCtx, { bodyId }: { bodyId: string }) {
  const stored = await getVisibleBody(ctx, bodyId);
  if (!mayKeep(ctx, stored)) refuse('not_the_secretary');
  await saveNextFeed(ctx, bodyId);
  ctx.emit({ type: 'governance.feed_renewed', subject: bodyId });
  return getBody(ctx, { bodyId });
}
