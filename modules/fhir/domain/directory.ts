import { LOCALES, type Locale, type LocalizedText } from '@qantara/kernel';
import type { Capacity, PagedLocation, PagedService } from '@qantara/directory/contract';
import { categoriesOf } from './categories.ts';
import { pruned, type Resource } from './resource.ts';
import { EXTENSIONS, SYSTEMS } from './systems.ts';

const SDOHCC = 'http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-';

/** A text in the caller's language, with the others beside it as FHIR's translation extension. */
export function textIn(name: string, text: LocalizedText | null, locale: Locale): Record<string, unknown> {
  const said = LOCALES.filter((one) => (text?.[one] ?? '') !== '');
  const main = said.includes(locale) ? locale : said[0];
  if (text === null || main === undefined) return {};
  const extension = said
    .filter((one) => one !== main)
    .map((one) => ({
      url: EXTENSIONS.translation,
      extension: [
        { url: 'lang', valueCode: one },
        { url: 'content', valueString: text[one] },
      ],
    }));
  return { [name]: text[main], ...(extension.length === 0 ? {} : { [`_${name}`]: { extension } }) };
}

export type OrganisationFacts = {
  organisationId: string;
  parentId: string | null;
  name: LocalizedText;
  email: string | null;
  phone: string | null;
  website: string | null;
  updatedAt: string;
};

const ways = (of: { phone: string | null; email: string | null; url: string | null }, extension?: unknown) =>
  [
    { extension, system: 'phone', value: of.phone, use: 'work' },
    { extension, system: 'email', value: of.email, use: 'work' },
    { system: 'url', value: of.url },
  ].filter(({ value }) => value !== null && value !== '');

/** An organisation of the region. */
export function organizationOf(facts: OrganisationFacts, locale: Locale): Resource {
  const { organisationId, parentId, phone, email, website } = facts;
  return pruned({
    resourceType: 'Organization',
    id: organisationId,
    meta: {
      versionId: versionAt(facts.updatedAt),
      lastUpdated: facts.updatedAt,
      profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-organization'],
    },
    active: true,
    ...textIn('name', facts.name, locale),
    telecom: ways({ phone, email, url: website }),
    partOf: parentId === null ? undefined : { reference: `Organization/${parentId}` },
  }) as Resource;
}

const CAPACITIES: Partial<Record<Capacity, string>> = {
  open: 'capacity',
  full: 'no-capacity',
  waiting_list: 'waitlist',
  assessment_first: 'additional-assessment-required',
};

/** Capacities with their codes. */
export const CAPACITY_CODES = Object.entries(CAPACITIES) as [Capacity, string][];

/** The moment of a change as a version: what tells two of them apart. */
const versionAt = (updatedAt: string): string => String(Date.parse(updatedAt));

/** Whether somebody new can be taken; nothing where nobody said. */
function capacityOf(capacity: Capacity): unknown {
  const code = CAPACITIES[capacity];
  if (code === undefined) return undefined;
  const status = { url: 'capacityStatus', valueCodeableConcept: { coding: [{ system: SYSTEMS.sdohcc, code }] } };
  return [{ url: EXTENSIONS.capacityStatus, extension: [status] }];
}

const APPOINTMENT = [{ url: `${SDOHCC}ExtensionHealthcareServiceTelecomAppointment`, valueBoolean: true }];

/** A service that is given now, with whether it can take somebody. */
export function healthcareServiceOf(facts: PagedService, locale: Locale): Resource {
  const { serviceId, organisationId, phone, email, url } = facts;
  return pruned({
    resourceType: 'HealthcareService',
    id: serviceId,
    meta: {
      versionId: versionAt(facts.updatedAt),
      lastUpdated: facts.updatedAt,
      profile: [`${SDOHCC}HealthcareService`],
    },
    extension: capacityOf(facts.capacity),
    active: facts.status === 'active',
    providedBy: { reference: `Organization/${organisationId}` },
    category: facts.needCodes.flatMap((needCode) => categoriesOf(needCode)),
    location: facts.locationIds.map((id) => ({ reference: `Location/${id}` })),
    ...textIn('name', facts.name, locale),
    ...textIn('comment', facts.description, locale),
    telecom: ways({ phone, email, url }, APPOINTMENT),
    communication: facts.languages.map((code) => ({ coding: [{ system: SYSTEMS.language, code }] })),
  }) as Resource;
}

/** A place that may be known. */
export function locationOf(facts: PagedLocation, locale: Locale): Resource {
  const { latitude, longitude, organisationId } = facts;
  const address = textIn('text', facts.address, locale);
  return pruned({
    resourceType: 'Location',
    id: facts.locationId,
    meta: {
      versionId: versionAt(facts.updatedAt),
      lastUpdated: facts.updatedAt,
      profile: [`${SDOHCC}Location`],
    },
    status: 'active',
    ...textIn('name', facts.name, locale),
    address,
    position: latitude === null || longitude === null ? undefined : { longitude, latitude },
    managingOrganization: organisationId === null ? undefined : { reference: `Organization/${organisationId}` },
  }) as Resource;
}
