import type { Client, InputOf } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import type { ItemId, planRoutes } from '../../contract/index.ts';

type Api = Client<typeof planRoutes>;
type Doing = { api: Api; input: Record<string, unknown>; command: { commandId: string } };

/** What each button of a node's page does. */
const STEPS: Record<string, (doing: Doing) => Promise<unknown>> = {
  change: ({ api, input, command }) => api.changeItem(input as InputOf<typeof planRoutes.changeItem>, command),
  remove: ({ api, input, command }) => api.removeItem(input as InputOf<typeof planRoutes.removeItem>, command),
  target: ({ api, input, command }) => api.addTarget(input as InputOf<typeof planRoutes.addTarget>, command),
  untarget: ({ api, input, command }) => api.removeTarget(input as InputOf<typeof planRoutes.removeTarget>, command),
};

/** Takes the step that was asked for; says whether it was about the node or about what it aims at. */
export async function takeItemStep(
  api: Api,
  values: FormValues,
  { itemId, commandId }: { itemId: ItemId; commandId: string },
): Promise<'item' | 'target'> {
  const intent = values.text('intent') ?? '';
  await STEPS[intent]?.({ api, input: { ...values.toObject(), itemId }, command: { commandId } });
  return intent.endsWith('target') ? 'target' : 'item';
}
