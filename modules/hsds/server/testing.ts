import { readFileSync } from 'node:fs';
import { type Actor, ANYONE, type LocalizedText } from '@qantara/kernel';
import {
  createExecutor,
  openTestDatabase,
  vaultOf,
  type AnyCtx,
  type Database,
  type Executor,
} from '@qantara/platform';
import { organisationsModule } from '@qantara/organisations/server';
import { saveArea, territoryModule } from '@qantara/territory/server';
import { Need } from '@qantara/directory/contract';
import { directoryModule, saveNeeds } from '@qantara/directory/server';
import { hsdsModule } from './index.ts';

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
export async function openTestRegion(): Promise<Region> {
  const database = await openTestDatabase();
  const executor = createExecutor([territoryModule, organisationsModule, directoryModule, hsdsModule], {
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

/** The tables of a small HSDS 3.1 package, with those that a test gives in their place. */
export function aPackage(changed: Record<string, string | Uint8Array> = {}): Record<string, string | Uint8Array> {
  return {
    'organizations.csv': 'id,name,description,email\no1,Harbour kitchen,Cooks,one@example.org\n',
    'services.csv':
      'id,organization_id,name,description,status,minimum_age,maximum_age,assured_date,wait_time\n' +
      's1,o1,Food pantry,"<p>Bread &amp; milk</p><p>every day</p>",active,18,65,2026-03-01,none\n',
    'locations.csv': 'id,location_type,organization_id,name,latitude,longitude\nl1,physical,,Quay house,36.8,10.2\n',
    'service_at_location.csv': 'id,service_id,location_id\nx1,s1,l1\n',
    'addresses.csv':
      'id,location_id,address_1,city,postal_code,country,address_type\na1,l1,1 Quay Road,Harbour,1000,TN,physical\n',
    'phones.csv': 'id,service_id,number,type\np1,s1,"""+1 555 0100""",voice\n',
    'schedules.csv': 'id,service_id,freq,byday,opens_at,closes_at\nh1,s1,WEEKLY,"MO,FR",09:00:00,17:30:00\n',
    'service_areas.csv': 'id,service_id,name\nr1,s1,Le Port\n',
    'languages.csv': 'id,service_id,phone_id,name,code\ng1,s1,,French,fr\ng2,,p1,Arabic,\n',
    'cost_options.csv': 'id,service_id,option,currency,amount,amount_description\nc1,s1,Everyone,tnd,5,a month\n',
    'required_documents.csv': 'id,service_id,document\nd1,s1,Identity card\n',
    'service_capacity.csv': 'id,service_id,available,updated\nk1,s1,3,2026-03-02T10:00:00Z\n',
    'taxonomy_terms.csv': 'id,code,name,description\nt1,BD-1800,Food banks,\n',
    'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\nz1,s1,service,t1\n',
    ...changed,
  };
}
