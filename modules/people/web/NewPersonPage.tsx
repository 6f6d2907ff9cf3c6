import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  pageContext,
  PageTitle,
  SubmitButton,
  usePage,
  type FormAnswer,
  type PageHandle,
  type TypedValues,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { Alike, peopleRoutes } from '../contract/index.ts';
import { AlikePeople } from './form/AlikePeople.tsx';
import { personOf } from './form/person-of.ts';
import { PersonFields } from './form/PersonFields.tsx';
import { usePersonLabels } from './form/use-person-labels.ts';

export const handle: PageHandle = { formId: 'person' };

/** Where a person may live. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'person:write');
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { areas, choices: areaChoices(areas, context.get(pageContext).locale) };
}

function answerWith(typed: TypedValues): FormAnswer {
  return { kind: 'form-answer', form: 'person', refusal: null, typed };
}

/**
 * Adds the person, once nobody who is there already may be the same, or somebody looked and said that none is. From the search the
 * name that was looked for comes along in the form, not in the address.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const intent = values.text('intent');
    if (intent === 'begin') {
      const kinds = Object.fromEntries([0, 1, 2].map((index) => [`contactPoints.${index}.kind`, 'phone']));
      return answerWith({ ...kinds, displayName: values.text('displayName') ?? '', mayContact: 'true' });
    }
    const api = apiOf(context, peopleRoutes);
    const person = personOf(values);
    if (intent !== 'save') {
      const alike = await api.findAlike(person);
      if (alike.people.length + alike.elsewhere.length > 0) return { ...answerWith(values.typed()), alike };
    }
    const { personId } = await api.addPerson(person, { commandId });
    return redirect(`/${params['locale']}/work/people/${personId}`);
  });
}

function alikeIn(answer: unknown): Alike | null {
  if (typeof answer !== 'object' || answer === null || !('alike' in answer)) return null;
  const found = Alike.safeParse(answer.alike);
  return found.success ? found.data : null;
}

/** Someone who was not found. */
export default function NewPersonPage() {
  const { areas, choices } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const alike = alikeIn(useActionData<unknown>());
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/people', label: t('people.search.title') }]} />
      <PageTitle title={t('people.new.title')} lead={<p>{t('people.new.lead')}</p>} />
      {alike === null ? null : <AlikePeople alike={alike} areas={areas} />}
      <CommandForm id="person" action="?" labels={usePersonLabels()}>
        <PersonFields person={null} areas={choices} />
        {alike === null ? null : <SubmitButton intent="save">{t('people.alike.none_of_them')}</SubmitButton>}
        <SubmitButton intent="look" kind={alike === null ? 'action' : 'plain'}>
          {t(alike === null ? 'people.new.save' : 'people.alike.look_again')}
        </SubmitButton>
      </CommandForm>
    </>
  );
}
