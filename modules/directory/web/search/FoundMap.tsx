import type { Area, AreaOnMap } from '@qantara/territory/contract';
import { Choropleth, PointMap, usePage, type MapPoint, type Outline } from '@qantara/ui';
import type { FoundService, SearchCounts } from '../../contract/index.ts';
import { addressOf, type AskedSearch } from './asked-search.ts';

type Mapped = {
  items: FoundService[];
  first: number;
  areas: AreaOnMap[];
  counts: SearchCounts | null;
  asked: AskedSearch;
};

/** A service's open places, by its number in the list; a confidential one is never among them. */
function pointsOf(items: FoundService[], first: number, nameOf: (found: FoundService) => string): MapPoint[] {
  return items.flatMap((found, index) =>
    found.places.flatMap(({ latitude, longitude }, place) =>
      latitude === null || longitude === null
        ? []
        : [
            {
              key: `${found.serviceId} ${place}`,
              label: nameOf(found),
              kind: 'service',
              latitude,
              longitude,
              number: String(first + index),
            },
          ],
    ),
  );
}

/** Where the listed services are, under their numbers, and how many services reach each town; the list says it all in words. */
export function FoundMap({ items, first, areas, counts, asked }: Mapped) {
  const { t, text } = usePage();
  const ground = areas.map(({ areaId, name, boundary }) => ({
    key: areaId,
    label: text(name).text,
    geometry: boundary as Outline,
  }));
  const points = pointsOf(items, first, (found) => text(found.name).text);
  const totals = new Map(counts?.areas.map(({ areaId, total }) => [areaId, total]));
  if (ground.length === 0) return null;
  return (
    <div className="found-map">
      {points.length === 0 ? null : (
        <PointMap
          caption={t('directory.map.points')}
          ground={ground}
          kinds={[{ key: 'service', label: t('directory.map.point') }]}
          points={points}
        />
      )}
      {counts === null ? null : (
        <details>
          <summary>{t('directory.map.areas')}</summary>
          <Choropleth
            caption={t('directory.map.areas')}
            measure={t('directory.search.results')}
            areas={ground.map((area) => ({
              ...area,
              value: totals.get(area.key as Area['areaId']) ?? 0,
              href: addressOf({ ...asked, areaId: area.key, page: undefined }),
            }))}
          />
        </details>
      )}
    </div>
  );
}
