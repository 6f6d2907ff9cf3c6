import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { editRecord, listLocationLines } from '@qantara/directory/server';
import type { Row } from '@qantara/directory/domain';
import type { TakenFrom } from '../../contract/index.ts';
import { placeOf } from '../../domain/index.ts';
import { getServiceRecord, loadServicePlaces, type ServiceRecord } from '../hours/service-places.ts';
import { markTaken } from '../take-suggested.ts';
import type { CurationTables } from '../tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;
type Link = { serviceId: string; locationId: string };

const linksOf = (record: ServiceRecord): Row<'service_at_location'>[] => record.parts.service_at_location ?? [];

function tell(ctx: CurationCtx, record: ServiceRecord, field: string): void {
  const data = { organisationId: record.fields.organization_id ?? null, fields: [field] };
  ctx.emit({ type: 'service.saved', subject: record.id, data });
}

/** Says that a service is given at a place, besides where it is given already. */
export async function addLink(ctx: CurationCtx, { serviceId, locationId }: Link): Promise<void> {
  const record = await getServiceRecord(ctx, serviceId);
  const links = linksOf(record);
  if (!links.some((link) => link.location_id === locationId)) {
    const added = { id: newId(), service_id: serviceId, location_id: locationId };
    await editRecord(ctx, {
      object: 'service',
      recordId: serviceId,
      parts: { service_at_location: [...links, added] },
    });
  }
  tell(ctx, record, 'service_at_location');
}

/** Links a place that the organisation has already. Refuses `location_not_found` for one that is not among them. */
export async function linkPlace(ctx: CurationCtx, given: Link & TakenFrom): Promise<{ done: true }> {
  const record = await getServiceRecord(ctx, given.serviceId);
  const theirs = await listLocationLines(ctx, { organisationId: record.fields.organization_id ?? '' });
  if (!theirs.some(({ locationId }) => locationId === given.locationId)) refuse('location_not_found');
  await addLink(ctx, given);
  await markTaken(ctx, given, { field: 'address', serviceIds: [given.serviceId] });
  return { done: true };
}

/** Takes a place away from a service, and the hours there with it; another may take its stead. */
export async function moveLink(ctx: CurationCtx, link: Link, insteadId: string | null): Promise<void> {
  const record = await getServiceRecord(ctx, link.serviceId);
  const places = await loadServicePlaces(ctx, record);
  const links = linksOf(record).filter((one) => one.location_id !== link.locationId);
  const instead = { id: newId(), service_id: link.serviceId, location_id: insteadId };
  const schedule = (record.parts.schedule ?? []).filter((row) => placeOf(row, places.all) !== link.locationId);
  await editRecord(ctx, {
    object: 'service',
    recordId: link.serviceId,
    parts: { service_at_location: insteadId === null ? links : [...links, instead], schedule },
  });
  tell(ctx, record, 'service_at_location');
}

/** A service is not given at this place any more. Refuses `location_not_found` where it never was. */
export async function unlinkPlace(ctx: CurationCtx, link: Link): Promise<{ done: true }> {
  const record = await getServiceRecord(ctx, link.serviceId);
  if (!linksOf(record).some((one) => one.location_id === link.locationId)) refuse('location_not_found');
  await moveLink(ctx, link, null);
  return { done: true };
}
