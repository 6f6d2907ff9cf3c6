import { newId } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Need, OpeningHours } from '../../../contract/index.ts';
import { vocabularyOf } from '../../../domain/index.ts';
import { insertRows, removeRowsOf, type OwnTable } from '../../records/insert-rows-store.ts';
import { refreshFilterColumns } from '../filter-columns-store.ts';
import type { DirectoryTables } from '../../tables.gen.ts';
import { columnsOfMade, type MadeDirectory, type MadePlace, type MadeService } from './made-directory.ts';

const TABLES: OwnTable[] = [
  'directory.opening',
  'directory.cost_option',
  'directory.phone',
  'directory.accessibility',
  'directory.address',
  'directory.service_need',
  'directory.area_served',
  'directory.service_at_location',
  'directory.service',
  'directory.location',
];

const HOME: Partial<Record<OwnTable, string>> = {
  'directory.opening': 'service_id',
  'directory.service_need': 'service_id',
  'directory.area_served': 'service_id',
  'directory.service': 'service_id',
  'directory.location': 'location_id',
};

function serviceRow(service: MadeService, directory: MadeDirectory, needs: Need[]) {
  const [first] = directory.services;
  const at = new Date(0);
  return {
    service_id: service.serviceId,
    organisation_id: directory.organisationId,
    name: service.name,
    description: service.description,
    status: service.status,
    merged_into: service.isMerged && first !== undefined ? first.serviceId : null,
    minimum_age: service.minimumAge,
    maximum_age: service.maximumAge,
    languages: service.languages,
    capacity: service.capacity,
    capacity_at: service.capacityAt,
    assured_at: service.assuredAt,
    fees_description: service.fees,
    url: service.url,
    ...columnsOfMade(service, needs),
    created_at: at,
    updated_at: at,
  };
}

function hoursRow(hours: OpeningHours) {
  return {
    opening_id: newId(),
    location_id: hours.locationId,
    weekday: hours.weekday,
    nth: hours.nth,
    month_day: hours.monthDay,
    every: hours.every,
    since: hours.since,
    opens_at: hours.opensAt,
    closes_at: hours.closesAt,
    valid_from: hours.validFrom,
    valid_to: hours.validTo,
    is_closed: hours.isClosed,
  };
}

function placeRow(place: MadePlace, directory: MadeDirectory) {
  const at = new Date(0);
  return {
    location_id: place.locationId,
    organisation_id: directory.organisationId,
    location_type: place.type,
    latitude: place.point?.latitude ?? null,
    longitude: place.point?.longitude ?? null,
    is_confidential: place.isConfidential,
    created_at: at,
    updated_at: at,
  };
}

function ofPlaces(places: MadePlace[]): [OwnTable, Record<string, unknown>[]][] {
  const about = (locationId: string) => ({ home_id: locationId, location_id: locationId });
  const addresses = places.flatMap(({ locationId, postcode }) =>
    postcode === null
      ? []
      : [{ ...about(locationId), address_id: newId(), postal_code: postcode, address_type: 'physical' }],
  );
  const accessibility = places.flatMap(({ locationId, accessibility: description }) =>
    description === null ? [] : [{ ...about(locationId), accessibility_id: newId(), description }],
  );
  return [
    ['directory.address', addresses],
    ['directory.accessibility', accessibility],
  ];
}

function partsOf({ services }: MadeDirectory): [OwnTable, Record<string, unknown>[]][] {
  const each = (rowsOf: (service: MadeService) => Record<string, unknown>[]) =>
    services.flatMap((service) => rowsOf(service).map((row) => ({ service_id: service.serviceId, ...row })));
  const part = (rowsOf: (service: MadeService) => Record<string, unknown>[]) =>
    services.flatMap((service) =>
      rowsOf(service).map((row) => ({ home_id: service.serviceId, service_id: service.serviceId, ...row })),
    );
  return [
    [
      'directory.service_at_location',
      part(({ places }) =>
        places.map(({ locationId }) => ({ service_at_location_id: newId(), location_id: locationId })),
      ),
    ],
    ...ofPlaces(services.flatMap(({ places }) => places)),
    ['directory.service_need', each(({ needCodes }) => needCodes.map((need_code) => ({ need_code })))],
    ['directory.area_served', each(({ areaIds }) => areaIds.map((area_id) => ({ area_id })))],
    ['directory.opening', each(({ hours }) => hours.map(hoursRow))],
    ['directory.cost_option', part(({ amounts }) => amounts.map((amount) => ({ cost_option_id: newId(), amount })))],
    [
      'directory.phone',
      part(({ phone }) => (phone === null ? [] : [{ phone_id: newId(), number: '1', kind: phone, languages: [] }])),
    ],
  ];
}

/** Puts a generated directory in the place of the one before. */
export async function replaceDirectory(
  ctx: AnyCtx,
  directory: MadeDirectory,
  of: { before: MadeDirectory | null; needs: Need[] },
): Promise<void> {
  const { db } = withTables<DirectoryTables>(ctx);
  const gone = of.before?.services ?? [];
  const ids = [
    ...gone.map(({ serviceId }) => serviceId),
    ...gone.flatMap(({ places }) => places.map((one) => one.locationId)),
  ];
  for (const table of TABLES) await removeRowsOf(db, table, { column: HOME[table] ?? 'home_id', ids });
  const rows = directory.services.map((service) => serviceRow(service, directory, of.needs));
  await insertRows(db, 'directory.location', {
    rows: directory.services.flatMap(({ places }) => places.map((place) => placeRow(place, directory))),
  });
  // One that was merged names the first, which must be there before it.
  await insertRows(db, 'directory.service', { rows: rows.slice(0, 1) });
  await insertRows(db, 'directory.service', { rows: rows.slice(1) });
  for (const [table, made] of partsOf(directory)) await insertRows(db, table, { rows: made });
  const words = vocabularyOf(rows).map((word) => ({ word }));
  await db.deleteFrom('directory.search_word').execute();
  await insertRows(db, 'directory.search_word', { rows: words });
  await refreshFilterColumns(ctx, { serviceIds: rows.map((row) => row.service_id), locationIds: [] });
}
