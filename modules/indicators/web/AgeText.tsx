import { usePage } from '@qantara/ui';

/** How old the newest record behind a figure is; a figure from elsewhere has the age of its period. */
export function AgeText({ asOf }: { asOf: string | null }) {
  const { t, formats } = usePage();
  if (asOf === null) return null;
  return <span>{t('indicators.as_of', { day: formats.date(asOf) })}</span>;
}
