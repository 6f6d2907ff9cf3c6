import type { Client } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import { LeaveReason, ReferralStep, type ReferralId, type referralsRoutes } from '../../contract/index.ts';
import { takeStepOn } from './take-step-on.ts';

type Api = Client<typeof referralsRoutes>;
type Given = { referralId: ReferralId; values: FormValues; commandId: string };

/** What the page of a referral does besides the steps of its lifecycle, by the button that was pressed. */
const ACTS: Record<string, (api: Api, given: Given) => Promise<unknown>> = {
  open: (api, { referralId, values, commandId }) =>
    api.turnOpen({ referralId, version: values.text('version') ?? '' }, { commandId }),
  leave_onward: (api, { referralId, commandId }) => api.leaveOnward({ referralId }, { commandId }),
  take_place: (api, { referralId, commandId }) => api.answerOffer({ referralId, answer: 'accept' }, { commandId }),
  leave_place: (api, { referralId, commandId }) => api.answerOffer({ referralId, answer: 'decline' }, { commandId }),
  leave_list: (api, { referralId, values, commandId }) => {
    const reasonCode = LeaveReason.extract(['own_wish', 'helped_elsewhere']).catch('own_wish');
    return api.leaveWaitList({ referralId, reasonCode: reasonCode.parse(values.text('reasonCode')) }, { commandId });
  },
};

/** Does what was pressed on the page of a referral. */
export async function actOnReferral(api: Api, given: Given): Promise<void> {
  const intent = given.values.text('intent') ?? '';
  const act = ACTS[intent];
  if (act === undefined) await takeStepOn(api, ReferralStep.parse(intent), given);
  else await act(api, given);
}
