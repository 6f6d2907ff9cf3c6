import { ContactWayFacts, languageName } from '@qantara/people/web';
import { Bdi, ButtonLink, DescriptionList, Notice, usePage } from '@qantara/ui';
import type { OpenReferral } from '../contract/index.ts';

type Referred = NonNullable<OpenReferral['person']>;

function Contact({ person }: { person: Referred }) {
  const { t } = usePage();
  if (!person.mayContact)
    return (
      <Notice kind="danger">
        <p>{t('referrals.open.no_contact')}</p>
      </Notice>
    );
  if (person.contactPoints.length === 0) return t('referrals.open.contact_unknown');
  return (
    <ul className="results">
      {person.contactPoints.map((way) => (
        <ContactWayFacts key={`${way.kind} ${way.value}`} way={way} />
      ))}
    </ul>
  );
}

/** Who it is for, as far as the consent in force lets this reader know; without one, that is said. */
export function ReferredPersonFacts({ person, personId }: { person: OpenReferral['person']; personId: string | null }) {
  const { t, href, can } = usePage();
  return (
    <section>
      <h2>{t('referrals.open.person')}</h2>
      {person === null ? (
        <Notice kind="warning">
          <p>{t('referrals.open.no_person')}</p>
        </Notice>
      ) : (
        <DescriptionList
          dense
          items={[
            { label: t('referrals.open.name'), value: person.displayName && <Bdi>{person.displayName}</Bdi> },
            { label: t('referrals.open.birth'), value: person.birthYear && <Bdi>{person.birthYear}</Bdi> },
            {
              label: t('referrals.open.languages'),
              value:
                person.languages.length === 0 ? null : person.languages.map((one) => languageName(one, t)).join(' · '),
            },
            { label: t('referrals.open.contact'), value: <Contact person={person} /> },
          ]}
        />
      )}
      {personId !== null && can('person:read') ? (
        <p className="actions">
          <ButtonLink to={href(`/work/people/${personId}`)}>{t('referrals.open.to_person')}</ButtonLink>
        </p>
      ) : null}
    </section>
  );
}
