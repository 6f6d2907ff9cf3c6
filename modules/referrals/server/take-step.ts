import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Referral, ReferralStep, TakeStep } from '../contract/index.ts';
import { isAnswer, isEnded, sideOf, take } from '../domain/index.ts';
import { loadSharingWords } from '@qantara/people/server';
import type { ReferralRow } from './referral-row.ts';
import { findReferral, insertStep, lockReferral, saveStatus, toReferral } from './referral-store.ts';
import { endCandidates } from './open/candidate-store.ts';
import { dueAfter } from './deadlines/set-deadline.ts';
import { joinList, leaveList } from './waiting/wait-store.ts';
import type { ReferralsTables } from './tables.gen.ts';

/** The past participle of each step, as its event is called. */
const EVENTS: Record<ReferralStep, string> = {
  send: 'sent',
  accept: 'accepted',
  reject: 'rejected',
  start: 'started',
  hold: 'held',
  resume: 'resumed',
  complete: 'completed',
  fail: 'failed',
  cancel: 'cancelled',
  void: 'voided',
};

/** Where the person agreed that the partner is told and tells nothing back, the partner answers in codes and without words. */
async function checkWordsBack(ctx: Ctx<ReferralsTables>, row: ReferralRow): Promise<void> {
  const { consents } = await loadSharingWords(ctx, row.person_id);
  const consent = consents.find(({ consentId }) => consentId === row.consent_id);
  if (consent?.direction === 'to_partners')
    refuse('words_back_not_agreed', { fields: [{ path: 'note', code: 'words_back_not_agreed' }] });
}

/** Whether a partner may write words back about this referral now. Refuses `referral_not_found`, `referral_ended`, `words_back_not_agreed`. */
export async function checkWordsFromPartner(anyCtx: AnyCtx, referralId: string): Promise<void> {
  const ctx = withTables<ReferralsTables>(anyCtx);
  const row = (await findReferral(ctx.db, ctx.actor, referralId)) ?? refuse('referral_not_found');
  if (isEnded(row.status)) refuse('referral_ended');
  await checkWordsBack(ctx, row);
}

/** A hold for want of a place puts somebody on the list; what ends the hold takes them off it. */
async function keepPlace(
  ctx: Ctx<ReferralsTables>,
  row: ReferralRow,
  taken: { step: ReferralStep; reasonCode: TakeStep['reasonCode'] },
): Promise<void> {
  if (taken.step === 'hold' && taken.reasonCode === 'wait_listed') await joinList(ctx, row);
  else if (row.status === 'on-hold') {
    const isHelped = taken.step === 'resume' || taken.step === 'complete';
    await leaveList(ctx, row, isHelped ? 'helped' : 'referral_ended');
  }
}

/**
 * Takes one step of a referral, for the side that owns it. Refuses what the lifecycle refuses, and `referral_changed`
 * where the page that asked had read an older version.
 */
export async function takeStep(anyCtx: AnyCtx, step: ReferralStep, given: TakeStep): Promise<Referral> {
  const ctx = withTables<ReferralsTables>(anyCtx);
  const row = (await lockReferral(ctx.db, ctx.actor, given.referralId)) ?? refuse('referral_not_found');
  const parties = { organisationId: row.organisation_id, fromOrganisationId: row.from_organisation_id };
  const side = sideOf(ctx.actor, parties) ?? refuse('referral_not_found');
  if (row.version !== given.version) refuse('referral_changed');
  if (side === 'target' && given.note !== '') await checkWordsBack(ctx, row);
  const { reasonCode, outcomeCode } = given;
  const status = take(row.status, { step, side, reasonCode, outcomeCode });
  const { now } = ctx;
  const saved = await saveStatus(ctx.db, {
    row,
    status,
    taken: given,
    due: await dueAfter(ctx, row, status),
    isAnswer: isAnswer(step),
    isEnded: isEnded(status),
    now,
  });
  if (row.organisation_id === null) await endCandidates(ctx, row);
  await keepPlace(ctx, row, { step, reasonCode });
  const told = { row, step, from: row.status, to: status, reasonCode, note: given.note, side };
  await insertStep(ctx.db, { ...told, actor: ctx.actor, now });
  ctx.emit({
    type: `referral.${EVENTS[step]}`,
    subject: row.referral_id,
    personId: row.person_id,
    reason: reasonCode,
    data: { needCode: row.need_code, status, outcomeCode },
  });
  // What was written with it is read by opening it, where the consent of this moment is asked.
  return { ...toReferral(saved), note: null };
}
