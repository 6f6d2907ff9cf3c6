import { usePage } from '@qantara/ui';

const FIELDS = [
  'displayName',
  'agreedHow',
  'birthYear',
  'birthMonth',
  'birthDay',
  'estimatedAge',
  'genderWords',
  'languages',
  'contactPoints',
] as const;

/** What the summary of errors calls the fields of a person's form. */
export function usePersonLabels(): Record<string, string> {
  const { t } = usePage();
  return Object.fromEntries(FIELDS.map((field) => [field, t(`people.field.${field}`)]));
}
