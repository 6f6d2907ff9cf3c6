import { foldText } from '@qantara/kernel';
import type { Area } from '@qantara/territory/contract';

/** Our areas by their names in three languages and their codes, folded, as a source may call them. */
export function areaIdsByName(areas: Area[]): Map<string, string> {
  return new Map(
    areas.flatMap((area) =>
      [area.code, area.name.ar, area.name.fr, area.name.en].flatMap((name) =>
        name ? [[foldText(name), area.areaId as string] as const] : [],
      ),
    ),
  );
}
