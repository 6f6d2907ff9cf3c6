import { Bdi, DateText, EmptyState, StatusBadge, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { GlassItem } from '../../contract/index.ts';

function isOpen({ closedAt, until }: GlassItem, now: string): boolean {
  return closedAt === null && until > now;
}

function State({ glass, now }: { glass: GlassItem; now: string }) {
  const { t } = usePage();
  if (isOpen(glass, now)) return <StatusBadge tone="attention" label={t('people.emergency.is_open')} />;
  if (glass.verdict === null) return <StatusBadge tone="neutral" label={t('people.emergency.to_review')} />;
  const tone = glass.verdict === 'justified' ? 'done' : 'attention';
  return <StatusBadge tone={tone} label={t(`people.glassVerdict.${glass.verdict}`)} />;
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
              <Bdi>{glass.accountName ?? '–'}</Bdi> · <Bdi>{glass.organisationName ?? '–'}</Bdi> ·{' '}
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
