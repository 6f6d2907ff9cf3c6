import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  CommandForm,
  DataTable,
  DateText,
  DescriptionList,
  EmptyState,
  Notice,
  NumberText,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { ministryRoutes, type Exchange, type PackageCard } from '../contract/index.ts';
import { PackageStateBadge } from './PackageStateBadge.tsx';

export const handle: PageHandle = { formId: 'key' };

/** What this region is called, and what it sent. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'exchange:send');
  return apiOf(context, ministryRoutes).getExchange({});
}

/** Makes the first key or the next one. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (_values, commandId) => {
    await apiOf(context, ministryRoutes).renewKey({}, { commandId });
    return redirect(`/${params['locale']}/work/exchange`);
  });
}

function Begin() {
  const { t } = usePage();
  return (
    <>
      <Notice title={t('ministry.exchange.begin_title')}>
        <p>{t('ministry.exchange.begin_text')}</p>
      </Notice>
      <CommandForm id="key">
        <SubmitButton>{t('ministry.exchange.begin')}</SubmitButton>
      </CommandForm>
    </>
  );
}

function Identity({ exchange }: { exchange: Exchange }) {
  const { t } = usePage();
  const { instanceId, publicKey, nextKey } = exchange;
  return (
    <section>
      <h2>{t('ministry.exchange.identity')}</h2>
      <p>{t('ministry.exchange.identity_text')}</p>
      <DescriptionList
        items={[
          { label: t('ministry.field.instanceId'), value: <Bdi latin>{instanceId}</Bdi> },
          { label: t('ministry.field.publicKey'), value: <Bdi latin>{publicKey}</Bdi> },
          ...(nextKey === null ? [] : [{ label: t('ministry.exchange.next_key'), value: <Bdi latin>{nextKey}</Bdi> }]),
        ]}
      />
      {nextKey === null ? (
        <CommandForm id="key">
          <p className="hint">{t('ministry.exchange.renew_text')}</p>
          <SubmitButton kind="plain">{t('ministry.exchange.renew')}</SubmitButton>
        </CommandForm>
      ) : (
        <p className="hint">{t('ministry.exchange.announced')}</p>
      )}
    </section>
  );
}

function Packages({ packages }: { packages: PackageCard[] }) {
  const { t, href } = usePage();
  return (
    <DataTable<PackageCard>
      caption={t('ministry.exchange.packages')}
      rows={packages}
      keyOf={({ packageId }) => packageId}
      empty={<EmptyState title={t('ministry.exchange.none')} />}
      columns={[
        {
          key: 'sequence',
          heading: t('ministry.exchange.number'),
          cell: ({ packageId, sequence }) => (
            <Link to={href(`/work/exchange/${packageId}`)}>
              <NumberText value={sequence} />
            </Link>
          ),
        },
        { key: 'made', heading: t('ministry.exchange.made'), cell: ({ madeAt }) => <DateText value={madeAt} /> },
        { key: 'way', heading: t('ministry.field.way'), cell: ({ way }) => t(`ministry.way.${way}`) },
        {
          key: 'state',
          heading: t('ministry.exchange.state'),
          cell: ({ state }) => <PackageStateBadge state={state} />,
        },
      ]}
    />
  );
}

/** What this region tells the ministry: its key, the next package, and those before. */
export default function ExchangePage() {
  const exchange = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('ministry.exchange.title')} lead={<p>{t('ministry.exchange.lead')}</p>}>
        {exchange.instanceId === null ? null : (
          <ButtonLink to={href('/work/exchange/preview')}>{t('ministry.exchange.preview')}</ButtonLink>
        )}
      </PageTitle>
      {exchange.instanceId === null ? (
        <Begin />
      ) : (
        <>
          <Packages packages={exchange.packages} />
          <Identity exchange={exchange} />
        </>
      )}
    </>
  );
}
