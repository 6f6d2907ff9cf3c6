import { type Actor, ANYONE } from '@qantara/kernel';
import { saveService } from '@qantara/directory/server';
import { anOrganisation, inSystem, openTestRegion, type Region } from '@qantara/directory/testing';
import { curationModule } from './index.ts';

export { callRoute, inSystem } from '@qantara/directory/testing';

export type Desk = Region & { organisationId: string; serviceId: string; othersServiceId: string };

/** Somebody who curates the directory. */
export const curator: Actor = {
  ...ANYONE,
  kind: 'account',
  accountId: '0199aaaa-0000-7000-8000-000000000001',
  role: 'librarian',
  permissions: new Set(['directory:curate']),
};

/** Two organisations with a service each, on a database of its own. */
export async function openDesk(): Promise<Desk> {
  const region = await openTestRegion([curationModule]);
  const made = await inSystem(region, async (ctx) => {
    const organisationId = await anOrganisation(ctx, { en: 'Kitchen' });
    const serviceId = await saveService(ctx, {
      organisationId,
      name: { en: 'Soup at noon' },
      description: { en: 'Soup and bread' },
      needCodes: ['food'],
      phones: [{ number: '+216 70 555 001' }],
      source: 'sample',
      sourceId: 'soup',
    });
    const otherId = await anOrganisation(ctx, { en: 'Bakery' });
    const othersServiceId = await saveService(ctx, { organisationId: otherId, name: { en: 'Bread' }, needCodes: [] });
    return { organisationId, serviceId, othersServiceId };
  });
  return { ...region, ...made };
}
