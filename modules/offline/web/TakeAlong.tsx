import { formsRoutes, type ListedForm } from '@qantara/forms/contract';
import { clientFor } from '@qantara/kernel';
import { peopleRoutes, type PersonCard } from '@qantara/people/contract';
import { Bdi, browserInvoke, LocalForm, LocalText, Notice, SubmitButton, TextField, usePage } from '@qantara/ui';
import { dropCopy, type OpenDevice } from '@qantara/ui/offline';
import { useEffect, useState, type ReactNode } from 'react';
import { takeForm, takePerson, type DeviceContents } from './device-work.ts';

const people = clientFor(peopleRoutes, browserInvoke);
const forms = clientFor(formsRoutes, browserInvoke);

type Props = { device: OpenDevice; contents: DeviceContents; onChanged: () => void };

function Row({ children, label, onPress }: { children: ReactNode; label: string; onPress: () => void }) {
  return (
    <li className="taken">
      <span>{children}</span>
      <button type="button" className="button plain" onClick={onPress}>
        {label}
      </button>
    </li>
  );
}

function FormsAlong({ device, contents, onChanged }: Props) {
  const { t } = usePage();
  const [asked, setAsked] = useState<Pick<ListedForm, 'code' | 'title'>[]>([]);
  const [isWrong, setWrong] = useState(false);
  useEffect(() => {
    forms.listAskedForms({}).then(
      ({ forms: found }) => setAsked(found),
      () => undefined,
    );
  }, []);
  const taken = new Set(contents.forms.map(({ value }) => value.code));
  const take = (code: string) => {
    takeForm(device, code).then(
      () => onChanged(),
      () => setWrong(true),
    );
  };
  return (
    <section>
      <h2>{t('offline.take.forms')}</h2>
      {isWrong ? <Notice kind="warning">{t('offline.trouble.no_network')}</Notice> : null}
      <ul className="plain-list">
        {contents.forms.map(({ id, value }) => (
          <Row key={id} label={t('offline.take.leave')} onPress={() => void dropCopy(device, id).then(onChanged)}>
            <LocalText value={value.title} />
          </Row>
        ))}
        {asked
          .filter(({ code }) => !taken.has(code))
          .map((form) => (
            <Row key={form.code} label={t('offline.take.take')} onPress={() => take(form.code)}>
              <LocalText value={form.title} />
            </Row>
          ))}
      </ul>
    </section>
  );
}

function PeopleAlong({ device, contents, onChanged }: Props) {
  const { t } = usePage();
  const [found, setFound] = useState<PersonCard[] | null>(null);
  const [isWrong, setWrong] = useState(false);
  const search = (name: string) => {
    people.searchPeople({ name }).then(
      ({ people: cards }) => setFound(cards),
      () => setWrong(true),
    );
  };
  const take = (personId: string) => {
    takePerson(device, personId).then(
      () => onChanged(),
      () => setWrong(true),
    );
  };
  const taken = new Set(contents.people.map(({ value }) => value.personId));
  return (
    <section>
      <h2>{t('offline.take.people')}</h2>
      <p>{t('offline.take.people_text')}</p>
      {isWrong ? <Notice kind="warning">{t('offline.trouble.no_network')}</Notice> : null}
      <ul className="plain-list">
        {contents.people.map(({ id, value }) => (
          <Row key={id} label={t('offline.take.leave')} onPress={() => void dropCopy(device, id).then(onChanged)}>
            <Bdi>{value.displayName ?? t('offline.person.unnamed')}</Bdi> <Bdi latin>{value.mark}</Bdi>
          </Row>
        ))}
      </ul>
      <LocalForm id="find" begin={{}} onSend={(values) => search(values.text('name') ?? '')}>
        <TextField name="name" label={t('people.field.name')} width="medium" autoComplete="off" required />
        <SubmitButton kind="plain">{t('people.search.go')}</SubmitButton>
      </LocalForm>
      {found?.length === 0 ? <p>{t('offline.take.nobody')}</p> : null}
      <ul className="plain-list">
        {(found ?? [])
          .filter(({ personId }) => !taken.has(personId))
          .map((person) => (
            <Row key={person.personId} label={t('offline.take.take')} onPress={() => take(person.personId)}>
              <Bdi>{person.displayName ?? t('offline.person.unnamed')}</Bdi>
            </Row>
          ))}
      </ul>
    </section>
  );
}

/** What is taken along while there is a network: forms, and of people the least that is needed. */
export function TakeAlong(props: Props) {
  const { t } = usePage();
  return (
    <details className="choice">
      <summary>{t('offline.take.title')}</summary>
      <FormsAlong {...props} />
      <PeopleAlong {...props} />
    </details>
  );
}
