import { FigureText, PeriodText } from '@qantara/indicators/web';
import { DataTable, LocalText, StatusBadge, usePage, type Column } from '@qantara/ui';
import type { Item, Target } from '../../contract/index.ts';
import { toneOfStatus } from '../tones.ts';
import { isOfYear } from './report-of.ts';

export type ReportTime = { year: number; today: string };

function YearFigure({ target, year, today }: ReportTime & { target: Target }) {
  const { t } = usePage();
  const { indicator, current } = target;
  return (
    <>
      {isOfYear(target, year) ? null : <small>{t('plan.annual.no_figure', { year: String(year) })}</small>}
      <FigureText value={current.total.value} unit={indicator.unit} state={current.total.state} />
      <small>
        <PeriodText period={current.period} today={today} />
      </small>
    </>
  );
}

function GoalFigure({ target }: { target: Target }) {
  const { t, formats } = usePage();
  const { goal, target: change, indicator, dueOn } = target;
  const share = formats.percent(Math.abs(change));
  const words = change < 0 ? t('plan.target.less', { share }) : t('plan.target.more', { share });
  return (
    <>
      {goal === null ? <span>{words}</span> : <FigureText value={goal} unit={indicator.unit} />}
      <small>{t('plan.target.due', { day: formats.date(dueOn) })}</small>
    </>
  );
}

function useTargetColumns({ year, today }: ReportTime): Column<Target>[] {
  const { t, href } = usePage();
  return [
    {
      key: 'measure',
      heading: t('plan.annual.measure'),
      cell: ({ indicator }) => (
        <a href={href(`/plan/indicators/${indicator.code}`)}>
          <LocalText value={indicator.name} quiet />
        </a>
      ),
    },
    {
      key: 'baseline',
      heading: t('plan.target.baseline'),
      cell: ({ baseline, baselineState, baselineStartsOn, indicator }) => (
        <>
          <FigureText value={baseline} unit={indicator.unit} state={baselineState} />
          {baselineStartsOn === null ? null : <small>{baselineStartsOn.slice(0, 4)}</small>}
        </>
      ),
    },
    {
      key: 'figure',
      heading: t('plan.annual.figure_of', { year: String(year) }),
      cell: (target) => <YearFigure target={target} year={year} today={today} />,
    },
    { key: 'goal', heading: t('plan.target.goal'), cell: (target) => <GoalFigure target={target} /> },
    {
      key: 'status',
      heading: t('plan.annual.status'),
      cell: ({ status }) => <StatusBadge tone={toneOfStatus(status)} label={t(`plan.status.${status}`)} />,
    },
  ];
}

/** An aim with its targets: where each began, its figure of the year, where it is to be, and how it stands in words. */
export function AimTable({ aim, year, today }: ReportTime & { aim: Item }) {
  const { t, text } = usePage();
  const columns = useTargetColumns({ year, today });
  return (
    <section className="annual-aim">
      <h3>
        <span className="plan-number">{aim.number}</span> <LocalText value={aim.title} quiet />
      </h3>
      <DataTable
        caption={t('plan.annual.targets_of', { aim: text(aim.title).text })}
        hidesCaption
        columns={columns}
        rows={aim.targets}
        keyOf={({ targetId }) => targetId}
        empty={<p>{t('plan.annual.no_targets')}</p>}
      />
    </section>
  );
}
