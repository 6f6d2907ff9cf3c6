import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Booklet, BookletSearch, Need, Service } from '../contract/index.ts';
import { listNeeds } from './records/need-store.ts';
import { areasServing } from './search/asked-search.ts';
import { listServices } from './service-view.ts';
import type { DirectoryTables } from './tables.gen.ts';

type DirectoryCtx = Ctx<DirectoryTables>;
type Whole = z.input<typeof Service>;

/** About a hundred printed pages: what can still be stapled. */
const MOST_SERVICES = 400;

async function listIds(
  ctx: DirectoryCtx,
  asked: { needCode: string | undefined; areaIds: string[] | null },
): Promise<string[]> {
  const { rows } = await sql<{ service_id: string }>`
    select service.service_id from directory.service
    where service.status = 'active' and service.merged_into is null
      and (${asked.needCode ?? null}::text is null or exists (select 1 from directory.service_need as need
        where need.service_id = service.service_id and need.need_code = ${asked.needCode ?? null}))
      and (${asked.areaIds}::uuid[] is null
        or exists (select 1 from directory.area_served as served
          where served.service_id = service.service_id and served.area_id = any(${asked.areaIds}::uuid[]))
        or not exists (select 1 from directory.area_served as served where served.service_id = service.service_id))
    order by service.service_id limit ${sql.lit(MOST_SERVICES + 1)}`.execute(ctx.db);
  return rows.map((row) => row.service_id);
}

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
  const ids = await listIds(ctx, { needCode, areaIds: await areasServing(ctx, areaId) });
  const services = await listServices(ctx, ids.slice(0, MOST_SERVICES));
  return {
    areaName: area?.name ?? null,
    needName: need?.name ?? null,
    chapters: chaptersOf(services.toSorted(byName(ctx.locale)), needs, needCode),
    services: services.length,
    hasMore: ids.length > MOST_SERVICES,
  };
}
