import { dayIn, refuse, type Locale } from '@qantara/kernel';
import { countAttempt, withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { findNeeds } from '@qantara/forms/domain';
import { findForm, giveAnswers, keepAnswers } from '@qantara/forms/server';
import type { AnswerChannel, Answers, FormBody } from '@qantara/forms/contract';
import { issueAccessCode } from '@qantara/identity/server';
import { addResident, findVisiblePerson } from '@qantara/people/server';
import { NewPerson } from '@qantara/people/contract';
import {
  SCREENING_FORM,
  type AnswerScreening,
  type AskForHelp,
  type Finding,
  type RecordScreening,
  type ResidentContact,
  type Screening,
} from '../contract/index.ts';
import { findingsOfList, findingsOfQuestions, isUrgent } from '../domain/index.ts';
import { insertScreening, listKnownNeeds, type NewScreening } from './screening-store.ts';
import type { ScreeningTables } from './tables.gen.ts';

/** A family may ask from one telephone; a flood from one address is not a family. */
const FROM_ONE_ORIGIN = { limit: 20, windowSeconds: 3600 };

type Tables = ScreeningTables;

/** Refuses `need_not_found` where the region does not know a need. */
export async function checkNeeds(ctx: Ctx<Tables>, findings: Finding[]): Promise<void> {
  const codes = findings.map((finding) => finding.needCode);
  const known = await listKnownNeeds(ctx.db, codes);
  if (codes.some((code) => !known.includes(code))) refuse('need_not_found');
}

function answersOf(findings: Finding[]): Answers {
  const said = (value: boolean | null): string => (value === null ? 'prefer_not_to_say' : value ? 'yes' : 'no');
  return Object.fromEntries(
    findings.flatMap((finding) => [
      [`need_${finding.needCode}`, said(finding.hasNeed)],
      ...(finding.wantsHelp === null ? [] : [[`want_${finding.needCode}`, said(finding.wantsHelp)]]),
    ]),
  );
}

/** By which way a resident asks without an account: our own page, or the site of a partner. */
export type Way = { channel: 'self' | 'widget'; sourceOrganisationId: string | null };
const OUR_PAGE: Way = { channel: 'self', sourceOrganisationId: null };

type Kept = Pick<NewScreening, 'personId' | 'areaId' | 'findings' | 'channel' | 'sourceOrganisationId'>;

async function keep(
  ctx: Ctx<Tables>,
  given: Kept & { locale: Locale },
  takenBy: NewScreening['takenBy'],
): Promise<Screening> {
  const form = await findForm(ctx, SCREENING_FORM);
  if (form === undefined) throw new Error('the region has no screening form: load db/seeds');
  const { personId, channel, locale, findings } = given;
  const responseId = await keepAnswers(ctx, { personId, form, answers: answersOf(findings), channel, locale });
  return tellScreening(ctx, { ...given, responseId, isUrgent: isUrgent(findings), takenBy, now: ctx.now });
}

/** Keeps a screening and tells of it. */
export async function tellScreening(ctx: Ctx<Tables>, kept: NewScreening): Promise<Screening> {
  const screening = await insertScreening(ctx.db, kept);
  ctx.emit({
    type: 'screening.recorded',
    subject: screening.screeningId,
    personId: kept.personId,
    data: {
      channel: kept.channel,
      isUrgent: screening.isUrgent,
      accountId: kept.takenBy?.accountId ?? null,
      organisationId: kept.takenBy?.organisationId ?? null,
    },
  });
  return screening;
}

function ownOf({ actor: { accountId, organisationId } }: Ctx<Tables>): NewScreening['takenBy'] {
  return accountId === null || organisationId === null ? null : { accountId, organisationId };
}

/** Whole answers that were kept, to a form with rules for needs. */
export type Screened = {
  personId: string;
  channel: AnswerChannel;
  body: FormBody;
  answers: Answers;
  responseId: string;
};

/** What answers say by the rules of their form, and whether somebody should look at once. */
export function findingsOfAnswers(
  ctx: AnyCtx,
  { body, answers }: Pick<Screened, 'body' | 'answers'>,
): { found: ReturnType<typeof findNeeds>; isDanger: boolean } {
  const found = findNeeds(body, answers, dayIn(ctx.timeZone, ctx.now));
  return { found, isDanger: isUrgent(found) || found.some(({ isDanger }) => isDanger) };
}

/** The screening that follows from answers by the rules of their form. Refuses `person_not_found` and `need_not_found`. */
export async function screenAnswers(anyCtx: AnyCtx, given: Screened): Promise<Screening> {
  const ctx = withTables<Tables>(anyCtx);
  const person = (await findVisiblePerson(ctx, given.personId)) ?? refuse('person_not_found');
  const { found, isDanger } = findingsOfAnswers(ctx, given);
  await checkNeeds(ctx, found);
  return tellScreening(ctx, {
    personId: person.personId,
    responseId: given.responseId,
    channel: given.channel,
    isUrgent: isDanger,
    areaId: person.areaId,
    findings: found,
    takenBy: ownOf(ctx),
    now: ctx.now,
  });
}

/**
 * Needs from the answers to any form that has rules for them (a standard instrument, or one of the region's own). It is theirs who asked
 * at once. Refuses what `giveAnswers` refuses, and `form_finds_nothing` for a form without rules.
 */
export async function answerScreening(
  ctx: Ctx<Tables>,
  given: AnswerScreening,
): Promise<{ screening: Screening; accessCode: string }> {
  const { body, answers, responseId } = await giveAnswers(ctx, { ...given, isDraft: false });
  if ((body.findings ?? []).length === 0) refuse('form_finds_nothing');
  const { personId, channel } = given;
  const screening = await screenAnswers(ctx, { personId, channel, body, answers, responseId });
  return { screening, accessCode: await issueAccessCode(ctx, personId) };
}

/** Counts one asking from this place. Refuses `too_many_requests_from_here`. */
export async function countAsking(ctx: AnyCtx): Promise<void> {
  if (!(await countAttempt(ctx, `request origin ${ctx.origin}`, FROM_ONE_ORIGIN)))
    refuse('too_many_requests_from_here');
}

/** Who asks for help, as far as they say. Refuses `contact_needed`. */
export function residentOf(given: ResidentContact): NewPerson {
  const contact = given.contactKind === null || given.contactValue === '' ? null : given.contactKind;
  const mayContact = given.safeContact === 'may_contact';
  if (mayContact && contact === null)
    refuse('contact_needed', {
      fields: [{ path: given.contactKind === null ? 'contactKind' : 'contactValue', code: 'required' }],
    });
  const note = given.contactNote === '' ? null : given.contactNote;
  return NewPerson.parse({
    displayName: given.displayName,
    languages: [given.locale],
    areaId: given.areaId,
    mayContact,
    noContactReason: mayContact ? null : 'asked',
    contactPoints: contact === null ? [] : [{ kind: contact, value: given.contactValue, isSafe: mayContact, note }],
  });
}

/**
 * A resident asks for help without an account. The answer is the code by which they follow it, shown once. Refuses
 * `contact_needed` where they may be contacted but do not say how.
 */
export async function askForHelp(anyCtx: AnyCtx, given: AskForHelp, way = OUR_PAGE): Promise<{ accessCode: string }> {
  const ctx = withTables<Tables>(anyCtx);
  await countAsking(ctx);
  const findings = findingsOfList(given);
  await checkNeeds(ctx, findings);
  const person = await addResident(ctx, residentOf(given));
  const asked = {
    personId: person.personId,
    areaId: given.areaId,
    findings,
    ...way,
    locale: given.locale,
  };
  await keep(ctx, asked, null);
  return { accessCode: await issueAccessCode(ctx, person.personId) };
}

/** A navigator asks with the person beside them, or on the telephone. It is theirs at once. */
export async function recordScreening(
  ctx: Ctx<Tables>,
  given: RecordScreening,
): Promise<{ screening: Screening; accessCode: string }> {
  const person = (await findVisiblePerson(ctx, given.personId)) ?? refuse('person_not_found');
  const findings = findingsOfQuestions(given);
  await checkNeeds(ctx, findings);
  const asked = {
    personId: person.personId,
    areaId: person.areaId,
    findings,
    channel: given.channel,
    locale: given.locale,
  };
  const screening = await keep(ctx, asked, ownOf(ctx));
  return { screening, accessCode: await issueAccessCode(ctx, person.personId) };
}
