import { Bdi, LocalText, Notice, ResultItem, ResultList, usePage } from '@qantara/ui';
import type { Area } from '@qantara/territory/contract';
import type { Alike } from '../../contract/index.ts';
import { PersonCardFacts } from '../PersonCardFacts.tsx';
import { usePersonLabel } from '../words/use-person-label.ts';

function Elsewhere({ found }: { found: Alike['elsewhere'] }) {
  const { t } = usePage();
  return (
    <section className="limited-cards">
      <h3>{t('people.alike.elsewhere')}</h3>
      <p className="hint">{t('people.alike.elsewhere_text')}</p>
      <ul>
        {found.map((one) => (
          <li key={`${one.organisationId} ${one.initials} ${one.hasSameContact}`}>
            <Bdi>{one.initials}</Bdi>
            {' · '}
            {t('people.alike.ask')} <LocalText value={one.organisationName} quiet />
            {one.hasSameContact ? <> · {t('people.pairReason.same_contact')}</> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is there already and may be the one who is being added: shown before anything is saved. */
export function AlikePeople({ alike, areas }: { alike: Alike; areas: Area[] }) {
  const { t, href, formats } = usePage();
  const label = usePersonLabel(areas);
  return (
    <Notice kind="warning" title={t('people.alike.title')} isNews>
      <p>{t('people.alike.text')}</p>
      {alike.people.length === 0 ? null : (
        <ResultList label={t('people.alike.title')}>
          {alike.people.map((person) => (
            <ResultItem
              key={person.personId}
              to={href(`/work/people/${person.personId}`)}
              title={<Bdi>{label(person)}</Bdi>}
            >
              <PersonCardFacts person={person} areas={areas} />
              <p>{formats.list(person.reasons.map((reason) => t(`people.pairReason.${reason}`)))}</p>
            </ResultItem>
          ))}
        </ResultList>
      )}
      {alike.elsewhere.length === 0 ? null : <Elsewhere found={alike.elsewhere} />}
    </Notice>
  );
}
