import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import type { z } from 'zod';
import type { Booklet, BookletSearch, Need, Service } from '../contract/index.ts';
import { listBookletIds } from './booklet-view.ts';
import { listNeeds } from './records/need-store.ts';
import { areasServing } from './search/asked-search.ts';
import { listServices } from './service-view.ts';
import type { DirectoryTables } from './tables.gen.ts';

type DirectoryCtx = Ctx<DirectoryTables>;
type Whole = z.input<typeof Service>;

/** About a hundred printed pages: what can still be stapled. */
const MOST_SERVICES = 400;

/** In the reader's language, letter by letter as that language orders them. */
function byName(locale: DirectoryCtx['locale']) {
  const collator = new Intl.Collator(locale);
  const nameOf = ({ name }: Whole) => name[locale] ?? name.ar ?? name.fr ?? name.en ?? '';
  return (one: Whole, other: Whole): number => collator.compare(nameOf(one), nameOf(other));
}

/** A service stands once: under the need that the booklet is of, else under the first of its needs. */
function chaptersOf(services: Whole[], needs: Need[], asked: string | undefined): z.input<typeof Booklet>['chapters'] {
  const placed = new Map<string | null, Whole[]>();
  for (const service of services) {
    const codes = new Set(service.needs.map(({ needCode }) => String(needCode)));
    const code = asked ?? needs.find(({ needCode }) => codes.has(needCode))?.needCode ?? null;
    placed.set(code, [...(placed.get(code) ?? []), service]);
  }
  const named = needs.flatMap((need) => {
    const inside = placed.get(need.needCode);
    return inside === undefined ? [] : [{ needCode: need.needCode, name: need.name, services: inside }];
  });
  const rest = placed.get(null);
  return rest === undefined ? named : [...named, { needCode: null, name: null, services: rest }];
}

/** The directory, or a part of it, as a booklet to print. Refuses `need_not_found` and `area_not_found`. */
export async function getBooklet(
  ctx: DirectoryCtx,
  { needCode, areaId }: BookletSearch,
): Promise<z.input<typeof Booklet>> {
  const needs = await listNeeds(ctx);
  const need = needs.find((one) => one.needCode === needCode);
  if (needCode !== undefined && need === undefined) refuse('need_not_found');
  const area = areaId === undefined ? undefined : (await listAreas(ctx)).find((one) => one.areaId === areaId);
  if (areaId !== undefined && area === undefined) refuse('area_not_found');
  const ids = await listBookletIds(ctx.db, { needCode, areaIds: await areasServing(ctx, areaId) }, MOST_SERVICES + 1);
  const services = await listServices(ctx, ids.slice(0, MOST_SERVICES));
  return {
    areaName: area?.name ?? null,
    needName: need?.name ?? null,
    chapters: chaptersOf(services.toSorted(byName(ctx.locale)), needs, needCode),
    services: services.length,
    hasMore: ids.length > MOST_SERVICES,
  };
}
