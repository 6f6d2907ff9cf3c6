import { textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import type { Area } from '../contract/index.ts';

/** The areas to choose from, each town before its neighbourhoods; the region itself is no choice. */
export function areaChoices(areas: Area[], locale: Locale): { value: string; label: string }[] {
  const name = (area: Area) => textIn(area.name, locale).text;
  const towns = areas.filter((area) => area.kind === 'municipality');
  return towns.flatMap((town) => [
    { value: town.areaId, label: name(town) },
    ...areas
      .filter((area) => area.parentAreaId === town.areaId)
      .map((area) => ({ value: area.areaId, label: `${name(town)} – ${name(area)}` })),
  ]);
}

/** The name of the area with this identifier, if there is one. */
export function areaName(areas: Area[], areaId: string | null): LocalizedText | null {
  return areas.find((area) => area.areaId === areaId)?.name ?? null;
}
