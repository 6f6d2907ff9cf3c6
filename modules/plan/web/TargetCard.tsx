import { AgeText, FigureText, PeriodText, Takeaway } from '@qantara/indicators/web';
import { lastDayOf, wholeYearOf } from '@qantara/indicators/domain';
import { LocalText, StatusBadge, usePage } from '@qantara/ui';
import type { MeasureYears, Target } from '../contract/index.ts';
import { toneOfStatus } from './tones.ts';

function BaselinePeriod({ target }: { target: Target }) {
  const { formats } = usePage();
  const { baselineStartsOn: startsOn, baselineEndsOn: endsOn } = target;
  if (startsOn === null || endsOn === null) return null;
  const year = wholeYearOf({ startsOn, endsOn });
  return <small>{year ?? `${formats.date(startsOn)} – ${formats.date(lastDayOf({ endsOn }))}`}</small>;
}

/** The value aimed at; where its beginning is not told, the change that was promised. */
function Goal({ target }: { target: Target }) {
  const { t, formats } = usePage();
  const { goal, target: change, indicator } = target;
  if (goal !== null) return <FigureText value={goal} unit={indicator.unit} />;
  const share = formats.percent(Math.abs(change));
  return <span>{change < 0 ? t('plan.target.less', { share }) : t('plan.target.more', { share })}</span>;
}

type TargetCardProps = {
  target: Target;
  today: string;
  /** The years of what the plan measures, where everybody may read them. */
  years?: readonly MeasureYears[] | undefined;
};

/** A target: where it began, where it stands, where it is to be and when, what that makes, and what the years say. */
export function TargetCard({ target, today, years }: TargetCardProps) {
  const { t, href, formats } = usePage();
  const { indicator, current, status } = target;
  const { unit } = indicator;
  const figures = years?.find(({ indicatorId }) => indicatorId === indicator.indicatorId)?.figures;
  return (
    <div className="plan-target">
      <p>
        <a href={href(`/plan/indicators/${indicator.code}`)}>
          <LocalText value={indicator.name} quiet />
        </a>{' '}
        <StatusBadge tone={toneOfStatus(status)} label={t(`plan.status.${status}`)} />
      </p>
      <dl className="plan-way">
        <div>
          <dt>{t('plan.target.baseline')}</dt>
          <dd>
            <FigureText value={target.baseline} unit={unit} state={target.baselineState} />
            <BaselinePeriod target={target} />
          </dd>
        </div>
        <div>
          <dt>{t('plan.target.current')}</dt>
          <dd>
            <FigureText value={current.total.value} unit={unit} state={current.total.state} />
            <small>
              <PeriodText period={current.period} today={today} />
            </small>
          </dd>
        </div>
        <div>
          <dt>{t('plan.target.goal')}</dt>
          <dd>
            <Goal target={target} />
            <small>{t('plan.target.due', { day: formats.date(target.dueOn) })}</small>
          </dd>
        </div>
      </dl>
      {figures === undefined ? null : <Takeaway indicator={indicator} figures={figures} />}
      {current.asOf === null ? null : (
        <p className="hint">
          <AgeText asOf={current.asOf} />
        </p>
      )}
    </div>
  );
}
