import type { LocalizedText } from '@qantara/kernel';
import type { Area } from '@qantara/territory/contract';
import { around, within } from '@qantara/territory/domain';
import type { Item, ItemId, Place } from '../../contract/index.ts';

type Given = {
  areas: Area[];
  /** The area that the plan is of. */
  areaId: string;
  /** The areas that each node says it is for. */
  areaIdsOf: (itemId: string) => readonly string[];
};
export type PlacedWorks = { places: Place[]; works: Item[]; everywhere: ItemId[] };

const isWork = ({ kind }: Item): boolean => kind === 'initiative';

function townOf(areas: Area[], areaId: string): LocalizedText | null {
  return around(areas, areaId).find(({ kind }) => kind === 'municipality')?.name ?? null;
}

/**
 * The neighbourhoods of a plan's area, each with the work that is for it: that names it, or the town it lies in. Work that names no
 * place, or the whole area of the plan, is for everybody; it makes no neighbourhood one that something is done in.
 */
export function placeWorks(items: readonly Item[], { areas, areaId, areaIdsOf }: Given): PlacedWorks {
  const works = items.filter(isWork);
  const beyond = new Set<string>(around(areas, areaId).map((area) => area.areaId));
  const namedBy = (item: Item) => areaIdsOf(item.itemId).filter((named) => !beyond.has(named));
  const isInside = new Set(within(areas, areaId));
  const places = areas
    .filter((area) => area.kind === 'neighbourhood' && isInside.has(area.areaId))
    .map((area) => {
      const over = around(areas, area.areaId).map((one) => one.areaId as string);
      const here = works.filter((item) => namedBy(item).some((named) => over.includes(named)));
      const ids = here.map(({ itemId }) => itemId);
      return { areaId: area.areaId, name: area.name, townName: townOf(areas, area.areaId), works: ids };
    });
  const everywhere = works.filter((item) => namedBy(item).length === 0).map(({ itemId }) => itemId);
  return { places, works, everywhere };
}
