import { isDeepStrictEqual } from 'node:util';
import { refuse } from '@qantara/kernel';
import { answerAssent, askAssent, findAssent, listAssents, useAssent, type Assent, type Ctx } from '@qantara/platform';
import { listAccountCards } from '@qantara/identity/server';
import type { z } from 'zod';
import {
  LiftTo,
  type AnswerLifting,
  type AskLifting,
  type Lifting,
  type LiftingId,
  type Person,
  type ProtectPerson,
  type Protection,
  type RecordClass,
} from '../../contract/index.ts';
import { classesOf, holdsClass } from '../../domain/index.ts';
import { findPerson } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { findGroup, lockGroup, saveClass, type HeldGroup } from './class-store.ts';
import { restrictGroup } from './restrict-group.ts';

type OwnCtx = Ctx<PeopleTables>;

const KIND = 'people.lift';

const getWritable = async (ctx: OwnCtx, personId: string): Promise<Person> =>
  (await findPerson(ctx.db, ctx.actor, personId)) ?? refuse('person_not_found');

/** Whether this step gives up protection that is there: then two people are needed. */
function isLifting({ recordClass }: Pick<Person, 'recordClass'>, to: RecordClass): boolean {
  return recordClass !== 'ordinary' && recordClass !== to;
}

/**
 * What two agree to, to the letter: what becomes of which records that are one person, and the class that they give up. What comes to
 * the group or leaves it afterwards, or is protected otherwise, the two have not agreed about.
 */
const aboutOf = (personId: string, to: LiftTo, group: HeldGroup) => ({
  personId,
  to,
  from: to === 'findable' ? null : group.recordClass,
  records: group.records,
});

/** Whether it was agreed to of the group as it is now. */
const isAboutNow = (about: Record<string, unknown>, personId: string, group: HeldGroup): boolean =>
  isDeepStrictEqual(about, aboutOf(personId, LiftTo.parse(about['to']), group));

async function listLiftings(ctx: OwnCtx, personId: string): Promise<Lifting[]> {
  const group = await findGroup(ctx.db, personId);
  const all = await listAssents(ctx, KIND, { about: { personId } });
  const isOpen = ({ state }: Assent): boolean => state === 'asked' || state === 'agreed';
  const asked = all.filter((one) => !isOpen(one) || (group !== undefined && isAboutNow(one.about, personId, group)));
  if (asked.length === 0) return [];
  const names = new Map((await listAccountCards(ctx)).map((one) => [one.accountId, one.displayName]));
  return asked.map((one) => ({
    liftingId: one.assentId as LiftingId,
    to: LiftTo.parse(one.about['to']),
    reason: one.reason,
    state: one.state,
    askedByName: names.get(one.askedBy) ?? null,
    askedAt: one.askedAt.toISOString(),
    expiresAt: one.expiresAt.toISOString(),
    note: one.answerNote,
    isOwn: one.askedBy === ctx.actor.accountId,
  }));
}

/** Of which class a record is, what it may become, and what was asked about that. Refuses `person_not_found`. */
export async function getProtection(ctx: OwnCtx, { personId }: { personId: string }): Promise<Protection> {
  const person = await getWritable(ctx, personId);
  ctx.noteAccess({ personId, kind: 'protection' });
  return {
    displayName: person.displayName,
    recordClass: person.recordClass,
    isRestricted: person.isRestricted,
    classes: classesOf(ctx.actor),
    liftings: await listLiftings(ctx, personId),
  };
}

/** The records that are one person become of one class, and the story of each tells it: parted again, each stays as it is. */
async function toClass(ctx: OwnCtx, { personId }: Person, recordClass: RecordClass): Promise<void> {
  const classified = await saveClass(ctx.db, personId, recordClass);
  if (classified.length === 0) refuse('class_not_held');
  for (const one of classified)
    ctx.emit({
      type: 'person.classified',
      subject: one.personId,
      personId: one.personId,
      data: { from: one.was, to: recordClass },
    });
}

/**
 * Gives an ordinary record a class, at once; whether it is ordinary is judged of the record as it is held, so that of two who protect at
 * once the second gives up nothing. Refuses `class_not_held` where whoever asks would not see it any more or never had it,
 * `two_people_needed` where it has another class already, and `class_unchanged` where it has this one.
 */
export async function protectPerson(ctx: OwnCtx, given: z.output<typeof ProtectPerson>): Promise<{ done: true }> {
  const person = await getWritable(ctx, given.personId);
  if (!holdsClass(ctx.actor, given.recordClass)) refuse('class_not_held');
  const group = (await lockGroup(ctx.db, given.personId)) ?? refuse('person_not_found');
  if (isLifting(group, given.recordClass)) refuse('two_people_needed');
  if (group.recordClass === given.recordClass) refuse('class_unchanged');
  await toClass(ctx, person, given.recordClass);
  return { done: true };
}

/** Asks a colleague to agree that a protection ends. Refuses `nothing_to_lift` where there is none of that kind. */
export async function askLifting(ctx: OwnCtx, given: z.output<typeof AskLifting>): Promise<{ liftingId: LiftingId }> {
  await getWritable(ctx, given.personId);
  const { to, reason } = given;
  const group = (await findGroup(ctx.db, given.personId)) ?? refuse('person_not_found');
  const hasSomething = to === 'findable' ? group.isRestricted : isLifting(group, to);
  if (!hasSomething) refuse('nothing_to_lift');
  if (to !== 'findable' && !holdsClass(ctx.actor, to)) refuse('class_not_held');
  const about = aboutOf(given.personId, to, group);
  const liftingId = (await askAssent(ctx, { kind: KIND, about, reason })) as LiftingId;
  return { liftingId };
}

/**
 * What was asked to become of this person's record. Refuses `assent_not_found`, also where it was asked about somebody else, or about
 * this person before a merge, its undoing or another class.
 */
async function getLiftTo(
  ctx: OwnCtx,
  of: { personId: string; liftingId: string },
  group: HeldGroup | undefined,
): Promise<LiftTo> {
  const { about } = await findAssent(ctx, { assentId: of.liftingId, kind: KIND });
  const isAsked = group !== undefined && isAboutNow(about, of.personId, group);
  return isAsked ? LiftTo.parse(about['to']) : refuse('assent_not_found');
}

/** A colleague who may know of the record agrees, or not. Refuses `assent_own`, `assent_closed`, `assent_not_found`. */
export async function answerLifting(ctx: OwnCtx, given: z.output<typeof AnswerLifting>): Promise<{ done: true }> {
  await getWritable(ctx, given.personId);
  await getLiftTo(ctx, given, await findGroup(ctx.db, given.personId));
  const note = given.note === '' ? null : given.note;
  await answerAssent(ctx, { assentId: given.liftingId, kind: KIND, agrees: given.agrees, note });
  return { done: true };
}

/**
 * Whoever asked ends the protection, once agreed, of the records that it was agreed about: they are held before they are compared.
 * Refuses `assent_not_agreed`, `assent_not_found`, `class_not_held`.
 */
export async function liftProtection(
  ctx: OwnCtx,
  of: { personId: string; liftingId: LiftingId },
): Promise<{ done: true }> {
  const person = await getWritable(ctx, of.personId);
  const to = await getLiftTo(ctx, of, await lockGroup(ctx.db, of.personId));
  await useAssent(ctx, { assentId: of.liftingId, kind: KIND });
  if (to !== 'findable') await toClass(ctx, person, to);
  else await restrictGroup(ctx, person.personId, false);
  return { done: true };
}
