import { personLabel } from '@qantara/people/web';
import { Bdi, DateText, ResultList, StatusBadge, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { CohortMember, Proposal } from '../contract/index.ts';

/** Those in it whom the reader may know of: their own people, and for who runs it those who agreed to be known to it. */
export function CohortMembers({ members, cohortId }: { members: CohortMember[]; cohortId: string }) {
  const { t, href, formats } = usePage();
  return (
    <section>
      <h2>{t('cohorts.members_known')}</h2>
      {members.length === 0 ? <p>{t('cohorts.members_none')}</p> : null}
      <ResultList label={t('cohorts.members_known')}>
        {members.map((one) => {
          const label = <Bdi>{personLabel(one, null, { t, formats })}</Bdi>;
          return (
            <li key={one.membershipId} className="result">
              <h3>
                {one.isOurs ? (
                  <Link to={href(`/work/people/${one.personId}/cohorts/${cohortId}`)}>{label}</Link>
                ) : (
                  label
                )}
              </h3>
              <p>
                {t('cohorts.since')} <DateText value={one.joinedAt} />{' '}
                {one.arm === 'comparison' ? <StatusBadge tone="neutral" label={t('cohorts.arm.comparison')} /> : null}
              </p>
            </li>
          );
        })}
      </ResultList>
    </section>
  );
}

type Proposed = { proposals: Proposal[]; hasMore: boolean };

/** Who fits and agreed to be asked: for whoever looks after them to speak of with them. */
export function Proposals({ proposed, cohortId }: { proposed: Proposed; cohortId: string }) {
  const { t, href, formats } = usePage();
  return (
    <section>
      <h2>{t('cohorts.proposals')}</h2>
      <p className="hint">{t('cohorts.proposals_text')}</p>
      {proposed.proposals.length === 0 ? <p>{t('cohorts.proposals_none')}</p> : null}
      <ResultList label={t('cohorts.proposals')}>
        {proposed.proposals.map((one) => (
          <li key={one.personId} className="result">
            <h3>
              <Link to={href(`/work/people/${one.personId}/cohorts/${cohortId}`)}>
                <Bdi>{personLabel(one, null, { t, formats })}</Bdi>
              </Link>
            </h3>
          </li>
        ))}
      </ResultList>
      {proposed.hasMore ? <p>{t('cohorts.proposals_more')}</p> : null}
    </section>
  );
}
