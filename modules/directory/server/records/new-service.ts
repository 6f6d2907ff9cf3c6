import type { LocalizedText } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import type { Capacity, ServiceId, ServiceStatus } from '../../contract/index.ts';
import { DAY_CODES, type Content, type Parts } from '../../domain/index.ts';
import { derivedId } from './derived-id.ts';
import { areaIdsByCode, nameRecords, phonePartsOf, said, type NewPhone } from './new-location.ts';
import { stateRecords } from './state-records.ts';
import type { SaidOf } from './statement-store.ts';

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
  source?: string;
  sourceId?: string;
};

function areaIdsOf(service: NewService, areas: Map<string, string>): string[] {
  const coded = (service.areaCodes ?? []).map((code) => {
    const areaId = areas.get(code);
    if (areaId === undefined) throw new Error(`No area has the code ${code}`);
    return areaId;
  });
  return [...new Set([...(service.areaIds ?? []), ...coded])].toSorted();
}

function fieldsOf(service: NewService, areas: Map<string, string>): Content<'service'>['fields'] {
  return {
    ...said({
      organization_id: service.organisationId,
      name: service.name,
      alternate_name: service.alternateName,
      description: service.description,
      eligibility_description: service.eligibility,
      fees_description: service.fees,
      application_process: service.applicationProcess,
      alert: service.alert,
      url: service.url,
      email: service.email,
      minimum_age: service.minimumAge,
      maximum_age: service.maximumAge,
      assured_date: service.assuredAt?.toISOString(),
      capacity_status: service.capacity,
      capacity_at: service.capacityAt?.toISOString(),
    }),
    status: service.status ?? 'active',
    need_codes: [...new Set(service.needCodes)].toSorted(),
    area_ids: areaIdsOf(service, areas),
  };
}

function partsOf(id: string, service: NewService): Parts {
  const part = (object: string, of: string | number) => ({
    id: derivedId(id, object, String(of)),
    service_id: id,
  });
  const phones = phonePartsOf(service.phones, { field: 'service_id', id });
  const lists: Parts = {
    service_at_location: [...new Set(service.locationIds)].map((location_id) => ({
      ...part('service_at_location', location_id),
      location_id,
    })),
    schedule: (service.hours ?? []).map((hours, index) => ({
      ...part('schedule', index),
      location_id: hours.locationId ?? null,
      freq: hours.weekday === null ? null : 'WEEKLY',
      byday: hours.weekday === null ? null : (DAY_CODES[hours.weekday - 1] ?? null),
      opens_at: hours.opensAt ?? null,
      closes_at: hours.closesAt ?? null,
      description: hours.description ?? null,
    })),
    language: [
      ...(service.languages ?? []).map((code) => ({ ...part('language', code), code })),
      ...(phones.language ?? []),
    ],
    required_document: service.documents ? [{ ...part('required_document', 0), document: service.documents }] : [],
    service_area: service.areaNote ? [{ ...part('service_area', 0), name: service.areaNote }] : [],
  };
  return { ...phones, ...Object.fromEntries(Object.entries(lists).filter(([, rows]) => rows.length > 0)) };
}

/** Adds services or brings them up to date, in the order given, with a few statements for a thousand. */
export async function saveServices(ctx: AnyCtx, services: NewService[]): Promise<ServiceId[]> {
  if (services.length === 0) return [];
  const areas = services.some((service) => service.areaCodes?.length)
    ? await areaIdsByCode(ctx)
    : new Map<string, string>();
  const { source, named } = await nameRecords(ctx, 'service', services);
  const spoken = named.map((name, index): SaidOf => {
    const service = services[index] as NewService;
    const content: Content = { fields: fieldsOf(service, areas), parts: partsOf(name.recordId, service) };
    return { ...name, object: 'service', content, isEdit: false };
  });
  await stateRecords(ctx, source, spoken);
  return named.map(({ recordId }) => recordId as ServiceId);
}

/** Adds one service with its phones, hours, needs and areas, or brings it up to date. */
export async function saveService(ctx: AnyCtx, service: NewService): Promise<ServiceId> {
  const [serviceId] = await saveServices(ctx, [service]);
  if (serviceId === undefined) throw new Error('the service was not saved');
  ctx.emit({ type: 'service.saved', subject: serviceId, data: { organisationId: service.organisationId } });
  return serviceId;
}
