import { stateRecords, type SaidOf } from '@qantara/directory/server';
import { newId } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';

/** What stands in every field that tells where the hidden house is, and nowhere else. */
export const SECRET = 'zqxhidden';
export const SECRET_POSTCODE = '98765';
export const SECRET_PLACE = { latitude: 36.765_432, longitude: 10.123_456 };

const text = { ar: `${SECRET} ar`, fr: `${SECRET} fr`, en: `${SECRET} en` };

function theHouse(id: string, organisationId: string): SaidOf {
  const part = { id: newId(), location_id: id };
  return {
    object: 'location',
    sourceRecordId: id,
    recordId: id,
    isEdit: false,
    content: {
      fields: {
        organization_id: organisationId,
        location_type: 'physical',
        name: text,
        alternate_name: text,
        description: text,
        transportation: text,
        url: `https://${SECRET}.example`,
        external_identifier: SECRET,
        is_confidential: true,
        ...SECRET_PLACE,
      },
      parts: {
        address: [{ ...part, address_1: text, city: text, postal_code: SECRET_POSTCODE, address_type: 'physical' }],
        accessibility: [{ ...part, description: text, details: text, url: `https://${SECRET}.example/in` }],
        contact: [{ ...part, name: text, title: text, email: `${SECRET}@example.org` }],
        schedule: [{ ...part, description: text, notes: text }],
        language: [{ ...part, name: SECRET, note: text }],
        attribute: [{ id: newId(), link_id: id, link_entity: 'location', label: SECRET, value: SECRET }],
      },
    },
  };
}

function theShelter(id: string, of: { locationId: string; organisationId: string; name: string }): SaidOf {
  const given = { id, service_id: id, location_id: of.locationId };
  return {
    object: 'service',
    sourceRecordId: id,
    recordId: id,
    isEdit: false,
    content: {
      fields: {
        organization_id: of.organisationId,
        name: { en: of.name },
        status: 'active',
        need_codes: ['food'],
        area_ids: [],
      },
      parts: { service_at_location: [{ ...given, description: { en: `${SECRET} for ${of.name}` } }] },
    },
  };
}

/** A service in a hidden house, said twice so that it has a past, by two sources that contradict one another. */
export async function addHiddenHouse(ctx: AnyCtx, organisationId: string): Promise<string> {
  const [locationId, serviceId] = [newId(), newId()];
  const house = theHouse(locationId, organisationId);
  const moved: SaidOf = {
    ...house,
    content: { ...house.content, fields: { ...house.content.fields, name: { en: `${SECRET} moved` } } },
  };
  await stateRecords(ctx, 'first', [house]);
  await stateRecords(ctx, 'second', [moved]);
  await stateRecords(ctx, 'first', [moved]);
  const shelter = (name: string) => theShelter(serviceId, { locationId, organisationId, name });
  await stateRecords(ctx, 'first', [shelter('Shelter')]);
  await stateRecords(ctx, 'first', [shelter('Shelter for the night')]);
  return serviceId;
}
