import type { Client } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import { STEP_ROUTES, type ReferralId, type referralsRoutes, type ReferralStep } from '../../contract/index.ts';
import { stepOf } from './step-of.ts';

type Api = Client<typeof referralsRoutes>;

type Given = { referralId: ReferralId; values: FormValues; commandId: string };

/** Takes a step of a referral through the route of that step. A draft is sent by `sendReferrals`, not here. */
export async function takeStepOn(api: Api, step: ReferralStep, given: Given): Promise<void> {
  if (step === 'send') return;
  const { referralId, values, commandId } = given;
  await api[STEP_ROUTES[step]]({ referralId, ...stepOf(values) }, { commandId });
}
