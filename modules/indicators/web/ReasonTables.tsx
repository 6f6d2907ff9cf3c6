import { DataTable, usePage } from '@qantara/ui';
import type { ReasonMix } from '../contract/index.ts';

type Counted = { key: string; words: string; count: number };

function Reasons({ title, rows }: { title: string; rows: Counted[] }) {
  const { t, formats } = usePage();
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  return (
    <DataTable<Counted>
      caption={title}
      rows={rows}
      keyOf={({ key }) => key}
      columns={[
        { key: 'reason', heading: t('indicators.reasons.reason'), cell: ({ words }) => words },
        {
          key: 'count',
          heading: t('indicators.reasons.count'),
          isNumber: true,
          cell: ({ count }) => formats.number(count),
        },
        {
          key: 'share',
          heading: t('indicators.reasons.share'),
          isNumber: true,
          cell: ({ count }) => formats.percent(count / all),
        },
      ]}
    />
  );
}

/** Why partners say no, why help failed, and why people say that it did not come: each out of its own whole. */
export function ReasonTables({ mix }: { mix: ReasonMix }) {
  const { t } = usePage();
  const coded = (rows: ReasonMix['refused']): Counted[] =>
    rows.map(({ reasonCode, count }) => ({ key: reasonCode, words: t(`referrals.reason.${reasonCode}`), count }));
  const own = mix.saidWhy.map(({ whyNot, count }) => ({ key: whyNot, words: t(`referrals.why_not.${whyNot}`), count }));
  return (
    <>
      <Reasons title={t('indicators.reasons.refused')} rows={coded(mix.refused)} />
      <Reasons title={t('indicators.reasons.not_helped')} rows={coded(mix.notHelped)} />
      <Reasons title={t('indicators.reasons.said_why')} rows={own} />
    </>
  );
}
