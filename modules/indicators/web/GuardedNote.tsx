import { EmptyState, Notice, usePage } from '@qantara/ui';
import { LEAST_SHOWN, OF_A_PERSON } from '../domain/index.ts';
import type { FigureTable } from '../contract/index.ts';

/** What has to be known before rows of what people are, or are in, are read: some are held back, and cohorts are no parts of the whole. */
export function GuardedNote({ tables }: { tables: FigureTable[] }) {
  const { t } = usePage();
  const [first] = tables;
  if (first === undefined || !OF_A_PERSON.includes(first.by)) return null;
  const isPopulation = first.by === 'population';
  if (isPopulation && first.rows.length === 0) return <EmptyState title={t('indicators.populations.none')} />;
  return (
    <Notice>
      {isPopulation ? <p>{t('indicators.populations.overlap')}</p> : null}
      <p>{t('indicators.suppressed_note', { count: LEAST_SHOWN - 1 })}</p>
    </Notice>
  );
}
