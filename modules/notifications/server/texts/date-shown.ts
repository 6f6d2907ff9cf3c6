import { formatsFor, type Locale } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';

/** A day as a message says it, with the digits that every telephone shows. */
export function dateShown({ timeZone }: Pick<AnyCtx, 'timeZone'>, locale: Locale, day: string): string {
  return formatsFor(locale, { timeZone, numberingSystem: 'latn' }).date(day);
}
