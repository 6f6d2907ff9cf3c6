import { LOCALES, refuse, type Locale } from '@qantara/kernel';
import { listLocationPage } from '@qantara/directory/server';
import { findOrganisation } from '@qantara/organisations/server';
import type { z } from 'zod';
import {
  capacityIn,
  isSureNew,
  isUuid,
  languagesIn,
  leftOut,
  localReference,
  LocationShape,
  needsIn,
  OrganizationShape,
  readShape,
  ServiceShape,
  textOver,
  waysIn,
  type Reference,
  type Resource,
} from '../../domain/index.ts';
import type { Call } from '../call.ts';

/** How a record of the directory is written: what it is called then, and what is left of one that ended. */
export type Writing = {
  create: (call: Call, given: Resource) => Promise<string>;
  update: (call: Call, given: Resource, before: Resource) => Promise<Resource | undefined>;
};

const invalid = (code: string, path: string): never => refuse(code, { fields: [{ path, code: 'invalid' }] });

/** The language that a body says it is in, else that of the call. */
const languageOf = (call: Call, { language }: Resource): Locale =>
  LOCALES.find((one) => one === language) ?? call.locale;

function idNamed(call: Call, type: string, of: { reference: Reference | undefined; path: string }): string | null {
  if (of.reference === undefined) return null;
  const named = localReference(of.reference.reference, call.base);
  return named?.type === type && isUuid(named.id) ? named.id.toLowerCase() : invalid('resource_invalid', of.path);
}

const parentIn = (call: Call, { partOf }: z.infer<typeof OrganizationShape>): string | null =>
  idNamed(call, 'Organization', { reference: partOf, path: 'Organization.partOf' });

async function createOrganization(call: Call, given: Resource): Promise<string> {
  const body = readShape(given, OrganizationShape);
  if (body.active === false) invalid('status_not_kept', 'Organization.active');
  const { organisationId } = await call.curation.createOrganisation({
    ...waysIn(body.telecom),
    name: textOver(null, [body.name, body._name], languageOf(call, given)) ?? {},
    parentId: parentIn(call, body),
    isSureNew: isSureNew(body.extension),
  });
  return organisationId;
}

async function updateOrganization(call: Call, given: Resource, before: Resource): Promise<undefined> {
  const body = readShape(given, OrganizationShape);
  if (body.active === false) invalid('status_not_kept', 'Organization.active');
  const organisationId = String(before['id']);
  const standing = await findOrganisation(call.ctx, organisationId);
  await call.curation.editOrganisation({
    ...waysIn(body.telecom),
    organisationId,
    name: textOver(standing?.name ?? null, [body.name, body._name], languageOf(call, given)) ?? {},
    description: standing?.description ?? null,
    parentId: parentIn(call, body),
  });
}

/** Organisations, by curation's routes: they end by being merged, and not by being said inactive. */
export const organizationWords: Writing = { create: createOrganization, update: updateOrganization };

type Place = z.infer<typeof LocationShape>;

/** Lines as they stand on a letter; else the words of the whole address. */
function linesIn({ line, text, _text }: NonNullable<Place['address']>, locale: Locale) {
  return line === undefined ? textOver(null, [text, _text], locale) : { [locale]: line.join('\n') };
}

function addressIn({ address = {} }: Place, locale: Locale) {
  const { city, postalCode = null, country = '' } = address;
  return {
    addressLines: linesIn(address, locale),
    city: city === undefined ? null : { [locale]: city },
    postalCode,
    country: /^[A-Za-z]{2}$/.test(country) ? country : null,
  };
}

const pointIn = ({ position }: Place) => ({
  latitude: position?.latitude ?? null,
  longitude: position?.longitude ?? null,
});

