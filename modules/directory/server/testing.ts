import { readFileSync } from 'node:fs';
import { type Actor, ANYONE, type LocalizedText } from '@qantara/kernel';
import {
  createExecutor,
  openTestDatabase,
  vaultOf,
  type AnyCtx,
  type Database,
  type Executor,
  type ServerModule,
} from '@qantara/platform';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import { saveArea, territoryModule } from '@qantara/territory/server';
import { Need } from '../contract/index.ts';
import { directoryModule, saveNeeds, saveService, type NewService } from './index.ts';

export { refreshFilterColumns } from './search/filter-columns-store.ts';

export type Region = {
  database: Database;
  executor: Executor;
  areas: Record<'region' | 'harbour' | 'oldTown' | 'hills', string>;
};

/** Somebody of a role that holds these permissions. */
export function actorWith(...permissions: string[]): Actor {
  return {
    ...ANYONE,
    kind: 'account',
    accountId: '0199aaaa-0000-7000-8000-000000000001',
    role: 'test',
    permissions: new Set(permissions),
  };
}

/** Runs work in one transaction of the system and gives its result. */
export async function inSystem<T>(region: Pick<Region, 'executor'>, work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  let done: { value: T } | undefined;
  await region.executor.asSystem(async (ctx) => {
    done = { value: await work(ctx) };
  });
  if (done === undefined) throw new Error('the system did no work');
  return done.value;
}

/** Calls a route; its answer, or the code of its refusal. */
export async function callRoute(
  region: Region,
  path: string,
  { input = {}, actor = ANYONE }: { input?: unknown; actor?: Actor },
) {
  const caller = { actor, locale: 'en' as const, origin: 'test', setSession: () => undefined };
  const answer = await region.executor.call(path, input, { caller });
  return answer.ok ? { value: answer.value, code: null } : { value: null, code: answer.code };
}

function area(code: string, parentCode: string | null, name: LocalizedText) {
  const kind = ({ 0: 'region', 1: 'municipality' } as const)[parentCode === null ? 0 : 1];
  const isInside = code.startsWith('T1-');
  return {
    code,
    parentCode,
    name,
    boundary: null,
    latitude: null,
    longitude: null,
    population: null,
    kind: isInside ? ('neighbourhood' as const) : kind,
  };
}

/** A migrated database with a region of two towns, one of them with an old town, and every need. */
export async function openTestRegion(modules: ServerModule[] = []): Promise<Region> {
  const database = await openTestDatabase();
  const executor = createExecutor([territoryModule, organisationsModule, directoryModule, ...modules], {
    database,
    vault: vaultOf('x'.repeat(32)),
    timeZone: 'UTC',
  });
  const needs = Need.array().parse(
    JSON.parse(readFileSync(new URL('../../../db/seeds/needs.json', import.meta.url), 'utf8')),
  );
  const areas = await inSystem({ executor }, async (ctx) => {
    await saveNeeds(ctx, needs);
    return {
      region: await saveArea(ctx, area('R', null, { en: 'Test region', ar: 'المنطقة' })),
      harbour: await saveArea(ctx, area('T1', 'R', { en: 'Harbour', fr: 'Le Port', ar: 'الميناء' })),
      oldTown: await saveArea(ctx, area('T1-1', 'T1', { en: 'Old Town', fr: 'Vieille ville', ar: 'المدينة القديمة' })),
      hills: await saveArea(ctx, area('T2', 'R', { en: 'Hills', fr: 'Les Collines', ar: 'التلال' })),
    };
  });
  return { database, executor, areas };
}

/** An organisation that answers referrals, unless told otherwise. */
export async function anOrganisation(ctx: AnyCtx, name: LocalizedText, receivesReferrals = true): Promise<string> {
  return saveOrganisation(ctx, {
    name,
    description: null,
    sector: 'association',
    email: null,
    phone: null,
    website: null,
    areaId: null,
    receivesReferrals,
  });
}

/** A service with just what it cannot do without, and what the test says. */
export async function aService(
  ctx: AnyCtx,
  service: Partial<NewService> & { organisationId: string },
): Promise<string> {
  return saveService(ctx, { name: { en: 'A service' }, needCodes: [], ...service });
}
