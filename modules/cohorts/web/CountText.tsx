import { NumberText, usePage } from '@qantara/ui';

/** How many; or that it is fewer than may be said. */
export function CountText({ count }: { count: number | null }) {
  const { t } = usePage();
  return count === null ? <>{t('cohorts.fewer')}</> : <NumberText value={count} />;
}
