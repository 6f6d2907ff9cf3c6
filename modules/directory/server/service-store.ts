import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Capacity, Need, ServiceId, ServiceStatus } from '../contract/index.ts';
import { searchColumnsOf } from '../domain/index.ts';
import { insertRows, removeRowsOf, updateOnConflict, type OwnTable } from './insert-rows-store.ts';
import { areaIdsByCode, attributeRowsOf, phoneRowOf, sourceKeyOf, type NewPhone } from './location-store.ts';
import { listNeeds } from './need-store.ts';
import { saveVocabulary } from './search-words-store.ts';
import type { DirectoryTables } from './tables.gen.ts';

export type NewHours = {
  /** 1 Monday to 7 Sunday; null where words say when. */
  weekday: number | null;
  opensAt?: string | null;
  closesAt?: string | null;
  description?: LocalizedText | null;
  locationId?: string | null;
};

/** A service to add, or to bring up to date where `source` and `sourceId` are known already. */
export type NewService = {
  organisationId: string;
  name: LocalizedText;
  alternateName?: LocalizedText | null;
  description?: LocalizedText | null;
  status?: ServiceStatus;
  needCodes: string[];
  /** Where it serves, by identifier or by code; none is the whole region. */
  areaIds?: string[];
  areaCodes?: string[];
  areaNote?: LocalizedText | null;
  locationIds?: string[];
  phones?: NewPhone[];
  hours?: NewHours[];
  /** ISO 639 codes. */
  languages?: string[];
  eligibility?: LocalizedText | null;
  minimumAge?: number | null;
  maximumAge?: number | null;
  fees?: LocalizedText | null;
  applicationProcess?: LocalizedText | null;
  documents?: LocalizedText | null;
  alert?: LocalizedText | null;
  url?: string | null;
  email?: string | null;
  capacity?: Capacity;
  capacityAt?: Date | null;
  assuredAt?: Date | null;
  attributes?: Record<string, string>;
  source?: string;
  sourceId?: string;
};

type Known = { organisations: Map<string, LocalizedText>; needs: Map<string, Need>; areas: Map<string, string> };
type Saved = { service: NewService; serviceId: string };

async function loadKnown(ctx: AnyCtx, services: NewService[]): Promise<Known> {
  return {
    organisations: await listOrganisationNames(
      ctx,
      services.map((service) => service.organisationId),
    ),
    needs: new Map((await listNeeds(ctx)).map((need) => [need.needCode, need])),
    areas: services.some((service) => service.areaCodes?.length) ? await areaIdsByCode(ctx) : new Map(),
  };
}

function needsOf(service: NewService, known: Known): Need[] {
  return service.needCodes.map((code) => {
    const need = known.needs.get(code);
    if (need === undefined) throw new Error(`No need has the code ${code}`);
    return need;
  });
}

function textsOf(service: NewService) {
  return {
    name: service.name,
    alternate_name: service.alternateName ?? null,
    description: service.description ?? null,
    eligibility: service.eligibility ?? null,
    fees: service.fees ?? null,
    application_process: service.applicationProcess ?? null,
    documents: service.documents ?? null,
    alert: service.alert ?? null,
    area_note: service.areaNote ?? null,
  };
}

function factsOf(service: NewService) {
  return {
    organisation_id: service.organisationId,
    status: service.status ?? 'active',
    url: service.url ?? null,
    email: service.email ?? null,
    minimum_age: service.minimumAge ?? null,
    maximum_age: service.maximumAge ?? null,
    languages: service.languages ?? [],
    capacity: service.capacity ?? 'unknown',
    capacity_at: service.capacityAt ?? null,
    assured_at: service.assuredAt ?? null,
  };
}

function rowOf(service: NewService, known: Known, now: Date) {
  const texts = textsOf(service);
  const findable = {
    names: [texts.name, texts.alternate_name],
    organisationName: known.organisations.get(service.organisationId),
    needs: needsOf(service, known),
    texts: [texts.description, texts.eligibility, texts.application_process],
  };
  return {
    service_id: newId(now.getTime()),
    ...factsOf(service),
    ...texts,
    ...searchColumnsOf(findable),
    source: service.source ?? null,
    source_id: service.sourceId ?? null,
    created_at: now,
    updated_at: now,
  };
}

