import type { Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import { Bdi, DataTable, DateText, usePage } from '@qantara/ui';
import type { FormerObservation, Indicator } from '../../contract/index.ts';
import { useCutWords } from './use-cut-words.ts';

type FormerProps = { former: FormerObservation[]; indicator: Indicator; areas: Area[] };

/** What was said before it was corrected, when, and why. */
export function FormerTable({ former, indicator, areas }: FormerProps) {
  const { t, text, formats } = usePage();
  const cutWords = useCutWords();
  if (former.length === 0) return null;
  const said = ({ numerator, denominator, value }: FormerObservation): string => {
    if (numerator !== null && denominator !== null)
      return t('indicators.counts', { numerator: formats.number(numerator), denominator: formats.number(denominator) });
    const number = numerator ?? value;
    if (number === null) return '—';
    return indicator.unit === 'ratio' ? formats.percent(number) : formats.number(number);
  };
  return (
    <DataTable<FormerObservation>
      caption={t('indicators.series.former')}
      rows={former}
      keyOf={({ areaId, startsOn, cut, version }) => `${areaId} ${startsOn} ${cut} ${version}`}
      columns={[
        {
          key: 'starts',
          heading: t('indicators.field.startsOn'),
          cell: ({ startsOn }) => <DateText value={startsOn} />,
        },
        {
          key: 'area',
          heading: t('indicators.field.areaId'),
          cell: ({ areaId }) => text(areaName(areas, areaId) ?? {}).text,
        },
        { key: 'cut', heading: t('indicators.field.cut'), cell: ({ cut }) => cutWords(cut) },
        { key: 'said', heading: t('indicators.series.said'), cell: said },
        { key: 'reason', heading: t('indicators.field.reason'), cell: ({ reason }) => <Bdi>{reason}</Bdi> },
        {
          key: 'at',
          heading: t('indicators.series.replaced'),
          cell: ({ replacedAt }) => <DateText value={replacedAt} />,
        },
      ]}
    />
  );
}
