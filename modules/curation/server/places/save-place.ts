import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Content, DirectoryRecord } from '@qantara/directory/domain';
import { editRecord, endLocation, HERE, listServicesAt, loadRecords, stateRecords } from '@qantara/directory/server';
import { listAreas } from '@qantara/territory/server';
import { findOrganisation } from '@qantara/organisations/server';
import type { NewPlace, NewPlaceOfOrganisation, PlaceDetails, PlaceEdit, PlaceOpening } from '../../contract/index.ts';
import { placeFaults } from '../../domain/index.ts';
import { getServiceRecord } from '../hours/service-places.ts';
import { markTaken } from '../take-suggested.ts';
import type { CurationTables } from '../tables.gen.ts';
import { addLink, moveLink } from './link-place.ts';
import { placeContent } from './place-content.ts';

type CurationCtx = Ctx<CurationTables>;
type LocationRecord = DirectoryRecord<'location'>;

async function checkPlace(ctx: CurationCtx, place: PlaceDetails, isConfidential: boolean): Promise<void> {
  const fields = placeFaults(place, isConfidential);
  if (fields.length > 0) refuse('invalid_input', { fields });
  if (place.areaId === null) return;
  if (!(await listAreas(ctx)).some((area) => area.areaId === place.areaId)) refuse('area_not_found');
}

async function getLocation(ctx: CurationCtx, locationId: string): Promise<LocationRecord> {
  return (await loadRecords(ctx, 'location', [locationId])).get(locationId) ?? refuse('location_not_found');
}

const isSaid = (value: unknown): boolean => value !== '' && value !== null && value !== undefined;

/** Without what is empty: a new record says what it has. */
function saidOnly(fields: Record<string, unknown>): Record<string, unknown> {
  const said = Object.entries(fields).map(([field, value]) => {
    if (typeof value !== 'object' || value === null) return [field, value];
    const texts = Object.entries(value).filter(([, text]) => isSaid(text));
    return [field, texts.length === 0 ? null : Object.fromEntries(texts)];
  });
  return Object.fromEntries(said.filter(([, value]) => isSaid(value))) as Record<string, unknown>;
}

async function insertPlace(
  ctx: CurationCtx,
  details: PlaceDetails,
  of: { organisationId: string | null; isConfidential: boolean },
): Promise<string> {
  const id = newId(ctx.now.getTime());
  const { fields, parts } = placeContent({
    id,
    standing: undefined,
    change: { details, emptied: new Set(), keepsBlank: false },
  });
  const content = {
    fields: { ...saidOnly(fields), organization_id: of.organisationId, is_confidential: of.isConfidential },
    parts: Object.fromEntries(Object.entries(parts).filter(([, rows]) => rows.length > 0)),
  } as Content;
  await stateRecords(ctx, HERE, [{ object: 'location', sourceRecordId: id, recordId: id, content, isEdit: false }]);
  ctx.emit({ type: 'location.saved', subject: id, data: { organisationId: of.organisationId } });
  return id;
}

/** A new place of the service's organisation, at which the service is given. */
export async function addPlace(ctx: CurationCtx, place: NewPlace): Promise<{ locationId: string }> {
  const record = await getServiceRecord(ctx, place.serviceId);
  await checkPlace(ctx, place, place.isConfidential);
  const organisationId = record.fields.organization_id ?? null;
  const locationId = await insertPlace(ctx, place, { organisationId, isConfidential: place.isConfidential });
  await addLink(ctx, { serviceId: place.serviceId, locationId });
  await markTaken(ctx, place, { field: 'address', serviceIds: [place.serviceId] });
  return { locationId };
}

/** A new place of an organisation, at which nothing is given yet. Refuses `organisation_not_found`. */
export async function createPlace(ctx: CurationCtx, place: NewPlaceOfOrganisation): Promise<{ locationId: string }> {
  const { organisationId, isConfidential } = place;
  if ((await findOrganisation(ctx, organisationId)) === undefined) refuse('organisation_not_found');
  await checkPlace(ctx, place, isConfidential);
  return { locationId: await insertPlace(ctx, place, { organisationId, isConfidential }) };
}

/**
 * Changes a place by hand. Of one that is confidential, what is left blank stays as it is and what is marked is emptied; it stays
 * confidential, as only `openPlace` puts an open one in its stead. Marking it takes what it was out of the history.
 */
export async function editPlace(ctx: CurationCtx, edit: PlaceEdit): Promise<{ done: true }> {
  const standing = await getLocation(ctx, edit.locationId);
  const wasHidden = standing.fields.is_confidential === true;
  await checkPlace(ctx, edit, wasHidden || edit.isConfidential);
  const emptied = new Set(wasHidden ? edit.emptied : []);
  const change = { details: edit, emptied, keepsBlank: wasHidden || edit.isConfidential };
  const { fields, parts } = placeContent({ id: edit.locationId, standing, change });
  const marked = edit.isConfidential && !wasHidden ? { is_confidential: true } : {};
  await editRecord(ctx, { object: 'location', recordId: edit.locationId, fields: { ...fields, ...marked }, parts });
  const organisationId = standing.fields.organization_id ?? null;
  ctx.emit({
    type: 'location.saved',
    subject: edit.locationId,
    data: { organisationId, isMarked: Object.keys(marked).length > 0 },
  });
  await markTaken(ctx, edit, { field: 'address', serviceIds: await listServicesAt(ctx, edit.locationId) });
  return { done: true };
}

/**
 * Puts an open place in the stead of a confidential one, in everything that is given there. All of it is said anew and nothing is
 * taken over, neither hours nor what sources say of the old one, which stays confidential and is ended. Refuses
 * `not_confidential`, and `not_meant` without the second word.
 */
export async function openPlace(ctx: CurationCtx, opening: PlaceOpening): Promise<{ locationId: string }> {
  const standing = await getLocation(ctx, opening.locationId);
  if (standing.fields.is_confidential !== true) refuse('not_confidential');
  if (!opening.isMeant) refuse('not_meant', { fields: [{ path: 'isMeant', code: 'required' }] });
  await checkPlace(ctx, opening, false);
  const organisationId = standing.fields.organization_id ?? null;
  const locationId = await insertPlace(ctx, opening, { organisationId, isConfidential: false });
  for (const serviceId of await listServicesAt(ctx, opening.locationId))
    await moveLink(ctx, { serviceId, locationId: opening.locationId }, locationId);
  await endLocation(ctx, opening.locationId);
  return { locationId };
}

/** Ends a place at which nothing is given. Refuses `location_not_found` and `location_in_use`. */
export async function endPlace(ctx: CurationCtx, { locationId }: { locationId: string }): Promise<{ done: true }> {
  await endLocation(ctx, locationId);
  return { done: true };
}
