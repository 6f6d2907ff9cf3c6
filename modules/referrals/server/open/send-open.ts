import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { holdsClass } from '@qantara/people/domain';
import { findPersonForUseCase, lockVisibleCard } from '@qantara/people/server';
import type { Referral, SendOpen, TurnOpen } from '../../contract/index.ts';
import { sideOf } from '../../domain/index.ts';
import { insertCandidates, type NewCandidate } from './candidate-store.ts';
import { findCandidates } from './find-candidates.ts';
import { changeReferral } from '../change-store.ts';
import { dueValues, type ReferralRow } from '../referral-row.ts';
import { insertSent, insertStep, lockReferral, toReferral } from '../referral-store.ts';
import { loadSendingFacts } from '../sending/sending-view.ts';
import { dueColumns, loadDeadlineBook } from '../deadlines/set-deadline.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Tables = ReferralsTables;
type Found = { candidates: NewCandidate[]; townId: string | null };

async function offer(ctx: Ctx<Tables>, row: ReferralRow, { candidates, townId }: Found): Promise<void> {
  const person = await findPersonForUseCase(ctx, row.person_id);
  const shown = { areaId: townId, languages: person?.languages ?? [] };
  await insertCandidates(ctx, row, { candidates, shown });
  ctx.emit({
    type: 'referral.opened',
    subject: row.referral_id,
    personId: row.person_id,
    data: {
      needCode: row.need_code,
      priority: row.priority,
      organisationIds: [...new Set(candidates.map(({ organisationId }) => organisationId))],
    },
  });
}

async function checkSending(ctx: Ctx<Tables>, given: SendOpen): Promise<void> {
  const facts = await loadSendingFacts(ctx.db, { ...given, serviceIds: [] });
  if (!facts.isKnownNeed) refuse('need_not_found', { fields: [{ path: 'needCode', code: 'not_a_choice' }] });
  if (facts.isAlreadyReferred) refuse('already_referred');
  if (!holdsClass(ctx.actor, given.recordClass)) refuse('class_not_held');
}

const categoriesOf = (note: string | null) =>
  note === null || note === '' ? (['identity', 'need'] as const) : (['identity', 'need', 'note'] as const);

/**
 * Sends one need of a person to nobody in particular: any capable partner whom the person named may claim it (FHIR Task without an
 * owner). Refuses what sending refuses, and `nobody_may_be_asked` where no service answers the need there.
 */
export async function sendOpen(ctx: Ctx<Tables>, given: SendOpen): Promise<Referral> {
  const person = (await lockVisibleCard(ctx, given.personId)) ?? refuse('person_not_found');
  await checkSending(ctx, given);
  const fromOrganisationId = ctx.actor.organisationId ?? '';
  const found = await findCandidates(ctx, {
    ...given,
    areaId: person.areaId,
    categories: [...categoriesOf(given.note)],
    fromOrganisationId,
    without: null,
  });
  const expected = { stage: 'claim' as const, organisationId: null, ...given };
  const row = await insertSent(ctx.db, ctx.actor, {
    person_id: given.personId,
    referral_id: newId(ctx.now.getTime()),
    screening_id: given.screeningId,
    consent_id: null,
    override_id: null,
    need_code: given.needCode,
    service_id: null,
    organisation_id: null,
    from_organisation_id: fromOrganisationId,
    from_account_id: ctx.actor.accountId ?? '',
    follows_referral_id: null,
    part_of_referral_id: null,
    depth: 0,
    status: 'requested',
    priority: given.priority,
    record_class: given.recordClass,
    note: given.note === '' ? null : given.note,
    area_id: person.areaId,
    created_at: ctx.now,
    sent_at: ctx.now,
    ...dueColumns(await loadDeadlineBook(ctx, person.areaId), expected, ctx.now),
  });
  await offer(ctx, row, found);
  return toReferral(row);
}

/** Takes an unanswered referral back from its partner and opens it to all others who may be asked. Refuses `step_not_possible` once answered. */
export async function turnOpen(ctx: Ctx<Tables>, given: TurnOpen): Promise<Referral> {
  const row = (await lockReferral(ctx.db, ctx.actor, given.referralId)) ?? refuse('referral_not_found');
  const parties = { organisationId: row.organisation_id, fromOrganisationId: row.from_organisation_id };
  if (sideOf(ctx.actor, parties) !== 'requester') refuse('referral_not_found');
  if (row.version !== given.version) refuse('referral_changed');
  if (row.status !== 'requested' || row.organisation_id === null) refuse('step_not_possible');
  const found = await findCandidates(ctx, {
    personId: row.person_id,
    needCode: row.need_code,
    areaId: row.area_id,
    recordClass: row.record_class,
    categories: [...categoriesOf(row.note)],
    fromOrganisationId: row.from_organisation_id,
    without: row.organisation_id,
  });
  const expected = { stage: 'claim' as const, needCode: row.need_code, organisationId: null, priority: row.priority };
  const due = dueColumns(await loadDeadlineBook(ctx, row.area_id), expected, ctx.now);
  const nobodys = { service_id: null, organisation_id: null, consent_id: null, override_id: null };
  const opened = await changeReferral(ctx.db, row, { ...nobodys, ...dueValues(due) });
  const same = { from: row.status, to: row.status, side: 'requester', note: '', actor: ctx.actor } as const;
  await insertStep(ctx.db, { row, step: 'open', ...same, reasonCode: 'no_answer', now: ctx.now });
  await offer(ctx, opened, found);
  return toReferral(opened);
}
