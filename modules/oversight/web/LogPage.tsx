import type { LocalizedText } from '@qantara/kernel';
import {
  apiOf,
  Bdi,
  ButtonLink,
  DateField,
  Filters,
  Notice,
  PageTitle,
  Pagination,
  SelectField,
  usePage,
} from '@qantara/ui';
import { countWaitingRoles, needPermission, roleNameOf, WaitingRequests } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import {
  OpenedKind,
  oversightRoutes,
  type AccountName,
  type AccountSummary,
  type LogFilter,
} from '../contract/index.ts';
import { filterOf, searchOf } from './filter-of.ts';
import { OpeningsTable } from './OpeningsTable.tsx';
import { kindWord, markOf } from './words-of.ts';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

type Place = { organisationId: string; name: LocalizedText };

/** The log as the address asks for it, and by what it can be narrowed. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'oversight:read');
  const { search, searchParams } = new URL(request.url);
  const api = apiOf(context, oversightRoutes);
  const filter = filterOf(search);
  const found = await api.listLog({ ...filter, page: searchParams.get('page') ?? '1', perPage: 25 });
  const { accounts } = await api.listLogAccounts({});
  const organisations: Place[] = (await listAllOrganisations(context)).map(({ organisationId, name }) => ({
    organisationId,
    name,
  }));
  const known = accounts.some(({ accountId }) => accountId === filter.accountId);
  const summary =
    known && filter.accountId !== undefined ? await api.getAccountSummary({ accountId: filter.accountId }) : null;
  return { filter, found, accounts, organisations, summary, waiting: await countWaitingRoles(context) };
}

function Narrow({
  accounts,
  organisations,
  filter,
}: {
  accounts: AccountName[];
  organisations: Place[];
  filter: LogFilter;
}) {
  const { t, text } = usePage();
  return (
    <Filters id="log" label={t('oversight.log.narrow')} keep={['personId']} inline>
      <SelectField
        name="accountId"
        label={t('field.accountId')}
        emptyLabel={t('oversight.log.all')}
        options={accounts.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))}
      />
      <SelectField
        name="organisationId"
        label={t('field.organisationId')}
        emptyLabel={t('oversight.log.all')}
        options={organisations.map(({ organisationId, name }) => ({ value: organisationId, label: text(name).text }))}
      />
      <SelectField
        name="kind"
        label={t('field.kind')}
        emptyLabel={t('oversight.log.all')}
        options={OpenedKind.options.map((value) => ({ value, label: t(`oversight.kind.${value}`) }))}
      />
      <DateField name="from" label={t('oversight.field.from')} defaultValue={filter.from ?? null} />
      <DateField name="until" label={t('oversight.field.until')} defaultValue={filter.until ?? null} />
    </Filters>
  );
}

function Summary({ summary }: { summary: AccountSummary }) {
  const page = usePage();
  const { t } = page;
  const { account, kinds, days } = summary;
  return (
    <section aria-labelledby="account">
      <h2 id="account">
        <Bdi>{account.displayName}</Bdi>
      </h2>
      <p>{roleNameOf(page, account)}</p>
      {kinds.length === 0 ? (
        <p>{t('oversight.account.nothing', { days })}</p>
      ) : (
        <ul>
          {kinds.map(({ kind, openings, records }) => (
            <li key={kind}>{t('oversight.account.kind', { kind: kindWord(t, kind), openings, records })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who opened what: the account of openings, and the ways on from it. */
export default function LogPage() {
  const { filter, found, accounts, organisations, summary, waiting } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const isNarrowed = Object.keys(filter).some((name) => name !== 'personId');
  return (
    <>
      <PageTitle title={t('oversight.log.title')} lead={<p>{t('oversight.log.lead')}</p>}>
        <ButtonLink to={href('/oversight/people')} kind="action">
          {t('oversight.people.title')}
        </ButtonLink>
        <ButtonLink to={href(`/oversight/exports${searchOf(filter)}`)}>{t('oversight.log.export')}</ButtonLink>
        <ButtonLink to={href('/oversight/checkpoints')}>{t('oversight.checkpoints.title')}</ButtonLink>
      </PageTitle>
      <WaitingRequests count={waiting} />
      {filter.personId === undefined ? null : (
        <Notice title={t('oversight.person', { mark: markOf(filter.personId) })}>
          <p>
            <Link
              to={href(
                searchOf({ ...filter, personId: undefined }) === ''
                  ? '/oversight'
                  : `/oversight${searchOf({ ...filter, personId: undefined })}`,
              )}
            >
              {t('oversight.log.of_all')}
            </Link>
          </p>
        </Notice>
      )}
      <details className="narrow" open={isNarrowed}>
        <summary>{t('oversight.log.narrow')}</summary>
        <Narrow accounts={accounts} organisations={organisations} filter={filter} />
      </details>
      {summary === null ? null : <Summary summary={summary} />}
      <p>{t('oversight.log.total', { count: found.total ?? 0 })}</p>
      <OpeningsTable openings={found.items} caption={t('oversight.log.title')} />
      <Pagination {...found} />
    </>
  );
}
