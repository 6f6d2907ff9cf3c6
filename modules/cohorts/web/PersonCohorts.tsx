import { DateText, LocalText, StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import { Link } from 'react-router';
import type { CohortStanding, PastMembership, PersonCohort } from '../contract/index.ts';

const TONES: Record<CohortStanding, StatusTone> = {
  member: 'active',
  consent_needed: 'neutral',
  fits: 'attention',
  no: 'neutral',
  unknown: 'neutral',
};

type Given = { cohorts: PersonCohort[]; past: PastMembership[] };

/** The cohorts that somebody is in or may join, and those that they left. */
export function PersonCohorts({ of: { cohorts, past }, personId }: { of: Given; personId: string }) {
  const { t, href } = usePage();
  const shown = cohorts.toSorted(
    (one, other) => Number(other.standing === 'member') - Number(one.standing === 'member'),
  );
  if (shown.length + past.length === 0) return null;
  return (
    <section id="cohorts">
      <h2>{t('cohorts.title')}</h2>
      <ol className="results" aria-label={t('cohorts.title')}>
        {shown.map(({ cohort, standing, arm }) => (
          <li key={cohort.cohortId} className="result">
            <h3>
              <Link to={href(`/work/people/${personId}/cohorts/${cohort.cohortId}`)}>
                <LocalText value={cohort.name} quiet />
              </Link>
            </h3>
            <p>
              <StatusBadge
                tone={TONES[standing]}
                label={t(arm === 'comparison' ? 'cohorts.arm.comparison' : `cohorts.standing.${standing}`)}
              />
            </p>
          </li>
        ))}
        {past.map((one) => (
          <li key={`${one.cohortId} ${one.joinedAt}`} className="result">
            <LocalText value={one.name} quiet /> {' · '} {t(`cohorts.left.${one.reason}`)} {' · '}
            <DateText value={one.leftAt} />
          </li>
        ))}
      </ol>
    </section>
  );
}
