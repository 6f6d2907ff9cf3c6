import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  EmptyState,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { RefusalNotice } from '@qantara/identity/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import {
  ConsentManner,
  NameKind,
  peopleRoutes,
  type NameId,
  type NewName,
  type Person,
  type PersonId,
} from '../contract/index.ts';

export const handle: PageHandle = { formId: 'name' };

/** Every name of the person. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  return { person };
}

/** Adds a name, or takes one away. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const personId = (params['personId'] ?? '') as PersonId;
    const api = apiOf(context, peopleRoutes);
    if (values.text('intent') === 'remove')
      await api.removeName({ personId, nameId: (values.text('nameId') ?? '') as NameId }, { commandId });
    else {
      const given = {
        kind: values.text('kind'),
        words: values.text('words') ?? '',
        agreedHow: values.text('agreedHow'),
      };
      await api.addName({ personId, ...given } as NewName, { commandId });
    }
    return redirect(`/${params['locale']}/work/people/${personId}/names`);
  });
}

function Names({ person }: { person: Person }) {
  const { t } = usePage();
  if (person.names.length === 0) return <EmptyState title={t('people.names.none')} />;
  return (
    <ul className="results">
      {person.names.map(({ nameId, kind, words, agreedHow }) => (
        <li key={nameId} className="result">
          <h3>
            <Bdi>{words}</Bdi>
          </h3>
          <p>
            {t(`people.nameKind.${kind}`)}
            {agreedHow === null ? null : <> · {t('people.names.agreed', { how: t(`people.givenHow.${agreedHow}`) })}</>}
          </p>
          <CommandForm id={`remove-${nameId}`} className="one-button">
            <input type="hidden" name="nameId" value={nameId} />
            <SubmitButton intent="remove" kind="plain">
              {t('people.names.remove')} <span className="vh">{words}</span>
            </SubmitButton>
          </CommandForm>
        </li>
      ))}
    </ul>
  );
}

/** The names that somebody goes by, in any script; each of them finds the person. */
export default function NamesPage() {
  const { person } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const name = person.displayName ?? t('people.card.unnamed');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle title={t('people.names.title')} eyebrow={<Bdi>{name}</Bdi>} lead={<p>{t('people.names.lead')}</p>} />
      <RefusalNotice title={t('people.names.not_done')} shownForms={['name']} />
      <Names person={person} />
      <h2>{t('people.names.add')}</h2>
      <CommandForm id="name" action="?">
        <TextField
          name="words"
          label={t('people.field.words')}
          width="medium"
          autoComplete="off"
          maxLength={200}
          required
        />
        <SelectField
          name="kind"
          label={t('people.field.nameKind')}
          options={NameKind.options.map((value) => ({ value, label: t(`people.nameKind.${value}`) }))}
          defaultValue={person.names.length === 0 ? 'usual' : 'known_as'}
          required
        />
        {person.names.length === 0 ? (
          <RadioGroup
            name="agreedHow"
            label={t('people.field.agreedHow')}
            hint={t('people.form.agreed_hint')}
            options={ConsentManner.options.map((value) => ({ value, label: t(`people.givenHow.${value}`) }))}
            inline
            required
          />
        ) : null}
        <SubmitButton>{t('people.names.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
