import type { SaidOf } from '@qantara/directory/server';
import { idOf, said, type Content } from './said.ts';

/** A service of the small world that filters are held against: every property follows from its number. */
export function plainService(number: number) {
  return {
    number,
    id: idOf('service', String(number)),
    organization: idOf('organization', String(number % 3)),
    needs: number % 2 === 0 ? ['food'] : [],
    terms: number % 3 === 0 ? [idOf('term', '0')] : number % 5 === 0 ? [idOf('term', '1')] : [],
    minimumAge: number % 4 === 0 ? number : null,
    maximumAge: number % 4 === 1 ? 20 + number : null,
    weekday: number % 7,
    opens: `${String(8 + (number % 4)).padStart(2, '0')}:00`,
    closes: `${String(16 + (number % 3)).padStart(2, '0')}:00`,
    latitude: 36 + number / 100,
    longitude: 10,
    postcode: String(1000 + (number % 4)),
    words: number % 6 === 0 ? 'astronomy evening' : 'pottery lesson',
    status: number % 11 === 10 ? 'inactive' : 'active',
  };
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

type Plain = ReturnType<typeof plainService>;

function houseOf(it: Plain, location: string): SaidOf {
  const { number } = it;
  const part = (object: string) => idOf(it.id, object);
  return said('location', location, {
    fields: {
      location_type: 'physical',
      name: { en: `House ${number}` },
      latitude: it.latitude,
      longitude: it.longitude,
    } as Content['fields'],
    parts: {
      address: [
        {
          id: part('address'),
          location_id: location,
          address_1: { en: `${number} Main Street` },
          postal_code: it.postcode,
          address_type: 'physical',
        },
      ],
    },
  });
}

function attributesOf(it: Plain) {
  const ofIt = { link_id: it.id, link_entity: 'service' };
  return [
    ...it.terms.map((term) => ({ id: idOf(it.id, term), ...ofIt, taxonomy_term_id: term })),
    { id: idOf(it.id, 'column'), ...ofIt, link_type: 'column', label: 'bus line', value: '=1+1' },
  ];
}

function partsOf(it: Plain, location: string): Content['parts'] {
  const { number } = it;
  const part = (object: string) => idOf(it.id, object);
  return {
    service_at_location: [{ id: part('place'), service_id: it.id, location_id: location }],
    schedule: [
      {
        id: part('schedule'),
        service_id: it.id,
        freq: 'WEEKLY',
        byday: DAYS[it.weekday] ?? 'MO',
        opens_at: it.opens,
        closes_at: it.closes,
      },
    ],
    phone: [
      {
        id: part('phone'),
        service_id: it.id,
        contact_id: part('contact'),
        number: '+216 71 000 000',
        extension: 3,
      },
    ],
    contact: [{ id: part('contact'), service_id: it.id, name: { en: 'Desk' } }],
    language: [{ id: part('language'), phone_id: part('phone'), code: 'ar' }],
    service_area: number % 2 === 0 ? [{ id: part('area'), service_id: it.id, name: { en: 'Harbour' } }] : [],
    cost_option: [{ id: part('cost'), service_id: it.id, amount: 3, currency: 'TND' }],
    required_document: [{ id: part('document'), service_id: it.id, document: { en: 'Card' } }],
    url: [{ id: part('url'), service_id: it.id, url: 'https://example.org/x', label: { en: 'More' } }],
    funding: [{ id: part('funding'), service_id: it.id, source: { en: 'The city' } }],
    service_capacity: [
      {
        id: part('capacity'),
        service_id: it.id,
        available: 2,
        updated: '2026-01-02',
        ...(number % 2 === 0 ? { unit_id: idOf('unit') } : {}),
      },
    ],
    attribute: attributesOf(it),
  };
}

/** A service of the small world and the house that it is given in. */
export function serviceOf(number: number): SaidOf[] {
  const it = plainService(number);
  const location = idOf('location', String(number));
  return [
    houseOf(it, location),
    said('service', it.id, {
      fields: {
        organization_id: it.organization,
        program_id: number % 3 === 0 ? idOf('program') : null,
        name: {
          en: `Service ${number} ${it.words}`,
          fr: `Prestation ${number}`,
          ...(number % 2 === 0 ? { ar: `خدمة ${number}` } : {}),
        },
        status: it.status,
        url: number % 2 === 0 ? 'www.example.org/é' : 'not an address',
        email: number % 2 === 0 ? 'ask@example.org' : 'nobody',
        minimum_age: it.minimumAge,
        maximum_age: it.maximumAge,
        need_codes: it.needs,
        capacity_status: number % 2 === 0 ? 'open' : null,
        capacity_at: number % 2 === 0 ? '2026-03-01T00:00:00.000Z' : null,
      } as Content['fields'],
      parts: partsOf(it, location),
    }),
  ];
}

/** One of the three organisations of the small world. */
export function organisationOf(number: number): SaidOf {
  const id = idOf('organization', String(number));
  return said('organization', id, {
    fields: {
      name: { en: `Organisation ${number}`, ar: `منظمة ${number}` },
      website: 'https://example.org',
    } as Content['fields'],
    parts: {
      ...(number === 0 ? { program: [{ id: idOf('program'), organization_id: id, name: { en: 'A programme' } }] } : {}),
      organization_identifier: [{ id: idOf(id, 'identifier'), organization_id: id, identifier: '123' }],
      phone: [{ id: idOf(id, 'phone'), organization_id: id, number: '0600' }],
    },
  });
}

export const PLAIN_SERVICES = 60;
