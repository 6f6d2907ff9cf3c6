import type { AreaOnMap } from '@qantara/territory/contract';
import { Choropleth, PointMap, usePage, type MapPoint, type Outline } from '@qantara/ui';
import { Link } from 'react-router';
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

/** Where the listed services are, under their numbers; or how many services reach each town. The list says it all in words. */
export function FoundMap({ items, first, areas, counts, asked }: Mapped) {
  const { t, text } = usePage();
  const ground = areas.map(({ areaId, name, boundary }) => ({
    key: areaId as string,
    label: text(name).text,
    geometry: boundary as Outline,
  }));
  if (ground.length === 0) return null;
  const isByArea = asked.view === 'areas' && counts !== null;
  const totals = new Map<string, number>(counts?.areas.map(({ areaId, total }) => [areaId, total]));
  return (
    <div className="found-map">
      {isByArea ? (
        <Choropleth
          caption={t('directory.map.areas')}
          measure={t('directory.search.results')}
          areas={ground.map((area) => ({
            ...area,
            value: totals.get(area.key) ?? 0,
            href: addressOf({ ...asked, areaId: area.key, page: undefined, view: undefined }),
          }))}
        />
      ) : (
        <PointMap
          caption={t('directory.map.points')}
          ground={ground}
          kinds={[{ key: 'service', label: t('directory.map.point') }]}
          points={pointsOf(items, first, (found) => text(found.name).text)}
        />
      )}
      {counts === null ? null : (
        <p>
          <Link to={addressOf({ ...asked, view: isByArea ? undefined : 'areas' })}>
            {isByArea ? t('directory.map.points') : t('directory.map.areas')}
          </Link>
        </p>
      )}
    </div>
  );
}
