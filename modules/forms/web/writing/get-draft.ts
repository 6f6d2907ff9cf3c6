import { Refusal } from '@qantara/kernel';
import { apiOf, PageRefusal } from '@qantara/ui';
import type { RouterContextProvider } from 'react-router';
import { formsRoutes, type WrittenForm } from '../../contract/index.ts';

/** The draft of a form, for the pages where it is written. Refuses `form_not_found` where there is none. */
export async function getDraft(context: Readonly<RouterContextProvider>, formCode: string): Promise<WrittenForm> {
  const api = apiOf(context, formsRoutes);
  const { versions } = await api.listVersions({ formCode });
  const draft = versions.find(({ state }) => state === 'drafted');
  if (draft === undefined) throw new PageRefusal(new Refusal('form_not_found'));
  return api.getVersion({ formCode, version: draft.version });
}
