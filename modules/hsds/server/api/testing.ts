import { translatorFor } from '@qantara/kernel';
import { createApp } from '@qantara/platform';
import { HERE, stateRecords, type SaidOf } from '@qantara/directory/server';
import { derivedId, saveStanding } from '@qantara/directory/server';
import { inSystem, openTestRegion, type Region } from '../testing.ts';

export type WireRegion = Region & {
  /** Asks the interface as a browser elsewhere would. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  askJson: (path: string) => Promise<Json>;
  /** Everything that a list holds, as lines. */
  askLines: (path: string) => Promise<Json[]>;
};
export type Json = Record<string, unknown> & { contents: Json[]; total_items: number };

/** The same identifier for the same word, as a source would give its records. */
export const idOf = (...words: string[]): string => derivedId('test', ...words);

/** What must never be told; it stands in every field that a confidential location can have. */
export const SECRET = 'hidden-lane';

const ORIGIN = 'http://sabil.example';

function wireOfRegion(region: Region): WireRegion {
  const t = translatorFor('en', {});
  const app = createApp(
    {
      executor: region.executor,
      database: region.database,
      resolveActor: () => Promise.resolve(null),
      translators: { ar: t, fr: t, en: t },
      openApi: {},
      pages: null,
      isReady: () => Promise.resolve(true),
      jobs: {
        countWaiting: () => Promise.resolve(0),
        countDeadLetters: () => Promise.resolve(0),
        retryDeadLetters: () => Promise.resolve(0),
      },
    },
    {
      secure: false,
      trustProxy: false,
      requestsPerMinute: 0,
      metricsToken: null,
      originSalt: 'salt',
      largestBody: 1_000_000,
      assetsFolder: null,
    },
  );
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { 'accept-language': 'en', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    return app.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers: { ...headers, ...init.headers } }));
  };
  return {
    ...region,
    ask,
    askJson: async (path) => (await (await ask(path)).json()) as Json,
    askLines: async (path) => {
      const text = await (await ask(`${path}${path.includes('?') ? '&' : '?'}format=ndjson`)).text();
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Json);
    },
  };
}

type Content = SaidOf['content'];

function said(object: SaidOf['object'], recordId: string, content: Content): SaidOf {
  return { object, sourceRecordId: recordId, recordId, content, isEdit: false };
}

/** A location that says everything that one can say, each with the secret in it. */
function shelter(): SaidOf {
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
function sheltered(): SaidOf {
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

/** A service of the small world that filters are held against: every property follows from its number. */
export function plainService(number: number) {
  return {
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
    words: number % 6 === 0 ? 'soup kitchen' : 'legal advice',
    status: number % 11 === 10 ? 'inactive' : 'active',
  };
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function serviceOf(number: number): SaidOf[] {
  const it = plainService(number);
  const location = idOf('location', String(number));
  const part = (object: string) => idOf(it.id, object);
  return [
    said('location', location, {
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
    }),
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
      parts: {
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
        attribute: [
          ...it.terms.map((term) => ({
            id: idOf(it.id, term),
            link_id: it.id,
            link_entity: 'service',
            taxonomy_term_id: term,
          })),
          {
            id: part('column'),
            link_id: it.id,
            link_entity: 'service',
            link_type: 'column',
            label: 'bus line',
            value: '=1+1',
          },
        ],
      },
    }),
  ];
}

function organisationOf(number: number): SaidOf {
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

/** A small world: sixty services that differ in everything one may ask, and one that is given where nobody may know. */
export async function openWireRegion(count: number = PLAIN_SERVICES): Promise<WireRegion> {
  const region = await openTestRegion();
  await inSystem(region, async (ctx) => {
    await saveStanding(ctx, 'taxonomy', [{ id: idOf('taxonomy'), name: { en: 'Of a source' } }]);
    await saveStanding(ctx, 'taxonomy_term', [
      { id: idOf('term', '0'), name: { en: 'Top' }, code: 'T', taxonomy_id: idOf('taxonomy') },
      {
        id: idOf('term', '1'),
        name: { en: 'Below' },
        code: 'B',
        parent_id: idOf('term', '0'),
        taxonomy_id: idOf('taxonomy'),
      },
    ]);
    await saveStanding(ctx, 'unit', [{ id: idOf('unit'), name: { en: 'Bed' } }]);
    await stateRecords(
      ctx,
      'a source',
      [
        ...[0, 1, 2].map(organisationOf),
        shelter(),
        ...Array.from({ length: count }, (_, number) => serviceOf(number)).flat(),
        sheltered(),
      ].toSorted((one, other) => ORDER.indexOf(one.object) - ORDER.indexOf(other.object)),
    );
    await stateRecords(ctx, HERE, []);
  });
  return wireOfRegion(region);
}

const ORDER = ['organization', 'location', 'service'];
