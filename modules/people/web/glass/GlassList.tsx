import type { LocalizedText } from '@qantara/kernel';
import { Bdi, DateText, EmptyState, LocalText, StatusBadge, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { GlassItem } from '../../contract/index.ts';

function isOpen({ closedAt, until }: GlassItem, now: string): boolean {
  return closedAt === null && until > now;
}

function State({ glass, now }: { glass: GlassItem; now: string }) {
  const { t } = usePage();
  const { verdict } = glass;
  const reviewed =
    verdict === null
      ? { tone: 'neutral' as const, label: t('people.emergency.to_review') }
      : {
          tone: verdict === 'justified' ? ('done' as const) : ('attention' as const),
          label: t(`people.glassVerdict.${verdict}`),
        };
  return (
    <>
      {isOpen(glass, now) ? <StatusBadge tone="attention" label={t('people.emergency.is_open')} /> : null}{' '}
      <StatusBadge {...reviewed} />
    </>
  );
}

function House({ name }: { name: LocalizedText | null }) {
  return name === null ? '–' : <LocalText value={name} quiet />;
}

/** Emergency openings: who opened, whose record, until when, why, and what was found afterwards. */
export function GlassList({
  glasses,
  now,
  empty,
  hasLinks = false,
}: {
  glasses: GlassItem[];
  now: string;
  empty: string;
  hasLinks?: boolean;
}) {
  const { t, href } = usePage();
  if (glasses.length === 0) return <EmptyState title={empty} />;
  return (
    <ul className="results">
      {glasses.map((glass) => {
        const name = <Bdi>{glass.displayName ?? t('people.card.unnamed')}</Bdi>;
        return (
          <li key={glass.glassId} className="result">
            <h3>
              {hasLinks && isOpen(glass, now) ? (
                <Link to={href(`/work/emergencies/${glass.glassId}`)}>{name}</Link>
              ) : (
                name
              )}{' '}
              <State glass={glass} now={now} />
            </h3>
            <p>
              <Bdi>{glass.accountName ?? '–'}</Bdi> · <House name={glass.organisationName} /> ·{' '}
              <DateText value={glass.openedAt} style="dateTime" />
            </p>
            <p>
              {t(`people.glassReason.${glass.reasonCode}`)} · <span dir="auto">{glass.reason}</span>
            </p>
            {glass.reviewNote === null ? null : <p dir="auto">{glass.reviewNote}</p>}
          </li>
        );
      })}
    </ul>
  );
}
