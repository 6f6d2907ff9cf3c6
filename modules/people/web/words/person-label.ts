import type { Formats, Translate } from '@qantara/kernel';
import type { PersonCard } from '../../contract/index.ts';

/** What stands in the place of a name that is not known yet: whose record it is tells the area and the month it began in. */
export function personLabel(
  person: Pick<PersonCard, 'displayName' | 'createdAt'>,
  area: string | null,
  { t, formats }: { t: Translate; formats: Formats },
): string {
  if (person.displayName !== null) return person.displayName;
  const month = formats.month(person.createdAt);
  return area === null ? t('people.card.no_name_month', { month }) : t('people.card.no_name_area', { area, month });
}
