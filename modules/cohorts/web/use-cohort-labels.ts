import { usePage } from '@qantara/ui';

const FIELDS = [
  'kind',
  'name',
  'purpose',
  'description',
  'organisationId',
  'startsOn',
  'lastDay',
  'capacity',
  'ageFrom',
  'ageTo',
  'needCodes',
  'childUnder',
] as const;

/** What the summary of errors calls the fields of a cohort's form. */
export function useCohortLabels(): Record<string, string> {
  const { t } = usePage();
  return Object.fromEntries(FIELDS.map((field) => [field, t(`cohorts.field.${field}`)]));
}
