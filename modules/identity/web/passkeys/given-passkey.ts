import { refuse } from '@qantara/kernel';
import type { FormValues } from '@qantara/ui';
import type { GivenPasskey } from '../../contract/index.ts';

/** What a browser's key answered, as the form brought it. Refuses `passkey_not_valid` where it brought nothing. */
export function givenPasskey(values: FormValues): GivenPasskey {
  const challengeId = values.text('challengeId');
  const credential = values.text('credential');
  if (challengeId === undefined || credential === undefined) return refuse('passkey_not_valid');
  return { challengeId, credential };
}
