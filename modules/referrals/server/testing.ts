import type { Actor } from '@qantara/kernel';
import { saveService } from '@qantara/directory/server';
import { actorInRole, get, inSystem } from '@qantara/identity/testing';
import type { PeopleBench } from '@qantara/people/testing';
import type { ServerModule } from '@qantara/platform';
import { openScreeningBench } from '@qantara/screening/testing';
import type { Referral, SendReferrals } from '../contract/index.ts';
import { referralsModule } from './index.ts';

/** The hub's navigator, two partners with a service each, and somebody at each of them. */
export type ReferralsBench = PeopleBench & {
  services: Record<'food' | 'law', string>;
  partners: Record<'food' | 'law', Actor>;
};

/** Everything below, those given, and two services that answer the need for food. */
export async function openReferralsBench(modules: ServerModule[] = []): Promise<ReferralsBench> {
  const bench = await openScreeningBench([referralsModule, ...modules]);
  const { food, law } = bench.organisations;
  const serviceOf = (organisationId: string): Promise<string> =>
    inSystem(bench, (ctx) => saveService(ctx, { organisationId, name: { en: 'Meals' }, needCodes: ['food'] }));
  return {
    ...bench,
    services: { food: await serviceOf(food), law: await serviceOf(law) },
    partners: { food: actorInRole('partner', food), law: actorInRole('partner', law) },
  };
}

/** What a navigator sends: one need to the food partner, unless the test says otherwise. */
export function toSend(
  bench: ReferralsBench,
  personId: string,
  changed: Partial<SendReferrals> = {},
): Partial<SendReferrals> {
  return { personId, needCode: 'food', serviceIds: [bench.services.food], ...changed };
}

/** A referral that was sent under a live consent. */
export async function aReferral(bench: ReferralsBench, personId: string): Promise<Referral> {
  const asked = { input: toSend(bench, personId), actor: bench.navigator };
  const { referrals } = await get<{ referrals: Referral[] }>(bench, 'POST /referrals', asked);
  const [referral] = referrals;
  if (referral === undefined) throw new Error('nothing was sent');
  return referral;
}
