import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import type { LocationId, PhoneKind } from '../contract/index.ts';
import { insertRows, removeRowsOf, updateOnConflict } from './insert-rows-store.ts';
import type { DirectoryTables } from './tables.gen.ts';

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
  /** The area by its identifier, or by its code. */
  areaId?: string | null;
  areaCode?: string | null;
  latitude?: number | null;
  longitude?: number | null;
  isConfidential?: boolean;
  accessibility?: LocalizedText | null;
  phones?: NewPhone[];
  attributes?: Record<string, string>;
  source?: string;
  sourceId?: string;
};

/** A key for what a source calls its own; records without a source are never the same. */
export function sourceKeyOf(record: { source?: unknown; sourceId?: unknown }): string | null {
  const { source = null, sourceId } = record;
  return source === null ? null : JSON.stringify([source, sourceId]);
}

/** The identifiers of areas by their codes. */
export async function areaIdsByCode(ctx: AnyCtx): Promise<Map<string, string>> {
  return new Map((await listAreas(ctx)).map((area) => [area.code, area.areaId]));
}

export function phoneRowOf(phone: NewPhone, of: { service_id?: string; location_id?: string }) {
  return {
    phone_id: newId(),
    service_id: of.service_id ?? null,
    location_id: of.location_id ?? null,
    number: phone.number,
    kind: phone.kind ?? 'voice',
    description: phone.description ?? null,
    languages: phone.languages ?? [],
  };
}

export function attributeRowsOf(linkId: string, linkEntity: string, attributes: Record<string, string> = {}) {
  return Object.entries(attributes).map(([label, value]) => ({
    link_id: linkId,
    link_entity: linkEntity,
    label,
    value,
  }));
}

// What is not given is left out of the JSON, which PostgreSQL reads as null.
function rowOf(location: NewLocation, areas: Map<string, string>, now: Date) {
  const areaId = location.areaId ?? (location.areaCode ? areas.get(location.areaCode) : null);
  if (areaId === undefined) throw new Error(`No area has the code ${location.areaCode}`);
  return {
    location_id: newId(now.getTime()),
    organisation_id: location.organisationId,
    name: location.name,
    description: location.description,
    transport: location.transport,
    address: location.address,
    area_id: areaId,
    latitude: location.latitude,
    longitude: location.longitude,
    is_confidential: location.isConfidential ?? false,
    accessibility: location.accessibility,
    source: location.source,
    source_id: location.sourceId,
    created_at: now,
    updated_at: now,
  };
}

/** Adds places or brings them up to date, in the order given, with a statement for a thousand. */
export async function saveLocations(anyCtx: AnyCtx, locations: NewLocation[]): Promise<LocationId[]> {
  if (locations.length === 0) return [];
  const ctx = withTables<DirectoryTables>(anyCtx);
  const areas = locations.some((location) => location.areaCode) ? await areaIdsByCode(ctx) : new Map<string, string>();
  const rows = locations.map((location) => rowOf(location, areas, ctx.now));
  const saved = await insertRows(ctx.db, 'directory.location', {
    rows,
    conflict: updateOnConflict(['source', 'source_id'], Object.keys(rows[0] ?? {}), ['location_id', 'created_at']),
    returning: ['location_id', 'source', 'source_id'],
  });
  const known = new Map(
    saved.map((row) => [
      sourceKeyOf({ source: row['source'], sourceId: row['source_id'] }),
      String(row['location_id']),
    ]),
  );
  const ids = rows.map((row, index) => known.get(sourceKeyOf(locations[index] ?? {}) ?? '') ?? row.location_id);
  await removeRowsOf(ctx.db, 'directory.phone', { column: 'location_id', ids });
  await removeRowsOf(ctx.db, 'directory.attribute', { column: 'link_id', ids });
  const phones = locations.flatMap((location, index) =>
    (location.phones ?? []).map((phone) => phoneRowOf(phone, { location_id: ids[index] ?? '' })),
  );
  await insertRows(ctx.db, 'directory.phone', { rows: phones });
  const attributes = locations.flatMap((location, index) =>
    attributeRowsOf(ids[index] ?? '', 'location', location.attributes),
  );
  await insertRows(ctx.db, 'directory.attribute', { rows: attributes });
  return ids as LocationId[];
}

/** Adds one place, or brings it up to date. */
export async function saveLocation(ctx: AnyCtx, location: NewLocation): Promise<LocationId> {
  const [locationId] = await saveLocations(ctx, [location]);
  if (locationId === undefined) throw new Error('the location was not saved');
  ctx.emit({ type: 'location.saved', subject: locationId, data: { organisationId: location.organisationId } });
  return locationId;
}
