import { usePage } from '@qantara/ui';

const FIELDS = ['needs', 'wants', 'safeContact', 'contactKind', 'contactValue', 'contactNote', 'displayName'];

/** What the fields of asking for help are called in the summary of errors. */
export function useAskLabels(): Record<string, string> {
  const { t } = usePage();
  const labels = FIELDS.map((name) => [name, t(`screening.field.${name}`)] as const);
  return { ...Object.fromEntries(labels), areaId: t('screening.ask.area') };
}
