import type { Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import {
  CommandForm,
  DataTable,
  EmptyState,
  LocalText,
  searchWith,
  StatusBadge,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { Link } from 'react-router';
import type { Indicator, Observation } from '../../contract/index.ts';
import { FigureText } from '../FigureText.tsx';
import { PeriodText } from '../PeriodText.tsx';
import { useCutWords } from './use-cut-words.ts';

type TableProps = {
  indicator: Indicator;
  observations: Observation[];
  areas: Area[];
  today: string;
  mayApprove: boolean;
};

function Value({ indicator, observation }: { indicator: Indicator; observation: Observation }) {
  const { t, formats } = usePage();
  const { note, value, interval } = observation;
  if (note !== null) return <LocalText value={note} />;
  const said = (bound: number): string =>
    indicator.unit === 'ratio' ? formats.percent(bound) : formats.number(Math.round(bound * 10) / 10);
  return (
    <>
      <FigureText value={value} unit={indicator.unit} />
      {interval === null ? null : (
        <span className="hint">
          {' '}
          {t('indicators.series.interval', { low: said(interval.low), high: said(interval.high) })}
        </span>
      )}
    </>
  );
}

type StandingProps = { observation: Observation; others: readonly Observation[]; mayApprove: boolean };

function Standing({ observation, others, mayApprove }: StandingProps) {
  const { t } = usePage();
  const { state, areaId, startsOn, isTold } = observation;
  const waiting = others.filter(
    (one) => one.areaId === areaId && one.startsOn === startsOn && one.state === 'provisional',
  );
  return (
    <>
      <StatusBadge tone={state === 'approved' ? 'done' : 'waiting'} label={t(`indicators.observed.${state}`)} />
      {state === 'approved' ? (
        <p className="hint">{t(isTold ? 'indicators.series.told' : 'indicators.series.not_told')}</p>
      ) : null}
      {state === 'provisional' ? (
        <p>
          <Link to={`${searchWith('', { area: areaId, starts: startsOn, cut: observation.cut })}#observation`}>
            {t('indicators.series.correct')}
          </Link>
        </p>
      ) : null}
      {mayApprove && state === 'provisional' ? (
        <CommandForm id={`approve-${areaId}-${startsOn}-${observation.cut}`} className="one-button">
          <input type="hidden" name="areaId" value={areaId} />
          <input type="hidden" name="startsOn" value={startsOn} />
          {waiting.map(({ cut, version }) => (
            <input key={cut} type="hidden" name="seen[]" value={cut === '' ? version : `${version} ${cut}`} />
          ))}
          <SubmitButton kind="plain" intent="approve">
            {t('indicators.series.approve')}
          </SubmitButton>
        </CommandForm>
      ) : null}
    </>
  );
}

/** What was brought in of a measure, period by period, with where chance alone would put it. */
export function ObservationsTable({ indicator, observations, areas, today, mayApprove }: TableProps) {
  const { t, text } = usePage();
  const cutWords = useCutWords();
  const nameOf = (areaId: string): string => text(areaName(areas, areaId) ?? {}).text;
  return (
    <DataTable<Observation>
      caption={t('indicators.series.values')}
      rows={observations}
      keyOf={({ areaId, startsOn, cut }) => `${areaId} ${startsOn} ${cut}`}
      empty={<EmptyState title={t('indicators.series.none')} />}
      columns={[
        {
          key: 'period',
          heading: t('indicators.series.period'),
          cell: (one) => <PeriodText period={one} today={today} />,
        },
        { key: 'area', heading: t('indicators.field.areaId'), cell: ({ areaId }) => nameOf(areaId) },
        { key: 'cut', heading: t('indicators.field.cut'), cell: ({ cut }) => cutWords(cut) },
        {
          key: 'value',
          heading: t('indicators.field.value'),
          cell: (observation) => <Value indicator={indicator} observation={observation} />,
        },
        {
          key: 'state',
          heading: t('indicators.series.state'),
          cell: (observation) => <Standing observation={observation} others={observations} mayApprove={mayApprove} />,
        },
      ]}
    />
  );
}
