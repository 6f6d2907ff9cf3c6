import { refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { DirectoryRecord } from '@qantara/directory/domain';
import { findUsualWords, listLocationLines, listServicesAt, loadHomes, loadRecords } from '@qantara/directory/server';
import { findOrganisation } from '@qantara/organisations/server';
import type { z } from 'zod';
import { PlaceKind, type EditedPlace, type EditedPlaces, type TakenFrom } from '../../contract/index.ts';
import { linesOfAddress } from '../../domain/index.ts';
import { getServiceRecord, loadServicePlaces } from '../hours/service-places.ts';
import { findSuggested } from '../take-suggested.ts';
import type { CurationTables } from '../tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;
type LocationRecord = DirectoryRecord<'location'>;
type Beside = Pick<TakenFrom, 'suggestionId'>;

/** Where a service is given, and the other places of its organisation. */
export async function getPlaces(
  ctx: CurationCtx,
  { serviceId, suggestionId }: { serviceId: string } & Beside,
): Promise<z.input<typeof EditedPlaces>> {
  const record = await getServiceRecord(ctx, serviceId);
  const organisationId = record.fields.organization_id ?? '';
  const organisation = (await findOrganisation(ctx, organisationId)) ?? refuse('service_not_found');
  const { lines } = await loadServicePlaces(ctx, record);
  const linked = new Set(lines.map(({ locationId }) => locationId));
  const others = await listLocationLines(ctx, { organisationId });
  return {
    serviceId,
    name: record.fields.name ?? {},
    organisationName: organisation.name,
    places: lines,
    others: others.filter(({ locationId }) => !linked.has(locationId)),
    country: (await findUsualWords(ctx)).country,
    suggested: await findSuggested(ctx, { suggestionId, field: 'address' }),
  };
}

/** Of a confidential place nothing but its number is read: what is not here cannot slip. */
function shownDetails({ fields, parts }: LocationRecord) {
  const phone = parts.phone?.[0]?.number ?? null;
  if (fields.is_confidential === true) return { phone };
  return { phone, ...shownFields(fields), ...shownAddress(parts) };
}

const NOT_SAID = { name: null, area_id: null, latitude: null, longitude: null };

function shownFields(said: LocationRecord['fields']) {
  const { name, area_id: areaId, latitude, longitude } = { ...NOT_SAID, ...said };
  return {
    name,
    areaId,
    latitude,
    longitude,
    placeKind: PlaceKind.safeParse(said.location_type).data ?? ('physical' as const),
  };
}

const NO_ADDRESS = { city: null, postal_code: null, country: null };

function shownAddress({ address: addresses = [], accessibility = [] }: LocationRecord['parts']) {
  const address = addresses.find((row) => row.address_type !== 'postal') ?? addresses[0];
  const { city, postal_code: postalCode, country } = { ...NO_ADDRESS, ...address };
  return {
    addressLines: linesOfAddress(address),
    city,
    postalCode,
    country: /^[A-Za-z]{2}$/.test(country ?? '') ? country : null,
    accessibility: accessibility[0]?.description ?? null,
  };
}

/** A place as the form changes it. Refuses `location_not_found`. */
export async function getPlace(
  ctx: CurationCtx,
  { locationId, suggestionId }: { locationId: string } & Beside,
): Promise<z.input<typeof EditedPlace>> {
  const record = (await loadRecords(ctx, 'location', [locationId])).get(locationId) ?? refuse('location_not_found');
  const serviceIds = await listServicesAt(ctx, locationId);
  const services = await loadHomes(ctx, 'service', serviceIds);
  return {
    locationId,
    isConfidential: record.fields.is_confidential === true,
    ...shownDetails(record),
    services: [...services.values()].map(({ id, fields }) => ({
      serviceId: id,
      name: (fields.name ?? {}) as LocalizedText,
    })),
    suggested: await findSuggested(ctx, { suggestionId, field: 'address' }),
  };
}
