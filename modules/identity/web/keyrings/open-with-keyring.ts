import { refuse } from '@qantara/kernel';
import { apiOf, type FormValues } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type KeyringProof } from '../../contract/index.ts';
import { refuseOutcome } from '../own/refuse-outcome.ts';

const REFUSED = { wrong: 'keyring_wrong', locked: 'keyring_locked' };

/** The name and the password that were typed. Refuses where one is missing. */
export function proofOf(values: FormValues): KeyringProof {
  const given = { signInName: values.text('signInName') ?? '', password: values.text('password') ?? '' };
  const missing = (['signInName', 'password'] as const).filter((name) => given[name] === '');
  if (missing.length > 0)
    refuse('invalid_input', { fields: missing.map((path) => ({ path, code: 'required' as const })) });
  return given;
}

/** A wrong answer of the server, and a wait, as refusals of the form. */
export function refuseTried(tried: { outcome: string; waitSeconds: number }): void {
  refuseOutcome(tried, REFUSED);
}

/** Opens the personal account; gives the page that follows: of several requests one is chosen first. */
export async function openWithKeyring(context: LoaderFunctionArgs['context'], values: FormValues): Promise<string> {
  const opened = await apiOf(context, identityRoutes).openKeyring(proofOf(values));
  refuseTried(opened);
  return opened.requests > 1 ? '/follow/account' : '/follow';
}
