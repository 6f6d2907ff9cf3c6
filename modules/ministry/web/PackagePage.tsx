import { needPermission } from '@qantara/identity/web';
import { apiOf, Bdi, Breadcrumbs, DateText, DescriptionList, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ministryRoutes, type PackageId } from '../contract/index.ts';
import ministryCss from './ministry.css?url';
import { PackageContents } from './PackageContents.tsx';
import { PackageStateBadge } from './PackageStateBadge.tsx';

/** What only packages need of style. */
export function links() {
  return [{ rel: 'stylesheet', href: ministryCss }];
}

/** One package as it left. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'exchange:send');
  const packageId = (params['packageId'] ?? '') as PackageId;
  const { card, content } = await apiOf(context, ministryRoutes).getPackage({ packageId });
  return { card, content };
}

/** A package: whether it arrived, the file to carry by hand, and what is in it. */
export default function PackagePage() {
  const { card, content } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const { packageId, sequence, state, way, address, madeAt, endedAt, lastFault } = card;
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/exchange', label: t('ministry.exchange.title') }]} />
      <PageTitle title={t('ministry.package.title', { sequence: String(sequence) })}>
        <a className="button" href={href(`/work/exchange/${packageId}/package.jws`)} download>
          {t('ministry.package.download')}
        </a>
      </PageTitle>
      <DescriptionList
        items={[
          { label: t('ministry.exchange.state'), value: <PackageStateBadge state={state} /> },
          { label: t('ministry.exchange.made'), value: <DateText value={madeAt} style="dateTime" /> },
          { label: t('ministry.field.way'), value: t(`ministry.way.${way}`) },
          ...(address === null ? [] : [{ label: t('ministry.field.address'), value: <Bdi latin>{address}</Bdi> }]),
          ...(endedAt === null
            ? []
            : [{ label: t('ministry.package.ended'), value: <DateText value={endedAt} style="dateTime" /> }]),
          ...(lastFault === null ? [] : [{ label: t('ministry.package.fault'), value: <Bdi latin>{lastFault}</Bdi> }]),
        ]}
      />
      <PackageContents content={content} />
    </>
  );
}
