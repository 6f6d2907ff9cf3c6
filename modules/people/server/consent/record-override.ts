import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { NewOverride, SharingOverride } from '../../contract/index.ts';
import { findPerson } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { insertOverride, saveOverrideEnd } from './override-store.ts';
import { checkAsked, minorityNow } from './record-consent.ts';

type PeopleCtx = Ctx<PeopleTables>;

/**
 * Shares without consent by a lawful basis: for named partners, these data, and the time that the basis gives. Told to the person
 * unless it says why not, and always to the privacy officer. Refuses `basis_needs_child` for somebody who is of age.
 */
export async function recordOverride(ctx: PeopleCtx, given: NewOverride): Promise<SharingOverride> {
  const person = (await findPerson(ctx.db, ctx.actor, given.personId)) ?? refuse('person_not_found');
  await checkAsked(ctx, { recipients: given.recipients, purpose: given.purpose });
  if (given.basis === 'child_at_risk' && (await minorityNow(ctx, person)) === 'adult')
    refuse('basis_needs_child', { fields: [{ path: 'basis', code: 'basis_needs_child' }] });
  const { accountId, organisationId } = ctx.actor;
  const override = await insertOverride(ctx.db, given, { accountId, organisationId, now: ctx.now });
  const { basis, categories, recipients, telling } = override;
  ctx.emit({
    type: 'sharing.overridden',
    subject: override.overrideId,
    personId: given.personId,
    data: { basis, categories, recipients, telling },
    after: { reason: given.reason },
  });
  return override;
}

/** Ends it before its time. The next read under it finds nothing. */
export async function endOverride(
  ctx: PeopleCtx,
  of: { personId: string; overrideId: string },
): Promise<{ done: true }> {
  if ((await findPerson(ctx.db, ctx.actor, of.personId)) === undefined) refuse('person_not_found');
  const isEnded = await saveOverrideEnd(ctx.db, of, { accountId: ctx.actor.accountId, now: ctx.now });
  if (isEnded === undefined) refuse('override_not_found');
  if (isEnded === false) refuse('override_ended');
  ctx.emit({ type: 'sharing.override_ended', subject: of.overrideId, personId: of.personId });
  return { done: true };
}
