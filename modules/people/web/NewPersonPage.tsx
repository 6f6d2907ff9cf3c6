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
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes } from '../contract/index.ts';
import { personOf } from './person-of.ts';
import { PersonFields } from './PersonFields.tsx';

export const handle: PageHandle = { formId: 'person' };

/** Where a person may live. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'person:write');
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { areas: areaChoices(areas, context.get(pageContext).locale) };
}

/** Adds the person; from the search the name that was looked for comes along in the form, not in the address. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    if (values.text('intent') === 'begin') {
      const kinds = Object.fromEntries([0, 1, 2].map((index) => [`contactPoints.${index}.kind`, 'phone']));
      const typed = { ...kinds, displayName: values.text('displayName') ?? '', mayContact: 'true' };
      return { kind: 'form-answer', form: 'person', refusal: null, typed } satisfies FormAnswer;
    }
    const { personId } = await apiOf(context, peopleRoutes).addPerson(personOf(values), { commandId });
    return redirect(`/${params['locale']}/work/people/${personId}`);
  });
}

/** Someone who was not found. */
export default function NewPersonPage() {
  const { areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/people', label: t('people.search.title') }]} />
      <PageTitle title={t('people.new.title')} lead={<p>{t('people.new.lead')}</p>} />
      <CommandForm
        id="person"
        action="?"
        labels={{
          displayName: t('people.field.displayName'),
          birthYear: t('people.field.birthYear'),
          contactPoints: t('people.field.contactPoints'),
        }}
      >
        <PersonFields person={null} areas={areas} />
        <SubmitButton>{t('people.new.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
