import { textIn, type InputOf } from '@qantara/kernel';
import { needPermission, RefusalNotice } from '@qantara/identity/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type HouseholdId, type PersonCard } from '../../contract/index.ts';
import { FoundMembers, NewMemberForm } from './AddForms.tsx';

export const handle: PageHandle = { formId: 'find' };

const idOf = (params: Record<string, string | undefined>) => (params['householdId'] ?? '') as HouseholdId;

/** The household, and the areas by which two people of one name are told apart. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'person:write');
  const household = await apiOf(context, peopleRoutes).getHousehold({ householdId: idOf(params) });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { household, areas };
}

type Found = { kind: 'found'; name: string; people: PersonCard[] };
type Adding = InputOf<typeof peopleRoutes.addMember>;
type AddingNew = InputOf<typeof peopleRoutes.addPersonToHousehold>;

/** Looks first; then adds whom was found, or somebody new. A name is posted: in an address it would stay in logs. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, peopleRoutes);
    const householdId = idOf(params);
    const intent = values.text('intent');
    const typed = values.toObject();
    if (intent === 'find') {
      const name = values.text('name') ?? '';
      const { people } = await api.searchPeople({ name });
      return { kind: 'found', name, people } satisfies Found;
    }
    if (intent === 'add') await api.addMember({ ...(typed as Adding), householdId }, { commandId });
    else await api.addPersonToHousehold({ ...(typed as AddingNew), householdId }, { commandId });
    return redirect(`/${params['locale']}/work/households/${householdId}`);
  });
}

function isFound(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'found';
}

/** Adding to a household somebody who is there already, or who is new. */
export default function AddMemberPage() {
  const { household, areas } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const answer = useActionData<unknown>();
  const found = isFound(answer) ? answer : null;
  const present = new Set(household.members.map(({ personId }) => personId));
  const nameOfArea = (areaId: string | null) => {
    const area = areaName(areas, areaId);
    return area === null ? null : textIn(area, locale).text;
  };
  return (
    <>
      <Breadcrumbs
        items={[{ path: `/work/households/${household.householdId}`, label: t('people.household.title') }]}
      />
      <PageTitle title={t('people.household.add')} lead={<p>{t('people.household.add_lead')}</p>} />
      <RefusalNotice title={t('people.household.not_done')} shownForms={['find', 'new']} />
      <CommandForm id="find" action="?">
        <TextField
          name="name"
          label={t('people.field.name')}
          hint={t('people.search.name_hint')}
          width="medium"
          autoComplete="off"
          defaultValue={found?.name}
          required
        />
        <SubmitButton intent="find" kind={found === null ? 'action' : 'plain'}>
          {t('people.search.go')}
        </SubmitButton>
      </CommandForm>
      {found === null ? null : (
        <FoundMembers people={found.people.filter(({ personId }) => !present.has(personId))} areaName={nameOfArea} />
      )}
      {found === null ? null : <NewMemberForm name={found.name} />}
    </>
  );
}
