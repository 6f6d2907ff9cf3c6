import { Bdi, ButtonLink, StatusBadge, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Household } from '../../contract/index.ts';
import { useMemberLabel } from './use-member-label.ts';

function OneHousehold({ household, personId }: { household: Household; personId: string }) {
  const { t, href } = usePage();
  const label = useMemberLabel();
  const isPersons = (one: { personId: string }) => one.personId === personId;
  const present = household.members.find(isPersons);
  const place = present ?? household.former.find(isPersons);
  const others = household.members.filter((one) => !isPersons(one));
  if (place === undefined) return null;
  const standing = present === undefined ? 'former' : present.isHome ? 'home' : 'not_home';
  return (
    <li className="result">
      <h3>
        <Link to={href(`/work/households/${household.householdId}`)}>
          {t('people.household.of_size', { count: household.composition.size })}
        </Link>
      </h3>
      <p>
        {t(`people.relation.${place.relation}`)}{' '}
        <StatusBadge tone={standing === 'home' ? 'active' : 'neutral'} label={t(`people.household.${standing}`)} />
      </p>
      {others.length === 0 ? (
        <p>{t('people.household.alone')}</p>
      ) : (
        <ul>
          {others.map((one) => (
            <li key={one.membershipId}>
              <Link to={href(`/work/people/${one.personId}`)}>
                <Bdi>{label(one)}</Bdi>
              </Link>
              {' – '}
              {t(`people.relation.${one.relation}`)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** The households of a person, as far as the reader may know of each member; and the way to begin one. */
export function PersonHouseholds({ households, personId }: { households: Household[]; personId: string }) {
  const { t, href, can } = usePage();
  return (
    <section id="households">
      <h2>{t('people.household.of_person')}</h2>
      {households.length === 0 ? (
        <p>{t('people.household.none')}</p>
      ) : (
        <ol className="results" aria-label={t('people.household.of_person')}>
          {households.map((household) => (
            <OneHousehold key={household.householdId} household={household} personId={personId} />
          ))}
        </ol>
      )}
      {can('person:write') ? (
        <ButtonLink to={href(`/work/people/${personId}/household`)}>{t('people.household.start')}</ButtonLink>
      ) : null}
    </section>
  );
}
