import { refuse } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import type { DirectoryRecord, Row } from '@qantara/directory/domain';
import { listLocationsById, loadRecords, type LocationLine } from '@qantara/directory/server';
import { placeOf, type Places } from '../../domain/index.ts';

export type ServiceRecord = DirectoryRecord<'service'>;

/** The service with all that belongs to it. Refuses `service_not_found`. */
export async function getServiceRecord(ctx: AnyCtx, serviceId: string): Promise<ServiceRecord> {
  return (await loadRecords(ctx, 'service', [serviceId])).get(serviceId) ?? refuse('service_not_found');
}

/** Where a service is given, and which of its places are confidential: their hours are kept apart from everything that is read. */
export type ServicePlaces = { open: Places; lines: LocationLine[]; hiddenIds: ReadonlySet<string>; all: Places };

export async function loadServicePlaces(ctx: AnyCtx, record: ServiceRecord): Promise<ServicePlaces> {
  const links = record.parts.service_at_location ?? [];
  const ofLinks = new Map(links.map((link) => [link.id, link.location_id ?? '']));
  const linkedIds = [...new Set(ofLinks.values())].filter((id) => id !== '');
  const named = (record.parts.schedule ?? []).flatMap((row) => placeOf(row, { locationIds: new Set(), ofLinks }) ?? []);
  const known = await listLocationsById(ctx, [...new Set([...linkedIds, ...named])]);
  const hiddenIds = new Set(known.filter((one) => one.isConfidential).map((one) => one.locationId));
  return {
    lines: known.filter((one) => linkedIds.includes(one.locationId)),
    hiddenIds,
    all: { locationIds: new Set(linkedIds), ofLinks },
    open: { locationIds: new Set(linkedIds.filter((id) => !hiddenIds.has(id))), ofLinks },
  };
}

/** The schedules that may be read, and those of confidential places that may not. */
export function partedSchedules(
  record: ServiceRecord,
  places: ServicePlaces,
): { told: Row<'schedule'>[]; untold: Row<'schedule'>[] } {
  const isUntold = (row: Row<'schedule'>) => places.hiddenIds.has(placeOf(row, places.all) ?? '');
  const rows = record.parts.schedule ?? [];
  return { told: rows.filter((row) => !isUntold(row)), untold: rows.filter(isUntold) };
}
