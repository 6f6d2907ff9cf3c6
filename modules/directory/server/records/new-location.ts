import { newId, type LocalizedText } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import type { LocationId, PhoneKind } from '../../contract/index.ts';
import type { Content, Parts } from '../../domain/index.ts';
import { derivedId } from './derived-id.ts';
import { resolveRecordIds, stateRecords } from './state-records.ts';
import { HERE, type SaidOf } from './statement-store.ts';

export type NewPhone = {
  number: string;
  kind?: PhoneKind;
  description?: LocalizedText | null;
  languages?: string[];
};

/** A place to add, or to bring up to date where `source` and `sourceId` are known already. */
export type NewLocation = {
  organisationId: string;
  name: LocalizedText | null;
  description?: LocalizedText | null;
  transport?: LocalizedText | null;
  address?: string | null;
  postalCode?: string | null;
  /** The area by its identifier, or by its code. */
  areaId?: string | null;
  areaCode?: string | null;
  latitude?: number | null;
  longitude?: number | null;
  isConfidential?: boolean;
  accessibility?: LocalizedText | null;
  phones?: NewPhone[];
  source?: string;
  sourceId?: string;
};

/** The identifiers of areas by their codes. */
export async function areaIdsByCode(ctx: AnyCtx): Promise<Map<string, string>> {
  return new Map((await listAreas(ctx)).map((area) => [area.code, area.areaId]));
}

/** Phones and their languages, as parts of the record that `owner` names. */
export function phonePartsOf(
  phones: NewPhone[] | undefined,
  owner: { field: 'service_id' | 'location_id'; id: string },
): Parts {
  if (phones === undefined || phones.length === 0) return {};
  const known = phones.map((phone, index) => ({ phone, id: derivedId(owner.id, 'phone', String(index)) }));
  const languages = known.flatMap(({ phone, id }) =>
    (phone.languages ?? []).map((code) => ({ id: derivedId(id, 'language', code), phone_id: id, code })),
  );
  return {
    phone: known.map(({ phone, id }) => ({
      id,
      [owner.field]: owner.id,
      number: phone.number,
      type: phone.kind ?? 'voice',
      description: phone.description ?? null,
    })),
    ...(languages.length > 0 ? { language: languages } : {}),
  };
}

function partsOf(id: string, location: NewLocation): Parts {
  const parts: Parts = phonePartsOf(location.phones, { field: 'location_id', id });
  if (location.address)
    parts.address = [
      {
        id: derivedId(id, 'address'),
        location_id: id,
        address_1: { en: location.address },
        postal_code: location.postalCode ?? null,
        address_type: 'physical',
      },
    ];
  if (location.accessibility)
    parts.accessibility = [
      { id: derivedId(id, 'accessibility'), location_id: id, description: location.accessibility },
    ];
  return parts;
}

function contentOf(id: string, location: NewLocation, areas: Map<string, string>): Content<'location'> {
  const areaId = location.areaId ?? (location.areaCode ? areas.get(location.areaCode) : null);
  if (areaId === undefined) throw new Error(`No area has the code ${location.areaCode}`);
  const fields = {
    organization_id: location.organisationId,
    location_type: 'physical',
    name: location.name,
    description: location.description,
    transportation: location.transport,
    latitude: location.latitude,
    longitude: location.longitude,
    is_confidential: location.isConfidential === true,
    area_id: areaId,
  };
  return { fields: said(fields), parts: partsOf(id, location) };
}

/** Without what nobody said. */
export function said<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(known) as { [K in keyof T]: Exclude<T[K], undefined> };
}

type Named = { source?: string; sourceId?: string };

/**
 * What to call new records: by what their source calls them where it does, else by identifiers of their own. All of one call
 * come from one source.
 */
export async function nameRecords(ctx: AnyCtx, object: 'service' | 'location', records: Named[]) {
  const source = records[0]?.source ?? HERE;
  const sourceRecordIds = records.map((record) => record.sourceId ?? newId(ctx.now.getTime()));
  const ids = await resolveRecordIds(ctx, { source, object, sourceRecordIds });
  return { source, named: sourceRecordIds.map((id) => ({ sourceRecordId: id, recordId: ids.get(id) ?? id })) };
}

/** Adds places or brings them up to date, in the order given, with a few statements for a thousand. */
export async function saveLocations(ctx: AnyCtx, locations: NewLocation[]): Promise<LocationId[]> {
  if (locations.length === 0) return [];
  const areas = locations.some((location) => location.areaCode) ? await areaIdsByCode(ctx) : new Map<string, string>();
  const { source, named } = await nameRecords(ctx, 'location', locations);
  const spoken = named.map((name, index): SaidOf => {
    const content = contentOf(name.recordId, locations[index] as NewLocation, areas);
    return { ...name, object: 'location', content, isEdit: false };
  });
  await stateRecords(ctx, source, spoken);
  return named.map(({ recordId }) => recordId as LocationId);
}

/** Adds one place, or brings it up to date. */
export async function saveLocation(ctx: AnyCtx, location: NewLocation): Promise<LocationId> {
  const [locationId] = await saveLocations(ctx, [location]);
  if (locationId === undefined) throw new Error('the location was not saved');
  ctx.emit({ type: 'location.saved', subject: locationId, data: { organisationId: location.organisationId } });
  return locationId;
}
