import { newId, type Actor } from '@qantara/kernel';
import { aCharter } from '@qantara/agreements/testing';
import { saveServices } from '@qantara/directory/server';
import { actorInRole } from '@qantara/identity/testing';
import { saveOrganisation } from '@qantara/organisations/server';
import {
  createExecutor,
  openTestDatabase,
  vaultOf,
  type AnyCtx,
  type Database,
  type Executor,
} from '@qantara/platform';
import { saveArea } from '@qantara/territory/server';
import { modules } from '../modules.ts';
import { loadBasics } from '../sample/load-basics.ts';

export const NEEDS = ['food', 'housing', 'work', 'papers'] as const;
export type NeedCode = (typeof NEEDS)[number];

/** A region whose desks and partners work for a day: two who receive people, eight who help. */
export type DayRegion = {
  database: Database;
  executor: Executor;
  navigators: Actor[];
  partners: Map<string, Actor>;
  services: Map<NeedCode, { serviceId: string; organisationId: string }[]>;
  areaId: string;
};

async function addOrganisation(ctx: AnyCtx, name: string, receivesReferrals: boolean): Promise<string> {
  const none = { description: null, email: null, phone: null, website: null, areaId: null };
  return saveOrganisation(ctx, { name: { en: name }, sector: 'association', receivesReferrals, ...none });
}

async function fill(ctx: AnyCtx) {
  await loadBasics(ctx);
  const areaId = await saveArea(ctx, {
    code: 'DAY',
    kind: 'municipality',
    name: { en: 'Day' },
    parentCode: null,
    boundary: null,
    latitude: null,
    longitude: null,
    population: null,
  });
  const desks = [await addOrganisation(ctx, 'Desk', false), await addOrganisation(ctx, 'Clinic', false)];
  const helpers: string[] = [];
  for (let index = 0; index < 8; index += 1) helpers.push(await addOrganisation(ctx, `Helper ${index}`, true));
  await aCharter(ctx, [...desks, ...helpers]);
  const services: DayRegion['services'] = new Map();
  for (const [index, needCode] of NEEDS.entries()) {
    const organisations = [helpers[index], helpers[index + 4], helpers[(index + 1) % 8]].filter(
      (one) => one !== undefined,
    );
    const serviceIds = await saveServices(
      ctx,
      organisations.map((organisationId) => ({ organisationId, name: { en: needCode }, needCodes: [needCode] })),
    );
    services.set(
      needCode,
      serviceIds.map((serviceId, at) => ({ serviceId, organisationId: organisations[at] ?? '' })),
    );
  }
  return { areaId, desks, helpers, services };
}

/** An empty database becomes that region. */
export async function openDayRegion(): Promise<DayRegion> {
  const database = await openTestDatabase();
  const executor = createExecutor(modules, { database, vault: vaultOf('x'.repeat(32)), timeZone: 'UTC' });
  const filled: Awaited<ReturnType<typeof fill>>[] = [];
  await executor.asSystem(async (ctx) => void filled.push(await fill(ctx)));
  const [region] = filled;
  if (region === undefined) throw new Error('the region was not filled');
  return {
    database,
    executor,
    areaId: region.areaId,
    services: region.services,
    navigators: region.desks.flatMap((desk) => [1, 2, 3].map(() => actorInRole('navigator', desk, newId()))),
    partners: new Map(region.helpers.map((helper) => [helper, actorInRole('partner', helper, newId())])),
  };
}
