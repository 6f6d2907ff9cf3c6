import { DateText, LocalText, Stat, StatRow, StatusBadge, usePage } from '@qantara/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Scorecard } from '../../contract/index.ts';
import { FigureText } from '../FigureText.tsx';

function Measured({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="stat">
      <p className="stat-label">{label}</p>
      <p className="stat-value">{children}</p>
    </div>
  );
}

/** What the partner was asked, what it answered and how soon, beside the region's middle; what people said of the help. */
export function ScorecardFigures({ card }: { card: Scorecard }) {
  const { t, formats } = usePage();
  const count = (value: number) => formats.number(value);
  return (
    <>
      <section>
        <h2>{t('indicators.scorecard.answers')}</h2>
        <StatRow>
          <Stat label={t('indicators.scorecard.asked')} value={card.asked} />
          <Stat label={t('indicators.scorecard.accepted')} value={card.accepted} />
          <Stat label={t('indicators.scorecard.refused')} value={card.refused} />
          <Stat label={t('indicators.scorecard.silent')} value={card.silent} />
        </StatRow>
        <StatRow>
          <Measured label={t('indicators.scorecard.days')}>
            <FigureText value={card.days} unit="days" />
          </Measured>
          <Measured label={t('indicators.scorecard.region_days')}>
            <FigureText value={card.regionDays} unit="days" />
          </Measured>
        </StatRow>
        {card.reasons.length === 0 ? null : (
          <>
            <h3>{t('indicators.scorecard.reasons')}</h3>
            <ul>
              {card.reasons.map(({ reasonCode, count: times }) => (
                <li key={reasonCode}>
                  {t(`referrals.reason.${reasonCode}`)} – {count(times)}
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section>
        <h2>{t('indicators.scorecard.people')}</h2>
        <StatRow>
          <Measured label={t('indicators.scorecard.helped')}>
            <FigureText value={card.helped.value} unit="ratio" state={card.helped.state} />
          </Measured>
          <Measured label={t('indicators.scorecard.good')}>
            <FigureText value={card.good.value} unit="ratio" state={card.good.state} />
          </Measured>
        </StatRow>
        <p className="hint">{t('indicators.scorecard.few')}</p>
      </section>
    </>
  );
}

/** Who waits for a first answer now; of another organisation's only how many. */
export function WaitingNow({ card }: { card: Scorecard }) {
  const { t, href } = usePage();
  return (
    <section>
      <h2>{t('indicators.scorecard.waiting', { count: card.waitingCount })}</h2>
      {card.waiting.length === 0 ? null : (
        <ul>
          {card.waiting.map((one) => (
            <li key={one.referralId}>
              <Link to={href(`/work/referrals/${one.referralId}`)}>
                <LocalText value={one.needName} quiet />
              </Link>{' '}
              <DateText value={one.sentAt} />{' '}
              {one.isOverdue ? <StatusBadge tone="attention" label={t('referrals.work.overdue')} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What of the directory is old or missing, and sends people to the wrong door. */
export function EntriesToMend({ card }: { card: Scorecard }) {
  const { t, href } = usePage();
  return (
    <section>
      <h2>{t('indicators.scorecard.entries')}</h2>
      {card.entries.length === 0 ? <p>{t('indicators.scorecard.entries_whole')}</p> : null}
      <ul>
        {card.entries.map((entry) => (
          <li key={entry.serviceId}>
            <Link to={href(`/services/${entry.serviceId}`)}>
              <LocalText value={entry.name} quiet />
            </Link>
            {' – '}
            {entry.lacks.map((lack) => t(`indicators.lack.${lack}`)).join(' · ')}{' '}
            <Link to={href(`/services/${entry.serviceId}/suggest?kind=change`)}>{t('indicators.scorecard.mend')}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
