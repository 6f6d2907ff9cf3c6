import { LOCALES, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Organisation } from '@qantara/organisations/contract';
import { findOrganisation, listOrganisationsById } from '@qantara/organisations/server';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type {
  Capacity,
  Cost,
  OpeningHours,
  Place,
  Service,
  ServicePhone,
  ServiceStatus,
  ShownTranslation,
} from '../contract/index.ts';
import { hoursColumn } from './hours-view.ts';
import { listShownTranslations, type ShownTexts } from './shown-translations.ts';
import type { DirectoryTables } from './tables.gen.ts';

type Db = Kysely<DirectoryTables>;
type Texts = Record<
  | 'alternate_name'
  | 'description'
  | 'eligibility_description'
  | 'fees_description'
  | 'application_process'
  | 'alert'
  | 'area_note',
  LocalizedText | null
>;
type ServiceRow = Texts & {
  service_id: string;
  organisation_id: string;
  status: ServiceStatus;
  name: LocalizedText;
  url: string | null;
  email: string | null;
  minimum_age: number | null;
  maximum_age: number | null;
  languages: string[];
  capacity: Capacity;
  capacity_at: Date | null;
  assured_at: Date | null;
  updated_at: Date;
  source: string | null;
  needs: { needCode: string; name: LocalizedText }[];
  areas: { areaId: string; name: LocalizedText }[];
  phones: ServicePhone[];
  hours: OpeningHours[];
  documents: LocalizedText[];
  costs: z.input<typeof Cost>[];
  places: (Omit<z.input<typeof Place>, 'accessibility'> & { accessibility: LocalizedText[] })[];
};

const phonesOf = (owner: ReturnType<typeof sql>) => sql`coalesce((
  select json_agg(json_build_object('number', phone.number, 'kind', phone.kind, 'description', phone.description,
    'languages', phone.languages) order by phone.phone_id)
  from directory.phone where ${owner}), '[]')`;

/** A confidential place leaves the database as its phones and nothing else: no later step could let it slip. */
const open = (column: string) =>
  sql`case when location.is_confidential then null else ${sql.ref(`location.${column}`)} end`;

const places = sql`coalesce((
  select json_agg(json_build_object('locationId', location.location_id, 'isConfidential', location.is_confidential,
    'name', ${open('name')}, 'description', ${open('description')}, 'transport', ${open('transportation')},
    'address', ${open('address')}, 'areaId', ${open('area_id')},
    'areaName', case when location.is_confidential then null else area.name end,
    'latitude', ${open('latitude')}, 'longitude', ${open('longitude')}, 'accessibility', case when location.is_confidential then '[]'::jsonb else coalesce((
      select jsonb_agg(said.text order by accessibility.accessibility_id, said.place)
      from directory.accessibility, lateral (values (1, accessibility.description), (2, accessibility.details)) as said (place, text)
      where accessibility.location_id = location.location_id and said.text is not null), '[]'::jsonb) end,
    'phones', ${phonesOf(sql`phone.location_id = location.location_id`)}) order by location.location_id)
  from directory.service_at_location as given
  join directory.location on location.location_id = given.location_id
  left join territory.published_area as area on area.area_id = location.area_id
  where given.service_id = service.service_id), '[]')`;

const documents = sql`coalesce((
  select json_agg(required.document order by required.required_document_id)
  from directory.required_document as required
  where required.service_id = service.service_id and required.document is not null), '[]')`;

const costs = sql`coalesce((
  select json_agg(json_build_object('option', cost.option, 'amount', cost.amount, 'currency', upper(cost.currency),
    'description', cost.amount_description, 'validFrom', cost.valid_from, 'validTo', cost.valid_to) order by cost.cost_option_id)
  from directory.cost_option as cost where cost.service_id = service.service_id), '[]')`;

