import { foldText, type LocalizedText } from '@qantara/kernel';
import type { Need } from '../../contract/index.ts';
import type { OrganisationRecord } from '@qantara/organisations/server';
import {
  addressLineOf,
  capacityOf,
  languageCodeOf,
  phoneKindOf,
  searchColumnsOf,
  type DirectoryRecord,
} from '../../domain/index.ts';
import { columnsOf } from './columns.ts';

/** Where a record first came from, and what it is called there. */
export type Origin = { source: string | null; sourceId: string | null };

/** What the columns of a service are made of besides itself. */
export type Ground = {
  organisations: ReadonlyMap<string, LocalizedText>;
  needs: ReadonlyMap<string, Need>;
  /** The folded names of our areas. */
  areaNames: ReadonlyMap<string, readonly string[]>;
};

/** HSDS's four; whatever else a source says is not shown as open: whoever comes in vain pays for it. */
const STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'];

function statusOf(status: string | null | undefined): string {
  if (status === null || status === undefined) return 'active';
  return STATUSES.includes(status) ? status : 'inactive';
}

export function languageCodesOf(
  record: DirectoryRecord,
  isAbout: (row: { phone_id?: string | null }) => boolean,
): string[] {
  const rows = (record.parts.language ?? []).filter(isAbout);
  return [...new Set(rows.flatMap((row) => languageCodeOf(row.code ?? '') ?? languageCodeOf(row.name ?? '') ?? []))];
}

/** The names of areas served that are no area of ours, so that they are shown as the source says them. */
function areaNoteOf(record: DirectoryRecord<'service'>, ground: Ground): LocalizedText | null {
  const ours = new Set((record.fields.area_ids ?? []).flatMap((areaId) => ground.areaNames.get(areaId) ?? []));
  const note: LocalizedText = {};
  for (const { name, description } of record.parts.service_area ?? []) {
    const said = name ?? description ?? {};
    if (Object.values(said).some((text) => text !== undefined && ours.has(foldText(text)))) continue;
    for (const [locale, text] of Object.entries(said) as ['ar' | 'fr' | 'en', string][])
      note[locale] = note[locale] === undefined ? text : `${note[locale]}\n${text}`;
  }
  return Object.keys(note).length === 0 ? null : note;
}

function searchOf(record: DirectoryRecord<'service'>, ground: Ground) {
  const { name, alternate_name, description, eligibility_description, application_process } = record.fields;
  return searchColumnsOf({
    names: [name, alternate_name],
    organisationName: ground.organisations.get(record.fields.organization_id ?? ''),
    needs: (record.fields.need_codes ?? []).flatMap((code) => ground.needs.get(code) ?? []),
    texts: [description, eligibility_description, application_process],
  });
}

/** A service as a row of its table, with what the search goes by. */
export function serviceColumnsOf(
  record: DirectoryRecord<'service'>,
  origin: Origin,
  of: { ground: Ground; now: Date },
) {
  const { updated_at: _said, ...columns } = columnsOf('service', { id: record.id, ...record.fields });
  const { capacity, capacityAt } = capacityOf(record);
  return {
    ...columns,
    status: statusOf(record.fields.status),
    name: record.fields.name ?? {},
    area_note: areaNoteOf(record, of.ground),
    languages: languageCodesOf(record, (row) => row.phone_id === undefined || row.phone_id === null),
    capacity,
    capacity_at: capacityAt,
    ...searchOf(record, of.ground),
    source: origin.source,
    source_id: origin.sourceId,
    created_at: of.now,
    updated_at: of.now,
  };
}

/** A location as a row of its table. */
export function locationColumnsOf(record: DirectoryRecord<'location'>, origin: Origin, now: Date) {
  return {
    ...columnsOf('location', { id: record.id, ...record.fields }),
    location_type: record.fields.location_type ?? 'physical',
    address: addressLineOf(record.parts.address ?? []),
    area_id: record.fields.area_id ?? null,
    is_confidential: record.fields.is_confidential ?? false,
    source: origin.source,
    source_id: origin.sourceId,
    created_at: now,
    updated_at: now,
  };
}

const NOTHING_SAID = {
  alternate_name: null as LocalizedText | null,
  description: null as LocalizedText | null,
  email: null as string | null,
  website: null as string | null,
  tax_status: null as string | null,
  tax_id: null as string | null,
  year_incorporated: null as number | null,
  legal_status: null as string | null,
  logo: null as string | null,
  uri: null as string | null,
  parent_organization_id: null as string | null,
};

/** An organisation as its own module keeps it; the number that it is called at is the first that is no fax. */
export function organisationOf(
  { id, fields, parts }: DirectoryRecord<'organization'>,
  origin: Origin,
): OrganisationRecord {
  const said = {
    ...NOTHING_SAID,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  };
  return {
    ...origin,
    organisationId: id,
    name: fields.name ?? {},
    alternateName: said.alternate_name,
    description: said.description,
    email: said.email,
    website: said.website,
    phone: (parts.phone ?? []).find((phone) => phoneKindOf(phone.type) !== 'fax')?.number ?? null,
    taxStatus: said.tax_status,
    taxId: said.tax_id,
    yearIncorporated: said.year_incorporated,
    legalStatus: said.legal_status,
    logo: said.logo,
    uri: said.uri,
    parentOrganisationId: said.parent_organization_id,
  };
}