async function createLocation(call: Call, given: Resource): Promise<string> {
  const body = readShape(given, LocationShape);
  if (body.status !== 'active') invalid('status_not_kept', 'Location.status');
  const of = { reference: body.managingOrganization, path: 'Location.managingOrganization' };
  const organisationId =
    idNamed(call, 'Organization', of) ?? refuse('resource_invalid', { fields: [{ path: of.path, code: 'required' }] });
  const locale = languageOf(call, given);
  const { locationId } = await call.curation.createPlace({
    organisationId,
    name: textOver(null, [body.name, body._name], locale),
    ...addressIn(body, locale),
    ...pointIn(body),
    phone: waysIn(body.telecom).phone,
  });
  return locationId;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What FHIR does not say of a place stays; so does its address while its words are those that were read. */
async function updateLocation(call: Call, given: Resource, before: Resource): Promise<Resource | undefined> {
  const body = readShape(given, LocationShape);
  const locationId = String(before['id']);
  if (body.status === 'suspended') invalid('status_not_kept', 'Location.status');
  if (body.status === 'inactive') {
    await call.curation.endPlace({ locationId });
    return { ...before, status: 'inactive' };
  }
  if (!isSame(given['managingOrganization'], before['managingOrganization']))
    invalid('status_not_kept', 'Location.managingOrganization');
  const {
    isConfidential,
    services: _services,
    suggested: _suggested,
    ...standing
  } = await call.curation.getPlace({
    locationId,
  });
  const locale = languageOf(call, given);
  await call.curation.editPlace({
    ...standing,
    isConfidential,
    name: textOver(standing.name, [body.name, body._name], locale),
    ...(isSame(given['address'], before['address']) ? {} : addressIn(body, locale)),
    ...pointIn(body),
    phone: body.telecom === undefined ? standing.phone : waysIn(body.telecom).phone,
  });
  return undefined;
}

/** Places, by curation's routes; of a confidential one nothing is known here. */
export const locationWords: Writing = { create: createLocation, update: updateLocation };

type Service = z.infer<typeof ServiceShape>;

function placesIn(call: Call, { location = [] }: Service): string[] {
  const named = location.map((reference) =>
    idNamed(call, 'Location', { reference, path: 'HealthcareService.location' }),
  );
  return [...new Set(named.filter((id) => id !== null))];
}

/** Whose it is: as it says, else whose its places are. */
async function giverOf(call: Call, body: Service, placeIds: string[]): Promise<string> {
  const path = 'HealthcareService.providedBy';
  const said = idNamed(call, 'Organization', { reference: body.providedBy, path });
  if (said !== null) return said;
  const places = await listLocationPage(call.ctx, { ids: placeIds, limit: placeIds.length + 1 });
  const givers = [...new Set(places.map(({ organisationId }) => organisationId))];
  return givers.length === 1 && givers[0] != null
    ? givers[0]
    : refuse('resource_invalid', { fields: [{ path, code: 'required' }] });
}

async function createService(call: Call, given: Resource): Promise<string> {
  const body = readShape(given, ServiceShape);
  if (!body.active) invalid('status_not_kept', 'HealthcareService.active');
  const placeIds = placesIn(call, body);
  const locale = languageOf(call, given);
  const needCodes = needsIn(body.category);
  const { serviceId } = await call.curation.createEntry({
    ...waysIn(body.telecom),
    organisationId: await giverOf(call, body, placeIds),
    name: textOver(null, [body.name, body._name], locale) ?? {},
    description: textOver(null, [body.comment, body._comment], locale),
    needCodes,
    hasNoNeed: needCodes.length === 0,
    languages: languagesIn(body.communication),
    capacity: capacityIn(body.extension) ?? 'unknown',
    isSureNew: isSureNew(body.extension),
  });
  for (const locationId of placeIds) await call.curation.linkPlace({ serviceId, locationId });
  return serviceId;
}

const idsOf = (call: Call, references: unknown): string[] =>
  ((references ?? []) as Reference[]).flatMap(({ reference }) => localReference(reference, call.base)?.id ?? []);

/** Places that are nobody's secret: those that are confidential are not among them, and stay. */
async function movePlaces(call: Call, serviceId: string, { to, from }: { to: string[]; from: string[] }) {
  for (const locationId of to.filter((id) => !from.includes(id)))
    await call.curation.linkPlace({ serviceId, locationId });
  for (const locationId of from.filter((id) => !to.includes(id)))
    await call.curation.unlinkPlace({ serviceId, locationId });
}

/** A partner's program says what room its own service has, and nothing else. Refuses `not_allowed`. */
async function sayCapacity(call: Call, given: Resource, before: Resource): Promise<undefined> {
  const { extension: _said, ...rest } = given;
  const [giver] = idsOf(call, [before['providedBy']]);
  const capacity = capacityIn(given['extension'] as unknown[]) ?? 'unknown';
  if (giver !== call.organisationId || leftOut(rest as Resource, before).length > 0) refuse('not_allowed');
  await call.curation.sayOwnCapacity({ serviceId: String(before['id']), capacity });
}

async function editService(call: Call, given: Resource, before: Resource): Promise<undefined> {
  const body = readShape(given, ServiceShape);
  const serviceId = String(before['id']);
  if (!isSame(given['providedBy'], before['providedBy'])) invalid('status_not_kept', 'HealthcareService.providedBy');
  const standing = await call.curation.getEditedService({ serviceId });
  const locale = languageOf(call, given);
  const wasActive = standing.status === 'active';
  const ended = wasActive ? 'inactive' : standing.status;
  await movePlaces(call, serviceId, { to: placesIn(call, body), from: idsOf(call, before['location']) });
  await call.curation.editService({
    ...standing,
    ...waysIn(body.telecom),
    name: textOver(standing.name, [body.name, body._name], locale) ?? {},
    description: textOver(standing.description, [body.comment, body._comment], locale),
    status: body.active ? 'active' : ended,
    capacity: capacityIn(body.extension) ?? 'unknown',
    needCodes: isSame(given['category'], before['category']) ? standing.needCodes : needsIn(body.category),
    languages: languagesIn(body.communication),
  });
}

/** Services, by curation's routes: who keeps the directory writes all of it, a partner the room that its own has. */
export const serviceWords: Writing = {
  create: createService,
  update: (call, given, before) => {
    const { permissions } = call.ctx.actor;
    const isPartner = !permissions.has('directory:curate') && permissions.has('referral:answer');
    return isPartner ? sayCapacity(call, given, before) : editService(call, given, before);
  },
};
