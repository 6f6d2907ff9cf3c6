import {
  apiOf,
  Bdi,
  DataTable,
  EmptyState,
  Filters,
  Notice,
  NumberText,
  PageTitle,
  SelectField,
  TextField,
  usePage,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { oversightRoutes, type AccessView } from '../contract/index.ts';
import { Explanation } from './access/Explanation.tsx';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What one account comes to, and why it sees one record or not. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'access:explain');
  const api = apiOf(context, oversightRoutes);
  const query = new URL(request.url).searchParams;
  const accountId = query.get('accountId') ?? '';
  const personId = (query.get('personId') ?? '').trim();
  const { accounts } = await api.listAccessAccounts({});
  const isPerson = UUID.test(personId);
  const view =
    accountId === ''
      ? null
      : await api.viewAccess({ accountId, ...(isPerson ? { personId: personId.toLowerCase() } : {}) });
  return { accounts, view, isUnreadable: personId !== '' && !isPerson };
}

function Reached({ view }: { view: AccessView }) {
  const { t } = usePage();
  return (
    <DataTable<AccessView['reached'][number]>
      caption={t('oversight.access.reached')}
      rows={view.reached}
      keyOf={({ way, recordClass }) => `${way} ${recordClass}`}
      empty={<EmptyState title={t('oversight.access.reaches_nobody')} />}
      columns={[
        { key: 'way', heading: t('oversight.access.way'), cell: ({ way }) => t(`oversight.rule.${way}`) },
        {
          key: 'class',
          heading: t('oversight.emergencies.class'),
          cell: ({ recordClass }) => t(`people.class.${recordClass}`),
        },
        {
          key: 'people',
          heading: t('oversight.access.people'),
          cell: ({ people }) => <NumberText value={people} />,
        },
      ]}
    />
  );
}

/** "Why can she see this?", and "why can she not?": asked of the program by the privacy officer. */
export default function AccessPage() {
  const { accounts, view, isUnreadable } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('oversight.access.title')} lead={<p>{t('oversight.access.lead')}</p>} />
      <Filters id="access" label={t('oversight.access.title')}>
        <SelectField
          name="accountId"
          label={t('oversight.field.accountId')}
          options={accounts.map((one) => ({ value: one.accountId, label: one.displayName }))}
          emptyLabel={t('oversight.access.choose')}
        />
        <TextField
          name="personId"
          label={t('oversight.access.person')}
          hint={t('oversight.access.person_hint')}
          width="medium"
          autoComplete="off"
        />
      </Filters>
      {isUnreadable ? <Notice kind="warning" title={t('oversight.access.unreadable')} /> : null}
      {view === null ? null : (
        <>
          <h2>
            <Bdi>{view.account.displayName}</Bdi>
          </h2>
          {view.account.role === null ? null : (
            <p>
              <Link to={href(`/roles/${view.account.role}`)}>{t('oversight.access.role')}</Link>
            </p>
          )}
          {view.account.isClosed ? <Notice title={t('oversight.access.closed')} /> : null}
          <p>
            {t('oversight.access.classes', {
              classes: view.classes.map((one) => t(`people.class.${one}`)).join(' · '),
            })}
          </p>
          {view.explanation === null ? null : <Explanation of={view.explanation} />}
          <Reached view={view} />
        </>
      )}
    </>
  );
}
