import type { InputOf } from '@qantara/kernel';
import { apiOf, isFormAnswer, type FormAnswer, type FormValues } from '@qantara/ui';
import type { ActionFunctionArgs } from 'react-router';
import { curationRoutes, type LikeRecord } from '../../../contract/index.ts';

type EntryAnswer = FormAnswer & { alike: LikeRecord[] };
type Given = { values: FormValues; organisationId: string | null; commandId: string };

/** Adds the entry, or comes back with what is like it and everything that was typed. */
export async function saveEntry(
  context: ActionFunctionArgs['context'],
  { values, organisationId, commandId }: Given,
): Promise<EntryAnswer | { serviceId: string }> {
  const api = apiOf(context, curationRoutes);
  const { isSureNew, ...said }: Record<string, unknown> = { ...values.toObject(), organisationId };
  const input = { ...said, isSureNew: isSureNew === true } as InputOf<typeof curationRoutes.createEntry>;
  const hasName = typeof said['name'] === 'object';
  const { alike } = isSureNew === true || !hasName ? { alike: [] } : await api.findAlike(input);
  if (alike.length > 0) return { kind: 'form-answer', form: 'entry', refusal: null, typed: values.typed(), alike };
  return api.createEntry(input, { commandId });
}

/** What is like the entry, where the form came back for it; once asked, the question stays until it is answered. */
export function alikeIn(data: unknown): LikeRecord[] | null {
  if (!isFormAnswer(data)) return null;
  if ('alike' in data) return (data as EntryAnswer).alike;
  return 'isSureNew' in data.typed || data.refusal?.code === 'entry_may_exist' ? [] : null;
}
