import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  apiOf,
  EmptyState,
  Filters,
  Icon,
  LocalText,
  PageTitle,
  Pagination,
  ResultList,
  searchWith,
  SelectField,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { AssetKind, assetsRoutes, type AssetMap } from '../contract/index.ts';
import { askedOf } from './asked-of.ts';
import { AssetItem } from './AssetItem.tsx';
import { AssetMapView } from './AssetMapView.tsx';
import assetsCss from './assets.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: assetsCss }];
}

/** The assets that fit, on a list and on the map. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { page, ...asked } = askedOf(request);
  const api = apiOf(context, assetsRoutes);
  const found = await api.findAssets({ ...asked, page, perPage: 12 });
  const map = await api.getAssetMap(asked);
  const territory = apiOf(context, territoryRoutes);
  const { areas } = await territory.listAreas({});
  const { areas: outlines } = await territory.getAreaMap({});
  return { asked, found, map, areas, outlines };
}

function Tags({ tags, chosen }: { tags: AssetMap['tags']; chosen: string }) {
  const { t, search } = usePage();
  if (tags.length === 0) return null;
  return (
    <nav aria-label={t('assets.list.tags')}>
      <ul className="tags">
        {tags.map(({ tag, name }) => (
          <li key={tag}>
            <Link
              to={searchWith(search, { tag: tag === chosen ? null : tag })}
              aria-current={tag === chosen ? 'true' : undefined}
            >
              <LocalText value={name} quiet />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The address of the same assets as GeoJSON. */
function exportAddress({ kind, areaId, tag }: ReturnType<typeof askedOf>): string {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(areaId && { areaId }), ...(tag && { tag }) });
  return `/api/public/assets/geojson?${query.toString()}`;
}

/** What the community has: places, groups, skills, resources. List and map together, without script. */
export default function AssetsPage() {
  const { asked, found, map, areas, outlines } = useLoaderData<typeof loader>();
  const { t, locale, formats, search, href } = usePage();
  const label = t('assets.list.count', { count: found.total ?? 0 });
  const placed = found.items.filter(({ latitude }) => latitude !== null).map(({ assetId }) => assetId as string);
  const byTown = map.hasMore || new URLSearchParams(search).get('map') === 'towns';
  const numberOf = (assetId: string) =>
    byTown || !placed.includes(assetId) ? undefined : formats.number(placed.indexOf(assetId) + 1);
  return (
    <>
      <PageTitle title={t('assets.list.title')} lead={<p>{t('assets.list.lead')}</p>} />
      <Filters id="search" label={t('assets.list.filter')} keep={['map']}>
        <SelectField
          name="kind"
          label={t('field.kind')}
          emptyLabel={t('assets.list.any_kind')}
          options={AssetKind.options.map((value) => ({ value, label: t(`assets.kind.${value}`) }))}
        />
        <SelectField
          name="areaId"
          label={t('field.areaId')}
          emptyLabel={t('assets.list.anywhere')}
          options={areaChoices(areas, locale)}
        />
      </Filters>
      <Tags tags={map.tags} chosen={asked.tag} />
      <h2>{label}</h2>
      <div className="map-and-list">
        <AssetMapView map={map} areas={areas} outlines={outlines} listed={placed} byTown={byTown} />
        <div>
          {found.items.length === 0 ? (
            <EmptyState title={t('assets.list.none')}>
              <p>{t('assets.list.none_text')}</p>
              <p className="actions">
                <a href={href('/assets')}>{t('assets.list.all')}</a>
              </p>
            </EmptyState>
          ) : (
            <ResultList label={label}>
              {found.items.map((asset) => (
                <AssetItem key={asset.assetId} asset={asset} areas={areas} number={numberOf(asset.assetId)} />
              ))}
            </ResultList>
          )}
          <Pagination {...found} />
          <p>
            <a href={exportAddress({ ...asked, page: 1 })} download="assets.geojson">
              <Icon name="download" /> {t('assets.list.export')}
            </a>
          </p>
        </div>
      </div>
    </>
  );
}
