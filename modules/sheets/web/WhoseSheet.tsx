import type { PersonCard } from '@qantara/people/contract';
import { personLabel } from '@qantara/people/web';
import type { Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import { textIn } from '@qantara/kernel';
import { Bdi, CommandForm, SubmitButton, TextField, usePage, FormDetails } from '@qantara/ui';
import { Link } from 'react-router';

export type FoundPeople = { kind: 'found'; name: string; people: PersonCard[]; hasMore: boolean };

/** Whether an action's data are people who were found. */
export function isFound(value: unknown): value is FoundPeople {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'found';
}

function useLabel(areas: Area[]): (person: PersonCard) => string {
  const page = usePage();
  return (person) => {
    const area = areaName(areas, person.areaId);
    const name = personLabel(person, area === null ? null : textIn(area, page.locale).text, page);
    return person.birthYear === null ? name : `${name} · ${person.birthYear}`;
  };
}

function Found({ found, areas }: { found: FoundPeople; areas: Area[] }) {
  const { t } = usePage();
  const label = useLabel(areas);
  if (found.people.length === 0) return <p>{t('sheets.whose.none')}</p>;
  return (
    <ul className="plain-list">
      {found.people.map((person) => (
        <li key={person.personId}>
          <Link to={`?person=${person.personId}`}>
            <Bdi>{label(person)}</Bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}

type Whose = { owner: PersonCard | null; isFixed: boolean; found: FoundPeople | null; areas: Area[] };

/** Whose sheet it is: somebody whom whoever keys it may open, or nobody's yet. After the first keying it is as it was said then. */
export function WhoseSheet({ owner, isFixed, found, areas }: Whose) {
  const { t } = usePage();
  const label = useLabel(areas);
  const said = owner === null ? t('sheets.whose.nobody') : t('sheets.whose.is');
  return (
    <section>
      <h2>{t('sheets.whose.title')}</h2>
      <p>
        {said} {owner === null ? null : <Bdi>{label(owner)}</Bdi>}
      </p>
      {isFixed ? null : (
        <FormDetails open={found !== null}>
          <summary>{t(owner === null ? 'sheets.whose.find' : 'sheets.whose.find_other')}</summary>
          <CommandForm id="whose">
            <TextField name="name" label={t('people.field.name')} width="medium" autoComplete="off" required />
            <SubmitButton kind="plain">{t('people.search.go')}</SubmitButton>
          </CommandForm>
          {found === null ? null : <Found found={found} areas={areas} />}
          {owner === null ? null : (
            <p>
              <Link to="?">{t('sheets.whose.make_nobody')}</Link>
            </p>
          )}
        </FormDetails>
      )}
    </section>
  );
}
