import type { InputOf } from '@qantara/kernel';
import { apiOf, isFormAnswer, type FormAnswer, type FormValues } from '@qantara/ui';
import type { ActionFunctionArgs } from 'react-router';
import { curationRoutes, type LikeRecord } from '../../../contract/index.ts';

type LikeAnswer = FormAnswer & { alike: LikeRecord[] };
type Context = ActionFunctionArgs['context'];
type Given = { values: FormValues; commandId: string };
type Asked = { form: string; said: Record<string, unknown>; like: InputOf<typeof curationRoutes.findAlike> | null };

/** The form again with what is like what it adds and everything that was typed; nothing where nothing is, or it was looked at. */
async function askedFirst(
  context: Context,
  { values }: Given,
  { form, said, like }: Asked,
): Promise<LikeAnswer | null> {
  if (said['isSureNew'] === true || like === null) return null;
  const { alike } = await apiOf(context, curationRoutes).findAlike(like);
  return alike.length === 0 ? null : { kind: 'form-answer', form, refusal: null, typed: values.typed(), alike };
}

/** What was typed, with its word on what is like it: whoever has not seen that has not said it. */
function saidIn(values: FormValues): Record<string, unknown> & { isSureNew: boolean } {
  const typed = values.toObject();
  return { ...typed, isSureNew: typed['isSureNew'] === true };
}

const hasName = ({ name }: Record<string, unknown>): boolean => typeof name === 'object';

/** Adds the entry, or comes back with what is like it. */
export async function saveEntry(
  context: Context,
  given: Given & { organisationId: string | null },
): Promise<LikeAnswer | { serviceId: string }> {
  const said = { ...saidIn(given.values), organisationId: given.organisationId };
  const input = said as unknown as InputOf<typeof curationRoutes.createEntry>;
  const asked = await askedFirst(context, given, { form: 'entry', said, like: hasName(said) ? input : null });
  return asked ?? apiOf(context, curationRoutes).createEntry(input, { commandId: given.commandId });
}

/** Adds an organisation alone, or comes back with what is like it. */
export async function saveOrganisation(
  context: Context,
  given: Given,
): Promise<LikeAnswer | { organisationId: string }> {
  const said = saidIn(given.values);
  const input = said as unknown as InputOf<typeof curationRoutes.createOrganisation>;
  const like = hasName(said) ? { organisationName: input.name, phone: input.phone } : null;
  const asked = await askedFirst(context, given, { form: 'organisation', said, like });
  return asked ?? apiOf(context, curationRoutes).createOrganisation(input, { commandId: given.commandId });
}

/** What is like what is added, where the form came back for it; once asked, the question stays until it is answered. */
export function alikeIn(data: unknown): LikeRecord[] | null {
  if (!isFormAnswer(data)) return null;
  if ('alike' in data) return (data as LikeAnswer).alike;
  return 'isSureNew' in data.typed || data.refusal?.code === 'entry_may_exist' ? [] : null;
}
