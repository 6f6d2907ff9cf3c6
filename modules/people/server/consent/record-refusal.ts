import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { ConsentRefusal, NewRefusal } from '../../contract/index.ts';
import { isStillAgreed } from '../../domain/index.ts';
import { findPerson } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { listConsents } from './consent-store.ts';
import { checkAsked } from './record-consent.ts';
import { insertRefusal } from './refusal-store.ts';

/**
 * Records that somebody was asked and said no, so that nobody asks again at once. Refuses `consent_in_force` where they agreed to the
 * same before: then the no is a withdrawal, which stops what passes.
 */
export async function recordRefusal(ctx: Ctx<PeopleTables>, given: NewRefusal): Promise<ConsentRefusal> {
  if ((await findPerson(ctx.db, ctx.actor, given.personId)) === undefined) refuse('person_not_found');
  await checkAsked(ctx, given);
  if (isStillAgreed(await listConsents(ctx.db, given.personId), given, ctx.now)) refuse('consent_in_force');
  const { accountId, organisationId } = ctx.actor;
  const refusal = await insertRefusal(ctx.db, given, { accountId, organisationId, now: ctx.now });
  const { purpose, textNumber, locale, reasonCode, saidBy, recipients } = refusal;
  ctx.emit({
    type: 'consent.refused',
    subject: refusal.refusalId,
    personId: given.personId,
    data: { purpose, textNumber, locale, reasonCode, saidBy, recipients },
  });
  return refusal;
}
