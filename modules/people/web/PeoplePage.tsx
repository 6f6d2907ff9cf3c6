import {
  answerForm,
  apiOf,
  Bdi,
  CommandForm,
  EmptyState,
  PageTitle,
  ResultItem,
  ResultList,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { territoryRoutes, type Area } from '@qantara/territory/contract';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { peopleRoutes, type PersonCard } from '../contract/index.ts';
import { PersonCardFacts } from './PersonCardFacts.tsx';
import { usePersonLabel } from './words/use-person-label.ts';

export const handle: PageHandle = { formId: 'search' };

/** The areas by which two people of one name are told apart. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'person:search');
  return apiOf(context, territoryRoutes).listAreas({});
}

type Found = { kind: 'found'; name: string; people: PersonCard[]; hasMore: boolean };

/** Searches. The name is posted: in an address it would stay in histories and logs. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const name = values.text('name') ?? '';
    const after = values.text('after') as PersonCard['personId'] | undefined;
    const found = await apiOf(context, peopleRoutes).searchPeople({ name, after });
    return { kind: 'found', name, ...found } satisfies Found;
  });
}

function isFound(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'found';
}

function Card({ person, areas }: { person: PersonCard; areas: Area[] }) {
  const { href } = usePage();
  const label = usePersonLabel(areas);
  return (
    <ResultItem to={href(`/work/people/${person.personId}`)} title={<Bdi>{label(person)}</Bdi>}>
      <PersonCardFacts person={person} areas={areas} />
    </ResultItem>
  );
}

function AddPerson({ name }: { name: string }) {
  const { t, href } = usePage();
  return (
    <section>
      <h2>{t('people.search.add_title')}</h2>
      <CommandForm id="person" action={href('/work/people/new')}>
        <input type="hidden" name="displayName" value={name} />
        <SubmitButton kind="plain" intent="begin">
          {t('people.search.add')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}

function MorePeople({ found }: { found: Found }) {
  const { t } = usePage();
  return (
    <CommandForm id="more" action="?">
      <p>{t('people.search.more')}</p>
      <input type="hidden" name="name" value={found.name} />
      <input type="hidden" name="after" value={found.people.at(-1)?.personId} />
      <SubmitButton kind="plain">{t('people.search.next')}</SubmitButton>
    </CommandForm>
  );
}

function Results({ found, areas }: { found: Found; areas: Area[] }) {
  const { t } = usePage();
  const label = t('people.search.found', { count: found.people.length });
  return (
    <>
      {found.people.length === 0 ? (
        <EmptyState title={t('people.search.none')}>
          <p>{t('people.search.none_text')}</p>
        </EmptyState>
      ) : (
        <>
          <h2>{label}</h2>
          <ResultList label={label}>
            {found.people.map((person) => (
              <Card key={person.personId} person={person} areas={areas} />
            ))}
          </ResultList>
        </>
      )}
      {found.hasMore ? <MorePeople found={found} /> : null}
      <AddPerson name={found.name} />
    </>
  );
}

/** Search first: a person who is there already is not added again. */
export default function PeoplePage() {
  const { areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const answer = useActionData<unknown>();
  const found = isFound(answer) ? answer : null;
  return (
    <>
      <PageTitle title={t('people.search.title')} lead={<p>{t('people.search.lead')}</p>} />
      <CommandForm id="search" action="?">
        <TextField
          name="name"
          label={t('people.field.name')}
          hint={t('people.search.name_hint')}
          width="medium"
          autoComplete="off"
          defaultValue={found?.name}
          required
        />
        <SubmitButton>{t('people.search.go')}</SubmitButton>
      </CommandForm>
      {found === null ? <p className="hint">{t('people.search.recorded')}</p> : <Results found={found} areas={areas} />}
    </>
  );
}
