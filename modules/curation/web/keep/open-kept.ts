import { Refusal } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type KeptEntries } from '../../contract/index.ts';

const NOT_VALID = new Set(['link_not_valid', 'invalid_input']);

/** What a link opens; null where it is none, is too old or was revoked: all of them have one answer. */
export async function openKept(context: LoaderFunctionArgs['context'], token = ''): Promise<KeptEntries | null> {
  try {
    return await apiOf(context, curationRoutes).openLink({ token });
  } catch (fault) {
    if (fault instanceof Refusal && NOT_VALID.has(fault.code)) return null;
    throw fault;
  }
}
