import type { Area } from '../contract/index.ts';

/** The area and everything inside it: what "in this town" means for a search or a figure. */
export function within(areas: Area[], areaId: string): string[] {
  const found = [areaId];
  for (const current of found)
    for (const area of areas)
      if (area.parentAreaId === current && !found.includes(area.areaId)) found.push(area.areaId);
  return found;
}

/** The area and everything it lies in, nearest first. */
export function around(areas: Area[], areaId: string): Area[] {
  const found: Area[] = [];
  let current = areas.find((area) => area.areaId === areaId);
  while (current !== undefined && !found.includes(current)) {
    found.push(current);
    const parent: string | null = current.parentAreaId;
    current = areas.find((area) => area.areaId === parent);
  }
  return found;
}
