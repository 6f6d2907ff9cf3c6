import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { CorrectionRequest, NewCorrection, Person } from '../../contract/index.ts';
import { birthOf, unchanged } from '../../domain/index.ts';
import { correctPerson } from '../add-person.ts';
import { findPerson, findShownPerson } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import {
  insertCorrection,
  listCorrectionsOf,
  listWaiting,
  lockCorrection,
  saveDecision,
  type CorrectionRow,
} from './correction-store.ts';

type PeopleCtx = Ctx<PeopleTables>;
type OfCorrection = { personId: string; correctionId: string };

const MOST_WAITING = 5;

/** The person asks for a correction, by their own code. It changes nothing until somebody who looks after them has seen it. */
export async function askCorrection(ctx: PeopleCtx, asked: NewCorrection): Promise<CorrectionRequest> {
  const personId = ctx.actor.personId ?? refuse('person_not_found');
  const person = (await findShownPerson(ctx.db, personId)) ?? refuse('person_not_found');
  const before = await listCorrectionsOf(ctx.db, [personId]);
  if (before.filter(({ status }) => status === 'waiting').length >= MOST_WAITING) refuse('too_many_corrections');
  const correction = await insertCorrection(ctx.db, {
    ...asked,
    personId,
    recordVersion: person.version,
    now: ctx.now,
  });
  const { field, whatIsWrong, whatIsRight } = asked;
  ctx.emit({
    type: 'correction.asked',
    subject: correction.correctionId,
    personId,
    data: { field },
    after: { whatIsWrong, whatIsRight },
  });
  return correction;
}

/** What waits for whoever looks after the people of this organisation. Each that is shown is an opening. */
export async function listCorrections(ctx: PeopleCtx) {
  const corrections = await listWaiting(ctx.db, ctx.actor);
  ctx.noteAccess({ personId: [...new Set(corrections.map(({ personId }) => personId))], kind: 'corrections' });
  return { corrections };
}

/** A name and a birth are written as they were asked; of the rest a person must judge, and writes it first (`correction_by_hand_first`). */
async function write(ctx: PeopleCtx, person: Person, row: CorrectionRow): Promise<void> {
  const as = unchanged(person);
  if (row.field === 'name') {
    // They asked for it themselves, in writing: that is how somebody who had been anonymous agreed.
    await correctPerson(ctx, { ...as, displayName: row.what_is_right.slice(0, 200), agreedHow: 'written' });
  } else if (row.field === 'birth') {
    const birth = birthOf(row.what_is_right) ?? refuse('correction_unreadable');
    const { year: birthYear, month: birthMonth, day: birthDay } = birth;
    await correctPerson(ctx, { ...as, birthYear, birthMonth, birthDay, estimatedAge: null });
  } else if (person.version <= row.record_version) refuse('correction_by_hand_first');
}

async function lockAsked(ctx: PeopleCtx, of: OfCorrection): Promise<{ person: Person; row: CorrectionRow }> {
  const person = (await findPerson(ctx.db, ctx.actor, of.personId)) ?? refuse('person_not_found');
  const row = (await lockCorrection(ctx.db, of)) ?? refuse('correction_not_found');
  if (row.status !== 'waiting') refuse('correction_decided');
  return { person, row };
}

/** What the person asked for is right: it is written as any correction is. */
export async function acceptCorrection(ctx: PeopleCtx, of: OfCorrection): Promise<CorrectionRequest> {
  const { person, row } = await lockAsked(ctx, of);
  await write(ctx, person, row);
  const decided = { accountId: ctx.actor.accountId, now: ctx.now, declineReason: null };
  const saved = await saveDecision(ctx.db, row, decided);
  ctx.emit({ type: 'correction.accepted', subject: row.correction_id, personId: row.person_id });
  return saved;
}

/** What the person asked for is not written, and they read why. */
export async function declineCorrection(
  ctx: PeopleCtx,
  { declineReason, ...of }: OfCorrection & { declineReason: string },
): Promise<CorrectionRequest> {
  const { row } = await lockAsked(ctx, of);
  const decided = { accountId: ctx.actor.accountId, now: ctx.now, declineReason };
  const saved = await saveDecision(ctx.db, row, decided);
  ctx.emit({
    type: 'correction.declined',
    subject: row.correction_id,
    personId: row.person_id,
    after: { declineReason },
  });
  return saved;
}
