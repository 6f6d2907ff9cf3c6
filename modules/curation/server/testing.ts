import { type Actor, ANYONE } from '@qantara/kernel';
import {
  createExecutor,
  openTestDatabase,
  vaultOf,
  type AnyCtx,
  type Database,
  type Executor,
} from '@qantara/platform';
import { directoryModule, saveNeeds, saveService } from '@qantara/directory/server';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import { territoryModule } from '@qantara/territory/server';
import { curationModule } from './index.ts';

export type Desk = {
  database: Database;
  executor: Executor;
  organisationId: string;
  serviceId: string;
  othersServiceId: string;
};

/** Somebody who curates the directory. */
export const curator: Actor = {
  ...ANYONE,
  kind: 'account',
  accountId: '0199aaaa-0000-7000-8000-000000000001',
  role: 'librarian',
  permissions: new Set(['directory:curate']),
};

/** Runs work in one transaction of the system and gives its result. */
export async function inSystem<T>({ executor }: Pick<Desk, 'executor'>, work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  let done: { value: T } | undefined;
  await executor.asSystem(async (ctx) => {
    done = { value: await work(ctx) };
  });
  if (done === undefined) throw new Error('the system did no work');
  return done.value;
}

async function anOrganisation(ctx: AnyCtx, name: string): Promise<string> {
  const nothing = { description: null, email: null, phone: null, website: null, areaId: null };
  return saveOrganisation(ctx, { name: { en: name }, sector: 'association', receivesReferrals: false, ...nothing });
}

/** Two organisations with a service each, on a database of its own. */
export async function openDesk(): Promise<Desk> {
  const database = await openTestDatabase();
  const executor = createExecutor([territoryModule, organisationsModule, directoryModule, curationModule], {
    database,
    vault: vaultOf('x'.repeat(32)),
    timeZone: 'UTC',
  });
  const made = await inSystem({ executor }, async (ctx) => {
    await saveNeeds(ctx, [{ needCode: 'food', name: { en: 'Food' }, words: null }]);
    const organisationId = await anOrganisation(ctx, 'Kitchen');
    const serviceId = await saveService(ctx, {
      organisationId,
      name: { en: 'Soup at noon' },
      description: { en: 'Soup and bread' },
      needCodes: ['food'],
      phones: [{ number: '+216 70 555 001' }],
      source: 'sample',
      sourceId: 'soup',
    });
    const otherId = await anOrganisation(ctx, 'Bakery');
    const othersServiceId = await saveService(ctx, { organisationId: otherId, name: { en: 'Bread' }, needCodes: [] });
    return { organisationId, serviceId, othersServiceId };
  });
  return { database, executor, ...made };
}

/** Calls a route; its answer, or the code of its refusal. */
export async function callRoute(
  desk: Desk,
  path: string,
  { input = {}, actor = ANYONE }: { input?: unknown; actor?: Actor } = {},
) {
  const caller = { actor, locale: 'en' as const, origin: 'test', setSession: () => undefined };
  const answer = await desk.executor.call(path, input, { caller });
  return answer.ok
    ? { value: answer.value as Record<string, unknown>, code: null }
    : { value: null, code: answer.code };
}
