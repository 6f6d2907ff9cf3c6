import { territoryRoutes, type Area } from '@qantara/territory/contract';
import { areaName } from '@qantara/territory/web';
import {
  apiOf,
  Bdi,
  Breadcrumbs,
  DateText,
  DescriptionList,
  LocalText,
  Notice,
  PageTitle,
  Phone,
  usePage,
  type Fact,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { assetsRoutes, type AssetId, type PublicAsset } from '../contract/index.ts';
import assetsCss from './assets.css?url';
import { useAssetName } from './use-asset-name.ts';

export function links() {
  return [{ rel: 'stylesheet', href: assetsCss }];
}

/** One asset, as everyone reads it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const assetId = (params['assetId'] ?? '') as AssetId;
  const asset = await apiOf(context, assetsRoutes).getPublicAsset({ assetId });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { asset, areas };
}

function useFacts(asset: PublicAsset, areas: Area[]): Fact[] {
  const { t } = usePage();
  const area = areaName(areas, asset.areaId);
  const facts: (Fact | null)[] = [
    { label: t('field.kind'), value: t(`assets.kind.${asset.kind}`) },
    area === null ? null : { label: t('field.areaId'), value: <LocalText value={area} quiet /> },
    asset.organisationName === null
      ? null
      : {
          label: t(asset.kind === 'skill' ? 'assets.skill.through' : 'assets.fact.held_by'),
          value: <LocalText value={asset.organisationName} quiet />,
        },
    asset.phone === null ? null : { label: t('assets.field.phone'), value: <Phone number={asset.phone} /> },
    asset.email === null
      ? null
      : {
          label: t('assets.field.email'),
          value: (
            <a href={`mailto:${asset.email}`}>
              <Bdi latin>{asset.email}</Bdi>
            </a>
          ),
        },
    asset.website === null
      ? null
      : {
          label: t('assets.field.website'),
          value: (
            <a href={asset.website} rel="noreferrer">
              <Bdi latin>{asset.website}</Bdi>
            </a>
          ),
        },
    asset.source === null ? null : { label: t('assets.field.source'), value: <Bdi>{asset.source}</Bdi> },
    { label: t('assets.fact.updated'), value: <DateText value={asset.updatedAt} /> },
  ];
  return facts.filter((fact) => fact !== null);
}

/** One thing that the community has, and how one comes to it. */
export default function AssetPage() {
  const { asset, areas } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const facts = useFacts(asset, areas);
  return (
    <>
      <Breadcrumbs items={[{ path: '/assets', label: t('assets.list.title') }]} />
      <PageTitle title={useAssetName(areas)(asset)} />
      {asset.description === null ? null : (
        <p className="long-text">
          <LocalText value={asset.description} />
        </p>
      )}
      {asset.kind === 'skill' ? (
        <Notice>
          <p>{t('assets.skill.ask')}</p>
        </Notice>
      ) : null}
      <DescriptionList items={facts} />
      {asset.tags.length === 0 ? null : (
        <ul className="tags" aria-label={t('assets.list.tags')}>
          {asset.tags.map(({ tag, name }) => (
            <li key={tag}>
              <Link to={href(`/assets?tag=${encodeURIComponent(tag)}`)}>
                <LocalText value={name} quiet />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
