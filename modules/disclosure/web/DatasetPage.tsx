import { textIn, type InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  DataTable,
  DateText,
  EmptyState,
  NumberText,
  PageTitle,
  usePage,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { BEGUN, disclosureRoutes, type KeptPolicy, type ReleaseCard } from '../contract/index.ts';
import { PolicyForm, WaitingPolicy } from './PolicyForms.tsx';
import { PolicyText } from './PolicyText.tsx';

const codeOf = (params: LoaderFunctionArgs['params']): string => params['datasetCode'] ?? '';

/** One dataset, its policies and all that was told of it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'disclosure:read');
  return apiOf(context, disclosureRoutes).getDataset({ datasetCode: codeOf(params) });
}

type Asked = InputOf<typeof disclosureRoutes.askPolicy>;
type Answered = InputOf<typeof disclosureRoutes.answerPolicy>;

/** Asks for another policy, or answers one that was asked for. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, disclosureRoutes);
    const intent = values.text('intent');
    const typed = values.toObject();
    const datasetCode = codeOf(params);
    if (intent === 'ask') await api.askPolicy({ ...(typed as Asked), datasetCode }, { commandId });
    else await api.answerPolicy({ ...(typed as Answered), agrees: intent === 'agree' }, { commandId });
    return redirect(`/${params['locale']}/work/disclosure/${datasetCode}`);
  });
}

function Releases({ releases }: { releases: ReleaseCard[] }) {
  const { t, href, formats } = usePage();
  return (
    <DataTable<ReleaseCard>
      caption={t('disclosure.releases')}
      rows={releases}
      keyOf={({ releaseId }) => releaseId}
      empty={<EmptyState title={t('disclosure.never')} />}
      columns={[
        {
          key: 'when',
          heading: t('disclosure.released_at'),
          cell: ({ releaseId, releasedAt }) => (
            <Link to={href(`/work/disclosure/releases/${releaseId}`)}>{formats.dateTime(releasedAt)}</Link>
          ),
        },
        {
          key: 'by',
          heading: t('disclosure.by'),
          cell: ({ dimensions, cut }) => (
            <bdi>
              {[
                ...dimensions,
                ...Object.entries(cut).map(
                  ([code, codes]) => `${code}: ${codes.length > 3 ? codes.length : codes.join(', ')}`,
                ),
              ].join(' · ')}
            </bdi>
          ),
        },
        { key: 'state', heading: t('disclosure.state'), cell: ({ state }) => t(`disclosure.release_state.${state}`) },
        { key: 'detail', heading: t('disclosure.how_much'), cell: ({ detail }) => t(`disclosure.detail.${detail}`) },
        {
          key: 'shown',
          heading: t('disclosure.shown'),
          isNumber: true,
          cell: ({ shown }) => <NumberText value={shown} />,
        },
        {
          key: 'suppressed',
          heading: t('disclosure.suppressed'),
          isNumber: true,
          cell: ({ suppressed }) => <NumberText value={suppressed} />,
        },
      ]}
    />
  );
}

function History({ policies }: { policies: KeptPolicy[] }) {
  const { t } = usePage();
  return (
    <DataTable<KeptPolicy>
      caption={t('disclosure.history')}
      rows={policies}
      keyOf={({ policyId }) => policyId}
      columns={[
        { key: 'when', heading: t('disclosure.since'), cell: ({ askedAt }) => <DateText value={askedAt} /> },
        {
          key: 'policy',
          heading: t('disclosure.policy'),
          cell: ({ policy, preset }) => <PolicyText policy={policy} preset={preset} />,
        },
        {
          key: 'reason',
          heading: t('disclosure.field.reason'),
          cell: ({ reason }) => (reason === BEGUN ? t('disclosure.begun') : <bdi>{reason}</bdi>),
        },
        { key: 'state', heading: t('disclosure.state'), cell: ({ state }) => t(`disclosure.policy_state.${state}`) },
      ]}
    />
  );
}

/** What may be told of a dataset, who asked for it and why, and what was told. */
export default function DatasetPage() {
  const { dataset, policies, releases } = useLoaderData<typeof loader>();
  const { t, locale, can } = usePage();
  const asked = policies.find(({ state }) => state === 'asked');
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/disclosure', label: t('disclosure.title') }]} />
      <PageTitle
        title={textIn(dataset.name, locale).text}
        lead={
          <p>
            <PolicyText policy={dataset.policy} preset={dataset.preset} />
          </p>
        }
      />
      {asked === undefined ? null : <WaitingPolicy asked={asked} />}
      <Releases releases={releases} />
      <History policies={policies} />
      {can('disclosure:write') && asked === undefined ? <PolicyForm dataset={dataset} /> : null}
    </>
  );
}
