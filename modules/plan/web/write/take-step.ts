import type { Client, InputOf } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import type { PlanId, planRoutes } from '../../contract/index.ts';

type Api = Client<typeof planRoutes>;
type Doing = { api: Api; input: Record<string, unknown>; command: { commandId: string } };
type Step = (doing: Doing) => Promise<{ planId: PlanId }>;

/** What each button of a plan's life does. */
const STEPS: Record<string, Step> = {
  publish: ({ api, input, command }) => api.publishPlan(input as InputOf<typeof planRoutes.publishPlan>, command),
  adopt: ({ api, input, command }) => api.adoptPlan(input as InputOf<typeof planRoutes.adoptPlan>, command),
  archive: ({ api, input, command }) => api.archivePlan(input as InputOf<typeof planRoutes.archivePlan>, command),
  next: ({ api, input, command }) => api.nextPlan(input as InputOf<typeof planRoutes.nextPlan>, command),
};

/** Takes the step that was asked for; gives the plan to go on with, which of a next version is the new one. */
export async function takeStep(
  api: Api,
  values: FormValues,
  { planId, commandId }: { planId: PlanId; commandId: string },
): Promise<PlanId> {
  const step = STEPS[values.text('intent') ?? ''];
  const after = await step?.({ api, input: { ...values.toObject(), planId }, command: { commandId } });
  return after?.planId ?? planId;
}
