import {
  apiOf,
  Bdi,
  Breadcrumbs,
  DataTable,
  DateText,
  EmptyState,
  Notice,
  NumberText,
  PageTitle,
  usePage,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { oversightRoutes } from '../contract/index.ts';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

/** The latest checkpoints and the key to check them with. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'oversight:read');
  return apiOf(context, oversightRoutes).listLogCheckpoints({});
}

type Checkpoint = Awaited<ReturnType<typeof loader>>['checkpoints'][number];

/** What proves the account of openings to an outsider: the key, the checkpoints, and where they are kept. */
export default function CheckpointsPage() {
  const { publicKey, keepers, checkpoints } = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/oversight', label: t('oversight.log.title') }]} />
      <PageTitle title={t('oversight.checkpoints.title')} lead={<p>{t('oversight.checkpoints.lead')}</p>} />
      <h2>{t('oversight.checkpoints.key')}</h2>
      <p>{t('oversight.checkpoints.key_text')}</p>
      <p>
        <code className="long" dir="ltr">
          {publicKey}
        </code>
      </p>
      {keepers.length === 0 ? (
        <Notice kind="warning" title={t('oversight.checkpoints.nowhere')}>
          <p>{t('oversight.checkpoints.nowhere_text')}</p>
        </Notice>
      ) : (
        <p>{t('oversight.checkpoints.kept_at', { places: formats.list(keepers) })}</p>
      )}
      <DataTable<Checkpoint>
        caption={t('oversight.checkpoints.title')}
        hidesCaption
        rows={checkpoints}
        keyOf={({ number }) => String(number)}
        empty={<EmptyState title={t('oversight.checkpoints.none')} />}
        columns={[
          {
            key: 'number',
            heading: t('oversight.checkpoints.number'),
            cell: ({ number }) => <NumberText value={number} />,
          },
          { key: 'at', heading: t('oversight.log.at'), cell: ({ at }) => <DateText value={at} style="dateTime" /> },
          {
            key: 'links',
            heading: t('oversight.checkpoints.links'),
            cell: ({ links }) => <NumberText value={links} />,
            isNumber: true,
          },
          {
            key: 'digest',
            heading: t('oversight.exports.digest'),
            cell: ({ digest }) => <Bdi latin>{digest.slice(0, 16)}</Bdi>,
          },
          {
            key: 'kept',
            heading: t('oversight.checkpoints.kept'),
            cell: ({ keptBy }) => (keptBy.length === 0 ? '–' : <Bdi latin>{keptBy.join(', ')}</Bdi>),
          },
        ]}
      />
    </>
  );
}
