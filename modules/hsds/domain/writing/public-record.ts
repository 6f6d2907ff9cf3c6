import type { AnyRow, DirectoryRecord, PartObject, Parts } from '@qantara/directory/domain';

/** The confidential locations, and the service_at_locations there. */
export type Hidden = { locationIds: ReadonlySet<string>; placeIds: ReadonlySet<string> };

type PartRow = AnyRow;
type Lists = Partial<Record<PartObject, PartRow[]>>;

const NAMES_PLACE = 'service_at_location_id';

function named(row: AnyRow, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

function isHidden(row: AnyRow, hidden: Hidden): boolean {
  return hidden.locationIds.has(named(row, 'location_id')) || hidden.placeIds.has(named(row, NAMES_PLACE));
}

/** A number is told where the pages tell it: with its service or its location, not with a contact or an hour there. */
function openPhone(row: PartRow, contacts: ReadonlySet<string>, hidden: Hidden): PartRow[] {
  const isOfPlace = hidden.placeIds.has(named(row, NAMES_PLACE));
  const isOfContact = named(row, 'contact_id') !== '' && !contacts.has(named(row, 'contact_id'));
  if (!isOfPlace && !isOfContact) return [row];
  if (['service_id', 'location_id', 'organization_id'].every((field) => named(row, field) === '')) return [];
  return [
    { ...row, [NAMES_PLACE]: isOfPlace ? null : row[NAMES_PLACE], contact_id: isOfContact ? null : row['contact_id'] },
  ];
}

function openLanguages(rows: PartRow[], phones: ReadonlySet<string>, hidden: Hidden): PartRow[] {
  return rows.filter(
    (row) => !isHidden(row, hidden) && (named(row, 'phone_id') === '' || phones.has(named(row, 'phone_id'))),
  );
}

const idsOf = (rows: readonly AnyRow[] | undefined): Set<string> => new Set((rows ?? []).map(({ id }) => id));

function plainPlace(row: PartRow, hidden: Hidden): PartRow {
  if (!hidden.placeIds.has(row.id)) return row;
  return { id: row.id, service_id: row['service_id'], location_id: row['location_id'] };
}

/** What may leave of a record's parts: nothing that tells of a confidential location but that a service is given there. */
function openParts(record: DirectoryRecord, hidden: Hidden): Parts {
  const lists = record.parts as Lists;
  const open: Lists = {};
  for (const [object, rows] of Object.entries(lists) as [PartObject, PartRow[]][])
    open[object] =
      object === 'service_at_location'
        ? rows.map((row) => plainPlace(row, hidden))
        : rows.filter((row) => object === 'phone' || !isHidden(row, hidden));
  const contacts = idsOf(open.contact);
  if (open.phone !== undefined) open.phone = open.phone.flatMap((row) => openPhone(row, contacts, hidden));
  if (open.language !== undefined) open.language = openLanguages(open.language, idsOf(open.phone), hidden);
  if (open.attribute !== undefined) {
    const told = new Set([record.id, ...Object.values(open).flatMap((rows) => rows.map(({ id }) => id))]);
    const isTold = (id: string) => told.has(id) && !hidden.placeIds.has(id) && !hidden.locationIds.has(id);
    open.attribute = open.attribute.filter((row) => isTold(named(row, 'link_id')));
  }
  return open as Parts;
}

const PHONE_FIELDS = ['location_id', 'number', 'extension', 'type', 'description'];

/** Of a confidential location its kind leaves, that it is one, and the numbers that its pages show: nothing else. */
function hiddenLocation(record: DirectoryRecord<'location'>): DirectoryRecord<'location'> {
  const phones = ((record.parts.phone ?? []) as PartRow[]).filter((row) => named(row, 'location_id') === record.id);
  const phone = phones.map((row) =>
    Object.fromEntries([['id', row.id], ...PHONE_FIELDS.map((field) => [field, row[field]])]),
  );
  const known = idsOf(phones);
  const language = ((record.parts.language ?? []) as PartRow[])
    .filter((row) => known.has(named(row, 'phone_id')))
    .map((row) => ({ id: row.id, phone_id: row['phone_id'], name: row['name'], code: row['code'] }));
  return {
    ...record,
    fields: { location_type: record.fields.location_type ?? 'physical', is_confidential: true },
    parts: { phone, language } as Parts,
  };
}

/** A record as it may leave this house, whoever asks. */
export function publicRecord(record: DirectoryRecord, hidden: Hidden): DirectoryRecord {
  if (record.object === 'location' && hidden.locationIds.has(record.id))
    return hiddenLocation(record as DirectoryRecord<'location'>) as DirectoryRecord;
  return { ...record, parts: openParts(record, hidden) } as DirectoryRecord;
}
