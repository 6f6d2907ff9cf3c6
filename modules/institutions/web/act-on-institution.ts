import { Refusal, type Client, type Command } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import type {
  AddShortcoming,
  CorrectShortcoming,
  CountPlaces,
  institutionsRoutes,
  JudgeShortcoming,
  PlanInspection,
  RecordInspection,
  RecordVisit,
  TakeLicenceStep,
} from '../contract/index.ts';

type Api = Client<typeof institutionsRoutes>;
type Act = (api: Api, input: unknown, command: Command) => Promise<unknown>;

/** What the buttons of an institution's page do. The routes parse what the forms send: here it is only handed on. */
const ACTS: Record<string, Act> = {
  licence: (api, input, command) => api.takeLicenceStep(input as TakeLicenceStep, command),
  places: (api, input, command) => api.countPlaces(input as CountPlaces, command),
  plan: (api, input, command) => api.planInspection(input as PlanInspection, command),
  visit: (api, input, command) => api.recordVisit(input as RecordVisit, command),
  record: (api, input, command) => api.recordInspection(input as RecordInspection, command),
  cancel: (api, input, command) => api.cancelInspection(input as JudgeShortcoming & RecordInspection, command),
  shortcoming: (api, input, command) => api.addShortcoming(input as AddShortcoming, command),
  correct: (api, input, command) => api.correctShortcoming(input as CorrectShortcoming, command),
  verify: (api, input, command) => api.verifyShortcoming(input as JudgeShortcoming, command),
  return: (api, input, command) => api.returnShortcoming(input as JudgeShortcoming, command),
};

/** Does what was pressed on the page of this institution. A press that is none of ours is a form that cannot be read. */
export async function actOnInstitution(
  api: Api,
  institutionId: string,
  given: { values: FormValues; commandId: string },
): Promise<void> {
  const act = ACTS[given.values.text('intent') ?? ''];
  if (act === undefined) throw new Refusal('invalid_input');
  await act(api, { ...given.values.toObject(), institutionId }, { commandId: given.commandId });
}
