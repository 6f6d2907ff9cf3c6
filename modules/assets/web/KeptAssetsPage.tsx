import { territoryRoutes, type Area } from '@qantara/territory/contract';
import { areaChoices, areaName } from '@qantara/territory/web';
import {
  apiOf,
  Bdi,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  Filters,
  LocalText,
  PageTitle,
  Pagination,
  SelectField,
  StatusBadge,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { AssetKind, assetsRoutes, type Asset } from '../contract/index.ts';
import { askedOf } from './asked-of.ts';
import { useAssetName } from './use-asset-name.ts';

/** The assets that are kept, or those that have ended. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const ended = new URL(request.url).searchParams.get('ended') === 'yes' ? 'yes' : 'no';
  const kept = await apiOf(context, assetsRoutes).listAssets({ ...askedOf(request), ended, perPage: 50 });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { kept, areas };
}

function useColumns(areas: Area[]): Column<Asset>[] {
  const { t, href } = usePage();
  const nameOf = useAssetName(areas);
  return [
    {
      key: 'name',
      heading: t('assets.field.name'),
      cell: (asset) => (
        <>
          <Link to={href(`/work/assets/${asset.assetId}`)}>
            <Bdi>{nameOf(asset)}</Bdi>
          </Link>{' '}
          {asset.isConfidential ? <StatusBadge tone="neutral" label={t('assets.kept.confidential')} /> : null}
        </>
      ),
    },
    { key: 'kind', heading: t('field.kind'), cell: (asset) => t(`assets.kind.${asset.kind}`) },
    {
      key: 'area',
      heading: t('field.areaId'),
      cell: (asset) => <LocalText value={areaName(areas, asset.areaId)} quiet />,
    },
    {
      key: 'source',
      heading: t('assets.field.source'),
      cell: (asset) => (asset.source === null ? t('assets.kept.by_hand') : <Bdi>{asset.source}</Bdi>),
    },
    {
      key: 'state',
      heading: t('assets.kept.state'),
      cell: (asset) =>
        asset.endedWhy === null ? (
          <DateText value={asset.updatedAt} />
        ) : (
          <StatusBadge tone="stopped" label={t(`assets.ended_why.${asset.endedWhy}`)} />
        ),
    },
  ];
}

/** The assets that we keep: what the community has, to be corrected, added to, taken in. */
export default function KeptAssetsPage() {
  const { kept, areas } = useLoaderData<typeof loader>();
  const { t, locale, href, can } = usePage();
  const columns = useColumns(areas);
  const any = t('assets.kept.any');
  return (
    <>
      <PageTitle title={t('assets.kept.title')} lead={<p>{t('assets.kept.lead')}</p>}>
        {can('asset:write') ? (
          <ButtonLink to={href('/work/assets/new')} kind="action">
            {t('assets.kept.add')}
          </ButtonLink>
        ) : null}
        {can('asset:import') ? (
          <ButtonLink to={href('/work/assets/imports')}>{t('assets.import.title')}</ButtonLink>
        ) : null}
        <ButtonLink to={href('/assets')}>{t('assets.kept.public')}</ButtonLink>
      </PageTitle>
      <Filters id="filters" label={t('assets.list.filter')} inline>
        <SelectField
          name="kind"
          label={t('field.kind')}
          emptyLabel={any}
          options={AssetKind.options.map((value) => ({ value, label: t(`assets.kind.${value}`) }))}
        />
        <SelectField name="areaId" label={t('field.areaId')} emptyLabel={any} options={areaChoices(areas, locale)} />
        <SelectField
          name="ended"
          label={t('assets.field.ended')}
          emptyLabel={t('assets.kept.live')}
          options={[{ value: 'yes', label: t('assets.kept.ended') }]}
        />
      </Filters>
      <p>{t('assets.list.count', { count: kept.total ?? 0 })}</p>
      <DataTable<Asset>
        caption={t('assets.kept.title')}
        hidesCaption
        rows={kept.items}
        keyOf={({ assetId }) => assetId}
        columns={columns}
        empty={
          <EmptyState title={t('assets.kept.empty')}>
            <p>{t('assets.kept.empty_text')}</p>
          </EmptyState>
        }
      />
      <Pagination {...kept} />
    </>
  );
}
