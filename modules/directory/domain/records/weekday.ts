import { foldText } from '@qantara/kernel';

/** RFC 5545 days, Monday first, as HSDS 3.x writes them, and the names that older packages use. */
const DAYS: readonly string[][] = [
  ['mo', 'monday', 'mon', 'lundi', 'اثنين'],
  ['tu', 'tuesday', 'tue', 'tues', 'mardi', 'ثلاثاء'],
  ['we', 'wednesday', 'wed', 'mercredi', 'اربعاء'],
  ['th', 'thursday', 'thu', 'thurs', 'jeudi', 'خميس'],
  ['fr', 'friday', 'fri', 'vendredi', 'جمعه'],
  ['sa', 'saturday', 'sat', 'samedi', 'سبت'],
  ['su', 'sunday', 'sun', 'dimanche', 'احد'],
];

/** The RFC 5545 codes, Monday first. */
export const DAY_CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The day of the week, 1 Monday to 7 Sunday, from a number (0 is Sunday too), an RFC 5545 code (`2MO` is one) or a name. */
export function weekdayOf(said: string): number | undefined {
  const plain = said.trim();
  if (/^[0-7]$/.test(plain)) return plain === '0' ? 7 : Number(plain);
  const name = foldText(plain.replace(/^[+-]?\d+/, ''));
  const index = DAYS.findIndex((names) => names.includes(name));
  return index === -1 ? undefined : index + 1;
}
