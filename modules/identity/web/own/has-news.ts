import type { OwnAccount } from '../../contract/index.ts';

/** Whether an account has something to tell its owner before they go on. Invented people need no paper codes. */
export function hasNews({ failedTries, codesLeft, isSample, recovery, livingLink }: OwnAccount): boolean {
  return failedTries > 0 || recovery !== null || livingLink?.purpose === 'recovery' || (codesLeft === 0 && !isSample);
}
