import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type PersonId } from '../../contract/index.ts';
import { MemberFields } from './MemberFields.tsx';
import { personLabel } from '../words/person-label.ts';

export const handle: PageHandle = { formId: 'household' };

/** With whom the household begins. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  return { person };
}

/** Begins the household, and goes on to it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = { ...values.toObject(), personId: params['personId'] ?? '' } as InputOf<
      typeof peopleRoutes.startHousehold
    >;
    const { householdId } = await apiOf(context, peopleRoutes).startHousehold(given, { commandId });
    return redirect(`/${params['locale']}/work/households/${householdId}`);
  });
}

/** A household begins with one person; the others are added on its own page. */
export default function NewHouseholdPage() {
  const { person } = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  const name = personLabel(person, null, { t, formats });
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={t('people.household.start')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('people.household.start_lead')}</p>}
      />
      <CommandForm
        id="household"
        labels={{ relation: t('people.field.relation'), startedOn: t('people.field.startedOn') }}
      >
        <MemberFields />
        <SubmitButton>{t('people.household.begin')}</SubmitButton>
      </CommandForm>
    </>
  );
}
