import { DataTable, EmptyState, Notice, StatusBadge, usePage } from '@qantara/ui';
import type { Audit, AuditedCell } from '../contract/index.ts';

/** The bounds of a number as they are said: from, to; or from, without an end. */
function BoundsText({ low, high }: Pick<AuditedCell, 'low' | 'high'>) {
  const { t, formats } = usePage();
  if (high === null) return t('disclosure.bounds_open', { low: formats.number(low) });
  return t('disclosure.bounds', { low: formats.number(low), high: formats.number(high) });
}

/** What somebody who kept every release could say of each number that this one hides. */
export function AuditedCells({ audit, nameOf }: { audit: Audit; nameOf: (code: string) => string }) {
  const { t } = usePage();
  const { cells, suppressed } = audit;
  const isSafe = cells.every(({ isAllowed }) => isAllowed);
  return (
    <section>
      <h2>{t('disclosure.audit')}</h2>
      <p>{t('disclosure.audit_text')}</p>
      {suppressed === 0 ? (
        <EmptyState title={t('disclosure.audit_nothing')} />
      ) : (
        <>
          <Notice
            kind={isSafe ? 'success' : 'danger'}
            title={t(isSafe ? 'disclosure.audit_safe' : 'disclosure.audit_breach')}
          >
            {cells.length < suppressed ? (
              <p>{t('disclosure.audit_part', { count: cells.length, all: suppressed })}</p>
            ) : null}
          </Notice>
          <DataTable<AuditedCell>
            caption={t('disclosure.audit_caption')}
            rows={cells}
            keyOf={({ at, number }) => `${at.join('|')}|${number}`}
            columns={[
              { key: 'at', heading: t('disclosure.where'), cell: ({ at }) => <bdi>{at.map(nameOf).join(' · ')}</bdi> },
              { key: 'number', heading: t('disclosure.which'), cell: ({ number }) => t(`disclosure.number.${number}`) },
              { key: 'bounds', heading: t('disclosure.between'), cell: (cell) => <BoundsText {...cell} /> },
              {
                key: 'ok',
                heading: t('disclosure.state'),
                cell: ({ isAllowed }) => (
                  <StatusBadge
                    tone={isAllowed ? 'done' : 'attention'}
                    label={t(isAllowed ? 'disclosure.wide' : 'disclosure.narrow')}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}
