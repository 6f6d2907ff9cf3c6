import type { SaidOf } from '@qantara/directory/server';
import { idOf, said, type Content } from './said.ts';

/** What must never be told; it stands in every field that a confidential location can have. */
export const SECRET = 'hidden-lane';

/** A location that says everything that one can say, each with the secret in it. */
export function shelter(): SaidOf {
  const id = idOf('shelter');
  const text = { en: `${SECRET} text`, fr: `${SECRET} texte` };
  return said('location', id, {
    fields: {
      organization_id: idOf('organization', '0'),
      location_type: 'physical',
      name: text,
      alternate_name: text,
      description: text,
      transportation: text,
      url: `https://${SECRET}.example`,
      latitude: 36.123_456,
      longitude: 10.654_321,
      external_identifier: SECRET,
      external_identifier_type: SECRET,
      is_confidential: true,
    } as Content['fields'],
    parts: {
      address: [
        {
          id: idOf('shelter', 'address'),
          location_id: id,
          address_1: text,
          city: text,
          postal_code: '9999',
          country: 'TN',
        },
      ],
      contact: [{ id: idOf('shelter', 'contact'), location_id: id, name: text, email: `${SECRET}@example.org` }],
      schedule: [{ id: idOf('shelter', 'schedule'), location_id: id, description: text, opens_at: '09:00' }],
      accessibility: [{ id: idOf('shelter', 'accessibility'), location_id: id, description: text }],
      language: [{ id: idOf('shelter', 'language'), location_id: id, name: SECRET }],
      phone: [
        { id: idOf('shelter', 'phone'), location_id: id, number: '0500 123', type: 'voice' },
        { id: idOf('shelter', 'phone', 'contact'), contact_id: idOf('shelter', 'contact'), number: SECRET },
      ],
      attribute: [
        {
          id: idOf('shelter', 'attribute'),
          link_id: id,
          link_entity: 'location',
          value: SECRET,
          label: SECRET,
          link_type: 'column',
        },
      ],
    },
  });
}

/** The service that is given in the shelter: what it says of the shelter is as secret. */
export function sheltered(): SaidOf {
  const id = idOf('service', 'shelter');
  const place = idOf('shelter', 'place');
  const text = { en: `${SECRET} again` };
  return said('service', id, {
    fields: {
      organization_id: idOf('organization', '0'),
      name: { en: 'A safe house', ar: 'بيت آمن' },
      status: 'active',
      need_codes: ['housing'],
    } as Content['fields'],
    parts: {
      service_at_location: [{ id: place, service_id: id, location_id: idOf('shelter'), description: text }],
      contact: [{ id: idOf(place, 'contact'), service_at_location_id: place, name: text }],
      schedule: [
        {
          id: idOf(place, 'schedule'),
          service_id: id,
          location_id: idOf('shelter'),
          freq: 'WEEKLY',
          byday: 'MO',
          opens_at: '00:00',
          closes_at: '23:59',
          description: text,
        },
      ],
      service_area: [{ id: idOf(place, 'area'), service_at_location_id: place, name: text }],
      phone: [{ id: idOf(place, 'phone'), service_at_location_id: place, number: SECRET }],
      attribute: [{ id: idOf(place, 'attribute'), link_id: place, link_entity: 'service_at_location', value: SECRET }],
    },
  });
}
