import { dayIn, refuse } from '@qantara/kernel';
import type { ChangeBody, ChangeSeat, CloseBody, CloseSeat, ReopenBody } from '../contract/index.ts';
import {
  hasMeetingsAfter,
  listSeats,
  livedAfter,
  lockParents,
  saveBody,
  saveBodyClosed,
  saveBodyReopened,
  saveSeat,
  saveSeatClosed,
  type GovernanceCtx,
  type StoredSeat,
} from './body-store.ts';
import { checkBody, checkPopulations, getBody, getOpenBody, getVisibleBody } from './keep-bodies.ts';

const faultAt = (code: string, path: string): never => refuse(code, { fields: [{ path, code }] });

/** A body is no part of itself, nor of what is a part of it. */
async function checkAbove(ctx: GovernanceCtx, { bodyId, parentBodyId }: ChangeBody): Promise<void> {
  if (parentBodyId === null) return;
  const parents = await lockParents(ctx);
  const seen = new Set<string>();
  for (
    let above: string | null = parentBodyId;
    above !== null && !seen.has(above);
    above = parents.get(above) ?? null
  ) {
    if (above === bodyId) faultAt('body_of_itself', 'parentBodyId');
    seen.add(above);
  }
}

function checkDay(ctx: GovernanceCtx, { closedOn }: { closedOn: string }): void {
  if (closedOn > dayIn(ctx.timeZone, ctx.now)) faultAt('closes_later', 'closedOn');
}

/** What a body is, over the version that was read. */
export async function changeBody(ctx: GovernanceCtx, given: ChangeBody) {
  // All bodies are held before one is: in another order two who wait for each other would wait for ever.
  await checkAbove(ctx, given);
  await getOpenBody(ctx, given.bodyId);
  await checkBody(ctx, given);
  if (!(await saveBody(ctx, given))) refuse('body_changed');
  const { kind, organisationId } = given;
  ctx.emit({ type: 'governance.body_changed', subject: given.bodyId, data: { kind, organisationId } });
  return getBody(ctx, given);
}

/** Ends a body on a day that has come, and on which it had met and been filled for the last time: nothing is planned, promised or filled in it any more, and it stays to be read. */
export async function closeBody(ctx: GovernanceCtx, given: CloseBody) {
  await getOpenBody(ctx, given.bodyId);
  checkDay(ctx, given);
  if (await livedAfter(ctx, given.bodyId, given.closedOn)) faultAt('closes_too_early', 'closedOn');
  if (await hasMeetingsAfter(ctx, given.bodyId, given.closedOn)) refuse('meetings_ahead');
  if (!(await saveBodyClosed(ctx, given))) refuse('body_changed');
  const { closedOn, reason } = given;
  ctx.emit({ type: 'governance.body_closed', subject: given.bodyId, data: { closedOn }, reason });
  return getBody(ctx, given);
}

/** A body that was ended by mistake, or that meets again, stands as before. Refuses `body_stands`. */
export async function reopenBody(ctx: GovernanceCtx, given: ReopenBody) {
  const { closedOn } = await getVisibleBody(ctx, given.bodyId);
  if (closedOn === null) refuse('body_stands');
  if (!(await saveBodyReopened(ctx, given))) refuse('body_changed');
  ctx.emit({ type: 'governance.body_reopened', subject: given.bodyId, data: { closedOn }, reason: given.reason });
  return getBody(ctx, given);
}

async function openSeat(
  ctx: GovernanceCtx,
  { bodyId, seatId }: { bodyId: string; seatId: string },
): Promise<StoredSeat> {
  await getOpenBody(ctx, bodyId);
  const seats = await listSeats(ctx, [bodyId]);
  return seats.find((seat) => seat.seatId === seatId) ?? refuse('seat_not_found');
}

/** Whom a seat stands for and whether it must be filled; who sits in it stays. */
export async function changeSeat(ctx: GovernanceCtx, given: ChangeSeat) {
  await openSeat(ctx, given);
  checkPopulations(given);
  if (!(await saveSeat(ctx, given))) refuse('seat_changed');
  const { seatId, standsFor, populations, isRequired } = given;
  const data = { seatId, standsFor, populations: [...populations], isRequired };
  ctx.emit({ type: 'governance.seat_changed', subject: given.bodyId, data });
  return getBody(ctx, given);
}

/** Takes a seat away. Refuses `seat_held` where somebody sits in it after that day: their term is ended first. */
export async function closeSeat(ctx: GovernanceCtx, given: CloseSeat) {
  const seat = await openSeat(ctx, given);
  checkDay(ctx, given);
  if (seat.holdings.some(({ lastDay }) => lastDay === null || lastDay > given.closedOn)) refuse('seat_held');
  if (!(await saveSeatClosed(ctx, given))) refuse('seat_changed');
  const { seatId, closedOn, reason } = given;
  ctx.emit({ type: 'governance.seat_closed', subject: given.bodyId, data: { seatId, closedOn }, reason });
  return getBody(ctx, given);
}
