import { refuse } from '@qantara/kernel';

type Tried = { outcome: string; waitSeconds: number };

/** A wrong answer, and a wait, as refusals of the form that was sent; a wait says how long, in minutes. */
export function refuseOutcome({ outcome, waitSeconds }: Tried, codes: { wrong: string; locked: string }): void {
  if (outcome === 'wrong') refuse(codes.wrong);
  if (outcome === 'locked') refuse(codes.locked, { values: { minutes: Math.ceil(waitSeconds / 60) } });
}
