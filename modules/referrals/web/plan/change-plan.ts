import type { Client, InputOf } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import type { referralsRoutes } from '../../contract/index.ts';

type Routes = typeof referralsRoutes;
type Given = { personId: string; values: FormValues; commandId: string };

/** Changes a care plan by the button that was pressed. */
export async function changePlan(api: Client<Routes>, { personId, values, commandId }: Given): Promise<void> {
  const input = { ...values.toObject(), personId };
  const command = { commandId };
  const acts: Record<string, () => Promise<unknown>> = {
    start: () => api.startPlan(input as InputOf<Routes['startPlan']>, command),
    review: () => api.reviewPlan(input as InputOf<Routes['reviewPlan']>, command),
    lead: () => api.changeLead(input as InputOf<Routes['changeLead']>, command),
    goal: () => api.addGoal(input as InputOf<Routes['addGoal']>, command),
    reached: () => api.endGoal({ ...input, state: 'reached' } as InputOf<Routes['endGoal']>, command),
    given_up: () => api.endGoal({ ...input, state: 'given_up' } as InputOf<Routes['endGoal']>, command),
  };
  await acts[values.text('intent') ?? '']?.();
}
