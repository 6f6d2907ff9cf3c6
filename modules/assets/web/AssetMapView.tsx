import type { Area, AreaOnMap } from '@qantara/territory/contract';
import { Choropleth, PointMap, searchWith, usePage, type Outline } from '@qantara/ui';
import { Link } from 'react-router';
import type { AssetMap } from '../contract/index.ts';
import { KINDS_ON_MAP } from './kinds-on-map.ts';
import { useAssetName } from './use-asset-name.ts';

type AssetMapViewProps = {
  map: AssetMap;
  areas: Area[];
  outlines: AreaOnMap[];
  /** Which of them stand in the list beside it, in its order. */
  listed: readonly string[];
  byTown: boolean;
};

function Towns({ map, outlines }: Pick<AssetMapViewProps, 'map' | 'outlines'>) {
  const { t, text } = usePage();
  return (
    <Choropleth
      caption={t('assets.map.towns')}
      measure={t('assets.map.how_many')}
      areas={outlines.map((outline) => ({
        key: outline.areaId,
        label: text(outline.name).text,
        geometry: outline.boundary as Outline,
        value: map.towns.find(({ areaId }) => areaId === outline.areaId)?.count ?? 0,
      }))}
    />
  );
}

function Points({ map, areas, outlines, listed }: Omit<AssetMapViewProps, 'byTown'>) {
  const { t, text, formats } = usePage();
  const nameOf = useAssetName(areas);
  const numberOf = (assetId: string) => {
    const place = listed.indexOf(assetId);
    return place === -1 ? {} : { number: formats.number(place + 1) };
  };
  return (
    <PointMap
      caption={t('assets.map.points')}
      ground={outlines.map(({ areaId, name, boundary }) => ({
        key: areaId,
        label: text(name).text,
        geometry: boundary as Outline,
      }))}
      kinds={KINDS_ON_MAP.map((key) => ({ key, label: t(`assets.kind.${key}`) }))}
      points={map.points.map(({ assetId, ...point }) => ({
        key: assetId,
        kind: point.kind,
        label: nameOf({ ...point, areaId: null }),
        longitude: point.longitude,
        latitude: point.latitude,
        ...numberOf(assetId),
      }))}
      note={t(map.hasMore ? 'assets.map.too_many' : 'assets.map.note')}
    />
  );
}

/** The assets on a map: each at its place, or towns coloured by how many they have. */
export function AssetMapView({ map, areas, outlines, listed, byTown }: AssetMapViewProps) {
  const { t, search } = usePage();
  if (outlines.length === 0) return null;
  return (
    <div className="map-side">
      {byTown ? <Towns map={map} outlines={outlines} /> : <Points {...{ map, areas, outlines, listed }} />}
      <p>
        <Link to={searchWith(search, { map: byTown ? null : 'towns', page: null })}>
          {t(byTown ? 'assets.map.show_points' : 'assets.map.show_towns')}
        </Link>
      </p>
    </div>
  );
}