async function selectServices(db: Db, where: RawBuilder<unknown>): Promise<ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select service.service_id, service.organisation_id, service.status, service.name, service.alternate_name,
      service.description, service.eligibility_description, service.fees_description, service.application_process, service.alert,
      service.area_note, service.url, service.email, service.minimum_age, service.maximum_age, service.languages,
      service.capacity, service.capacity_at, service.assured_at, service.updated_at, service.source,
      coalesce((select json_agg(json_build_object('needCode', need.need_code, 'name', need.name) order by need.sort)
        from directory.service_need join directory.need using (need_code)
        where service_need.service_id = service.service_id), '[]') as needs,
      coalesce((select json_agg(json_build_object('areaId', area.area_id, 'name', area.name) order by area.code)
        from directory.area_served as served join territory.published_area as area on area.area_id = served.area_id
        where served.service_id = service.service_id), '[]') as areas,
      ${phonesOf(sql`phone.service_id = service.service_id`)} as phones, ${hoursColumn} as hours, ${places} as places,
      ${documents} as documents, ${costs} as costs
    from directory.service where ${where}`.execute(db);
  return rows;
}

/** The service, or the one that it was found to be the same as. */
async function selectService(db: Db, serviceId: string): Promise<ServiceRow | undefined> {
  const [row] = await selectServices(
    db,
    sql`service.service_id = coalesce((select merged.merged_into from directory.service as merged
      where merged.service_id = ${serviceId}), ${serviceId})`,
  );
  return row;
}

/** Several short texts as one of several lines, in each language that any of them is in. */
function linesOf(texts: LocalizedText[]): LocalizedText | null {
  const lines: LocalizedText = {};
  for (const locale of LOCALES) {
    const said = texts.flatMap((text) => text[locale] ?? []);
    if (said.length > 0) lines[locale] = [...new Set(said)].join('\n');
  }
  return Object.keys(lines).length === 0 ? null : lines;
}

function textsOf(row: ServiceRow) {
  return {
    name: row.name,
    alternateName: row.alternate_name,
    description: row.description,
    areaNote: row.area_note,
    eligibility: row.eligibility_description,
    fees: row.fees_description,
    applicationProcess: row.application_process,
    documents: linesOf(row.documents),
    alert: row.alert,
  };
}

function shownTexts(row: ServiceRow): ShownTexts {
  const { name, alternate_name, description, eligibility_description, fees_description, application_process } = row;
  const texts = { name, alternate_name, description, eligibility_description, fees_description, application_process };
  return { recordId: row.service_id, texts };
}

type Offering = Pick<
  Organisation,
  'organisationId' | 'name' | 'description' | 'email' | 'phone' | 'website' | 'receivesReferrals'
>;

function toService(
  row: ServiceRow,
  organisation: Offering,
  translations: ShownTranslation[] = [],
): z.input<typeof Service> {
  const { organisationId, name, description, email, phone, website, receivesReferrals } = organisation;
  return {
    serviceId: row.service_id,
    status: row.status,
    ...textsOf(row),
    organisation: { organisationId, name, description, email, phone, website, receivesReferrals },
    needs: row.needs,
    areas: row.areas,
    places: row.places.map((place) => ({ ...place, accessibility: linesOf(place.accessibility) })),
    costs: row.costs,
    phones: row.phones,
    hours: row.hours,
    languages: row.languages,
    minimumAge: row.minimum_age,
    maximumAge: row.maximum_age,
    url: row.url,
    email: row.email,
    capacity: row.capacity,
    capacityAt: row.capacity_at?.toISOString() ?? null,
    assuredAt: row.assured_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
    translations,
    source: row.source,
  };
}

/**
 * A service with everything that is known of it, whatever its status; for one that was found to be the same as another, that
 * other. Undefined where there is none.
 */
export async function findService(anyCtx: AnyCtx, serviceId: string): Promise<z.input<typeof Service> | undefined> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const row = await selectService(db, serviceId);
  const organisation = row && (await findOrganisation(anyCtx, row.organisation_id));
  if (row === undefined || organisation === undefined) return undefined;
  const translations = await listShownTranslations(anyCtx, [shownTexts(row)]);
  return toService(row, organisation, translations.get(row.service_id));
}

/** These services with everything that is known of them, in no order of their own. */
export async function listServices(anyCtx: AnyCtx, serviceIds: string[]): Promise<z.input<typeof Service>[]> {
  if (serviceIds.length === 0) return [];
  const { db } = withTables<DirectoryTables>(anyCtx);
  const rows = await selectServices(db, sql`service.service_id = any(${serviceIds}::uuid[])`);
  const organisations = await listOrganisationsById(
    anyCtx,
    rows.map((row) => row.organisation_id),
  );
  const translations = await listShownTranslations(anyCtx, rows.map(shownTexts));
  return rows.flatMap((row) => {
    const organisation = organisations.get(row.organisation_id);
    return organisation === undefined ? [] : [toService(row, organisation, translations.get(row.service_id))];
  });
}
