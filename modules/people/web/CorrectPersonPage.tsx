import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  pageContext,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type PersonId } from '../contract/index.ts';
import { personOf } from './form/person-of.ts';
import { PersonFields } from './form/PersonFields.tsx';
import { usePersonLabels } from './form/use-person-labels.ts';

export const handle: PageHandle = { formId: 'person' };

/** The record as it is now. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { person, areas: areaChoices(areas, context.get(pageContext).locale) };
}

/** Corrects the record over the version that was read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const personId = (params['personId'] ?? '') as PersonId;
    const given = { ...personOf(values), personId, version: values.number('version') ?? 0 };
    await apiOf(context, peopleRoutes).correctPerson(given, { commandId });
    return redirect(`/${params['locale']}/work/people/${personId}`);
  });
}

/** What is noted of a person, to be put right. */
export default function CorrectPersonPage() {
  const { person, areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const name = person.displayName ?? t('people.card.unnamed');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle title={t('people.edit.title')} />
      <CommandForm id="person" action="?" labels={usePersonLabels()}>
        <input type="hidden" name="version" value={person.version} />
        <PersonFields person={person} areas={areas} />
        <SubmitButton>{t('people.edit.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
