import { Refusal } from '@qantara/kernel';
import { apiOf } from '@qantara/ui';
import { redirect, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type Keyring } from '../../contract/index.ts';

type Given = Pick<LoaderFunctionArgs, 'context' | 'params'>;

/** The personal account of whoever opened a request; who opened none is led to where that is done. */
export async function ownKeyring({ context, params }: Given): Promise<Keyring> {
  try {
    return await apiOf(context, identityRoutes).getKeyring({});
  } catch (fault) {
    if (fault instanceof Refusal && ['not_signed_in', 'not_allowed'].includes(fault.code))
      throw redirect(`/${params['locale']}/follow`);
    throw fault;
  }
}

/** The same for pages that only whoever signed in with the account may see. */
export async function signedInKeyring(given: Given): Promise<Keyring> {
  const keyring = await ownKeyring(given);
  if (!keyring.isSignedIn) throw redirect(`/${given.params['locale']}/follow/account`);
  return keyring;
}
