import { EmptyState, Notice, usePage } from '@qantara/ui';
import { LEAST_SHOWN } from '../domain/index.ts';
import type { FigureTable } from '../contract/index.ts';

/** What has to be known before rows of cohorts are read: they are no parts of the whole, and some are held back. */
export function PopulationsNote({ tables }: { tables: FigureTable[] }) {
  const { t } = usePage();
  const [first] = tables;
  if (first?.by !== 'population') return null;
  if (first.rows.length === 0) return <EmptyState title={t('indicators.populations.none')} />;
  return (
    <Notice>
      <p>{t('indicators.populations.overlap')}</p>
      <p>{t('indicators.suppressed_note', { count: LEAST_SHOWN - 1 })}</p>
    </Notice>
  );
}
