import type { AreaOnMap } from '@qantara/territory/contract';
import { Choropleth, usePage, type MapArea, type Outline } from '@qantara/ui';
import type { Place, PlanId } from '../../contract/index.ts';

export const placePath = (planId: PlanId, areaId: string): string => `/plans/${planId}/places?area=${areaId}`;

/** The neighbourhoods, darker the more work is for them; hatched where none is. */
export function PlaceMap({ places, outlines, planId }: { places: Place[]; outlines: AreaOnMap[]; planId: PlanId }) {
  const { t, text, href } = usePage();
  const areas = places.flatMap(({ areaId, name, works }): MapArea[] => {
    const outline = outlines.find((one) => one.areaId === areaId);
    if (outline === undefined) return [];
    const value = works.length === 0 ? null : works.length;
    const area = { key: areaId, label: text(name).text, geometry: outline.boundary as Outline, value };
    return [{ ...area, absent: t('plan.site.no_work'), href: href(placePath(planId, areaId)) }];
  });
  if (areas.length === 0) return null;
  return <Choropleth caption={t('plan.site.map')} measure={t('plan.annual.works')} areas={areas} />;
}
