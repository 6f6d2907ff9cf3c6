import { ServiceStatus } from '../../contract/index.ts';
import { localized, type LocationDraft, type OrganisationDraft, type ServiceDraft } from './drafts.ts';
import type { Entities } from './reading.ts';
import { keptColumnsOf, parentOf, readEntities, rowsOf, type Reading } from './reading.ts';
import type { RowReader } from './row-reader.ts';

/** HSDS organization; only its name must be there, as real packages leave the description out. */
export function readOrganisations(reading: Reading): Entities<OrganisationDraft> {
  return readEntities(reading, 'organizations', (row, sourceId) => {
    const name = localized(row.text('name'), reading.language);
    if (name === null) return row.refuseRow('required', 'name');
    return {
      sourceId,
      name,
      alternateName: localized(row.text('alternate_name'), reading.language),
      description: localized(row.text('description'), reading.language),
      email: row.email('email'),
      website: row.url('website', 'url'),
      phone: null,
      attributes: keptColumnsOf(reading, 'organizations', row),
    };
  });
}

/** A status that is none of HSDS's is not shown as open: whoever comes in vain pays for it. */
function statusOf(row: RowReader): ServiceStatus {
  if (row.raw('status') === '') return 'active';
  return row.choice('status', ServiceStatus.options) ?? 'inactive';
}

function linesOf(text: string | null): string[] {
  return text === null ? [] : [text];
}

function readService(
  reading: Reading,
  row: RowReader,
  of: { sourceId: string; organisationSourceId: string },
): ServiceDraft | null {
  const words = (...fields: string[]) => localized(row.text(...fields), reading.language);
  const name = words('name');
  if (name === null) return row.refuseRow('required', 'name');
  return {
    ...of,
    name,
    alternateName: words('alternate_name'),
    description: words('description'),
    status: statusOf(row),
    url: row.url('url'),
    email: row.email('email'),
    applicationProcess: words('application_process'),
    alert: words('alert'),
    minimumAge: row.number('minimum_age', { min: 0, max: 150, isWhole: true }),
    maximumAge: row.number('maximum_age', { min: 0, max: 150, isWhole: true }),
    assuredAt: row.date('assured_date'),
    capacity: 'unknown',
    capacityAt: null,
    needCodes: new Set(),
    areaIds: new Set(),
    languages: new Set(),
    locationSourceIds: new Set(),
    phones: [],
    hours: [],
    lines: {
      eligibility: linesOf(row.text('eligibility_description')),
      fees: linesOf(row.text('fees_description', 'fees')),
      documents: [],
      areaNote: [],
    },
    attributes: keptColumnsOf(reading, 'services', row),
  };
}

/** HSDS service; one whose organisation was refused is refused with it. */
export function readServices(reading: Reading, organisations: Entities<OrganisationDraft>): Entities<ServiceDraft> {
  return readEntities(reading, 'services', (row, sourceId) => {
    const organisation = parentOf(row, 'organization_id', organisations);
    return organisation === null
      ? null
      : readService(reading, row, { sourceId, organisationSourceId: organisation.sourceId });
  });
}

/** Whose place it is where the row does not say so, or names nobody: the organisation of the first service given there. */
function organisationsByLocation(reading: Reading, services: Entities<ServiceDraft>): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of rowsOf(reading, 'service_at_location')) {
    const service = services.kept.get(row.raw('service_id'));
    const locationId = row.raw('location_id');
    if (service !== undefined && !found.has(locationId)) found.set(locationId, service.organisationSourceId);
  }
  return found;
}

export type Known = { organisations: Entities<OrganisationDraft>; services: Entities<ServiceDraft> };

/** HSDS location. */
export function readLocations(reading: Reading, { organisations, services }: Known): Entities<LocationDraft> {
  const byLocation = organisationsByLocation(reading, services);
  return readEntities(reading, 'locations', (row, sourceId) => {
    const named = organisations.kept.get(row.raw('organization_id'));
    const organisationSourceId = named?.sourceId ?? byLocation.get(sourceId);
    if (organisationSourceId === undefined) {
      parentOf(row, 'organization_id', organisations);
      return null;
    }
    const words = (field: string) => localized(row.text(field), reading.language);
    const latitude = row.number('latitude', { min: -90, max: 90 });
    const longitude = row.number('longitude', { min: -180, max: 180 });
    const isPoint = latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0);
    return {
      sourceId,
      organisationSourceId,
      name: words('name') ?? words('alternate_name'),
      description: words('description'),
      transport: words('transportation'),
      address: null,
      areaId: null,
      latitude: isPoint ? latitude : null,
      longitude: isPoint ? longitude : null,
      accessibility: null,
      phones: [],
      attributes: keptColumnsOf(reading, 'locations', row),
    };
  });
}