function areaIdsOf(service: NewService, areas: Map<string, string>): string[] {
  const coded = (service.areaCodes ?? []).map((code) => {
    const areaId = areas.get(code);
    if (areaId === undefined) throw new Error(`No area has the code ${code}`);
    return areaId;
  });
  return [...new Set([...(service.areaIds ?? []), ...coded])];
}

const PARTS: OwnTable[] = [
  'directory.service_need',
  'directory.service_area',
  'directory.service_at_location',
  'directory.schedule',
  'directory.phone',
];

function hoursRowOf(serviceId: string, hours: NewHours) {
  return {
    schedule_id: newId(),
    service_id: serviceId,
    location_id: hours.locationId ?? null,
    weekday: hours.weekday,
    opens_at: hours.opensAt ?? null,
    closes_at: hours.closesAt ?? null,
    description: hours.description ?? null,
  };
}

async function saveParts(ctx: Ctx<DirectoryTables>, saved: Saved[], areas: Map<string, string>): Promise<void> {
  const ids = saved.map(({ serviceId }) => serviceId);
  for (const table of PARTS) await removeRowsOf(ctx.db, table, { column: 'service_id', ids });
  await removeRowsOf(ctx.db, 'directory.attribute', { column: 'link_id', ids });
  const of = <T>(rowsOf: (one: Saved) => T[]): T[] => saved.flatMap(rowsOf);
  const parts: [OwnTable, Record<string, unknown>[]][] = [
    [
      'directory.service_need',
      of(({ service, serviceId }) =>
        [...new Set(service.needCodes)].map((code) => ({ service_id: serviceId, need_code: code })),
      ),
    ],
    [
      'directory.service_area',
      of(({ service, serviceId }) => areaIdsOf(service, areas).map((id) => ({ service_id: serviceId, area_id: id }))),
    ],
    [
      'directory.service_at_location',
      of(({ service, serviceId }) =>
        [...new Set(service.locationIds)].map((id) => ({ service_id: serviceId, location_id: id })),
      ),
    ],
    [
      'directory.schedule',
      of(({ service, serviceId }) => (service.hours ?? []).map((hours) => hoursRowOf(serviceId, hours))),
    ],
    [
      'directory.phone',
      of(({ service, serviceId }) =>
        (service.phones ?? []).map((phone) => phoneRowOf(phone, { service_id: serviceId })),
      ),
    ],
    ['directory.attribute', of(({ service, serviceId }) => attributeRowsOf(serviceId, 'service', service.attributes))],
  ];
  for (const [table, rows] of parts) await insertRows(ctx.db, table, { rows });
}

/** Adds services or brings them up to date, in the order given, with a statement for a thousand rows. */
export async function saveServices(anyCtx: AnyCtx, services: NewService[]): Promise<ServiceId[]> {
  if (services.length === 0) return [];
  const ctx = withTables<DirectoryTables>(anyCtx);
  const known = await loadKnown(ctx, services);
  const rows = services.map((service) => rowOf(service, known, ctx.now));
  const written = await insertRows(ctx.db, 'directory.service', {
    rows,
    conflict: updateOnConflict(['source', 'source_id'], Object.keys(rows[0] ?? {}), ['service_id', 'created_at']),
    returning: ['service_id', 'source', 'source_id'],
  });
  const ids = new Map(
    written.map((row) => [
      sourceKeyOf({ source: row['source'], sourceId: row['source_id'] }),
      String(row['service_id']),
    ]),
  );
  const saved = services.map((service, index) => ({
    service,
    serviceId: ids.get(sourceKeyOf(service) ?? '') ?? rows[index]?.service_id ?? '',
  }));
  await saveParts(ctx, saved, known.areas);
  await saveVocabulary(ctx.db, rows);
  return saved.map(({ serviceId }) => serviceId as ServiceId);
}

/** Adds one service with its phones, hours, needs and areas, or brings it up to date. */
export async function saveService(ctx: AnyCtx, service: NewService): Promise<ServiceId> {
  const [serviceId] = await saveServices(ctx, [service]);
  if (serviceId === undefined) throw new Error('the service was not saved');
  ctx.emit({ type: 'service.saved', subject: serviceId, data: { organisationId: service.organisationId } });
  return serviceId;
}
