import { textIn, type Locale } from '@qantara/kernel';
import type { Organisation } from '../contract/index.ts';
import type { Choice } from '@qantara/ui';

/** Organisations to choose from, in the order of their names as the reader reads them. */
export function organisationChoices(
  organisations: Pick<Organisation, 'organisationId' | 'name'>[],
  locale: Locale,
): Choice[] {
  return organisations
    .map(({ organisationId, name }) => ({ value: organisationId as string, label: textIn(name, locale).text }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
}
