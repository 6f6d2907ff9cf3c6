import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  EmptyState,
  PageTitle,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { useActionData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { oversightRoutes } from '../contract/index.ts';
import { PersonMark } from './OpeningsTable.tsx';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

export const handle: PageHandle = { formId: 'opened-people' };

/** Nothing is shown before somebody asks. */
export function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'oversight:read');
  return null;
}

type Found = { kind: 'found-people'; personIds: string[]; hasMore: boolean };

/** Looks who is called so. The name is posted: in an address it would stay in histories and logs. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const found = await apiOf(context, oversightRoutes).findOpenedPeople({ name: values.text('name') ?? '' });
    return { kind: 'found-people', ...found } satisfies Found;
  });
}

function isFound(value: unknown): value is Found {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'found-people';
}

function Answer({ found }: { found: Found }) {
  const { t } = usePage();
  const { personIds, hasMore } = found;
  if (personIds.length === 0) return <EmptyState title={t('oversight.people.none')} />;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t('oversight.people.found', { count: personIds.length })}</h2>
      <ul>
        {personIds.map((personId) => (
          <li key={personId}>
            <PersonMark personId={personId} />
          </li>
        ))}
      </ul>
      {hasMore ? <p>{t('oversight.people.more')}</p> : null}
    </section>
  );
}

/** From a name to what the log says of whoever is called so, without opening a record. */
export default function OpenedPeoplePage() {
  const { t } = usePage();
  const found: unknown = useActionData();
  return (
    <>
      <Breadcrumbs items={[{ path: '/oversight', label: t('oversight.log.title') }]} />
      <PageTitle title={t('oversight.people.title')} lead={<p>{t('oversight.people.lead')}</p>} />
      <CommandForm id="opened-people">
        <TextField name="name" label={t('oversight.field.name')} hint={t('oversight.people.hint')} required />
        <SubmitButton>{t('oversight.people.find')}</SubmitButton>
      </CommandForm>
      {isFound(found) ? <Answer found={found} /> : null}
    </>
  );
}
