import { monthsFrom } from '@qantara/kernel';
import { saveLocations, saveServices, type NewService } from '@qantara/directory/server';
import { saveOrganisation } from '@qantara/organisations/server';
import type { AnyCtx } from '@qantara/platform';
import { listAreas, saveArea } from '@qantara/territory/server';
import { seeds, type ServiceSeed } from './read-seed.ts';

export type SampleDirectory = {
  areaIds: Map<string, string>;
  organisationIds: Map<string, string>;
  services: { serviceId: string; seed: ServiceSeed }[];
};

const SOURCE = 'sample';

async function loadOrganisations(ctx: AnyCtx, areaIds: Map<string, string>): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, areaCode, ...organisation } of seeds.organisations()) {
    const areaId = areaIds.get(areaCode) ?? null;
    ids.set(key, await saveOrganisation(ctx, { ...organisation, areaId, source: SOURCE, sourceId: key }));
  }
  return ids;
}

function toService(ctx: AnyCtx, seed: ServiceSeed, of: { organisationId: string; locationId: string }): NewService {
  const assuredAt = monthsFrom(ctx.now, -seed.monthsSinceAssured);
  const {
    key,
    organisationKey: _key,
    monthsSinceAssured: _months,
    phone,
    location: _location,
    schedule,
    ...service
  } = seed;
  const hours = schedule.weekdays.map((weekday) => ({
    weekday,
    opensAt: schedule.opensAt,
    closesAt: schedule.closesAt,
  }));
  return {
    ...service,
    organisationId: of.organisationId,
    locationIds: [of.locationId],
    phones: [{ number: phone }],
    hours,
    capacityAt: assuredAt,
    assuredAt,
    source: SOURCE,
    sourceId: key,
  };
}

/** The territory, the thirty organisations and the hundred and twenty services of the sample. */
export async function loadDirectory(ctx: AnyCtx): Promise<SampleDirectory> {
  for (const area of seeds.areas()) await saveArea(ctx, area);
  const areaIds = new Map((await listAreas(ctx)).map((area) => [area.code, area.areaId as string]));
  const organisationIds = await loadOrganisations(ctx, areaIds);
  const all = seeds.services();
  const organisationOf = (seed: ServiceSeed): string => organisationIds.get(seed.organisationKey) ?? '';
  const locationIds = await saveLocations(
    ctx,
    all.map((seed) => ({
      ...seed.location,
      name: null,
      organisationId: organisationOf(seed),
      source: SOURCE,
      sourceId: seed.key,
    })),
  );
  const serviceIds = await saveServices(
    ctx,
    all.map((seed, index) =>
      toService(ctx, seed, { organisationId: organisationOf(seed), locationId: locationIds[index] ?? '' }),
    ),
  );
  return {
    areaIds,
    organisationIds,
    services: all.map((seed, index) => ({ seed, serviceId: serviceIds[index] ?? '' })),
  };
}
