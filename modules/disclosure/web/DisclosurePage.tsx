import { needPermission } from '@qantara/identity/web';
import {
  apiOf,
  Bdi,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  Notice,
  NumberText,
  PageTitle,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { disclosureRoutes, type Dataset } from '../contract/index.ts';
import { MARKER } from '../domain/markers.ts';
import { PolicyText } from './PolicyText.tsx';

/** Everything that is published in tables, and by which rules. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'disclosure:read');
  return apiOf(context, disclosureRoutes).listDatasets({});
}

function Signs() {
  const { t } = usePage();
  return (
    <Notice title={t('disclosure.signs')}>
      <ul>
        <li>
          <Bdi>{MARKER.suppressed}</Bdi> – {t('disclosure.cell.suppressed')}
        </li>
        <li>
          <Bdi>{MARKER.missing}</Bdi> – {t('disclosure.cell.missing')}
        </li>
        <li>
          <NumberText value={0} /> – {t('disclosure.cell_zero')}
        </li>
      </ul>
    </Notice>
  );
}

/** The datasets, the policy of each, and when it was last told. */
export default function DisclosurePage() {
  const { datasets } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('disclosure.title')} lead={<p>{t('disclosure.lead')}</p>} />
      <Signs />
      <DataTable<Dataset>
        caption={t('disclosure.datasets')}
        rows={datasets}
        keyOf={({ datasetCode }) => datasetCode}
        empty={<EmptyState title={t('disclosure.none')} />}
        columns={[
          {
            key: 'name',
            heading: t('disclosure.dataset'),
            cell: ({ datasetCode, name }) => (
              <Link to={href(`/work/disclosure/${datasetCode}`)}>
                <LocalText value={name} quiet />
              </Link>
            ),
          },
          {
            key: 'policy',
            heading: t('disclosure.policy'),
            cell: ({ policy, preset, isAsked }) => (
              <>
                <PolicyText policy={policy} preset={preset} />
                {isAsked ? <p>{t('disclosure.waits')}</p> : null}
              </>
            ),
          },
          {
            key: 'releases',
            heading: t('disclosure.releases'),
            isNumber: true,
            cell: ({ releases }) => <NumberText value={releases} />,
          },
          {
            key: 'last',
            heading: t('disclosure.last_release'),
            cell: ({ lastReleasedAt }) =>
              lastReleasedAt === null ? t('disclosure.never') : <DateText value={lastReleasedAt} />,
          },
        ]}
      />
    </>
  );
}
