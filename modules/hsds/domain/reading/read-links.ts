import type { LocationDraft, OrganisationDraft, ServiceDraft } from './drafts.ts';
import type { Entities } from './reading.ts';
import { parentOf, readEntities, type Reading } from './reading.ts';
import type { RowReader } from './row-reader.ts';

export type Link = { service: ServiceDraft; location: LocationDraft };

/** Everything that a row of a lesser table may belong to. */
export type Owners = {
  organisations: Entities<OrganisationDraft>;
  services: Entities<ServiceDraft>;
  locations: Entities<LocationDraft>;
  links: Entities<Link>;
  /** The services given at each location. */
  servicesAt: Map<string, ServiceDraft[]>;
};

/** HSDS service_at_location: which service is given where. */
export function readLinks(reading: Reading, of: Omit<Owners, 'links' | 'servicesAt'>): Owners {
  const servicesAt = new Map<string, ServiceDraft[]>();
  const links = readEntities<Link>(reading, 'service_at_location', (row) => {
    const service = parentOf(row, 'service_id', of.services);
    const location = service && parentOf(row, 'location_id', of.locations);
    if (service === null || location === null) return null;
    service.locationSourceIds.add(location.sourceId);
    servicesAt.set(location.sourceId, [...(servicesAt.get(location.sourceId) ?? []), service]);
    return { service, location };
  });
  return { ...of, links, servicesAt };
}

/**
 * The services that a row is about: the one it names, else the one of the link it names, else all those at its location.
 * Refuses the row where it names nothing that is there.
 */
export function servicesOf(row: RowReader, owners: Owners): ServiceDraft[] {
  if (row.raw('service_id') !== '')
    return [parentOf(row, 'service_id', owners.services)].filter((service) => service !== null);
  if (row.raw('service_at_location_id') !== '') {
    const link = parentOf(row, 'service_at_location_id', owners.links);
    return link === null ? [] : [link.service];
  }
  if (row.raw('location_id') === '') {
    row.refuseRow('required', 'service_id');
    return [];
  }
  const location = parentOf(row, 'location_id', owners.locations);
  return location === null ? [] : (owners.servicesAt.get(location.sourceId) ?? []);
}
