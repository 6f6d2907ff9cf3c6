import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { withoutStamps } from '@qantara/platform';
import {
  API_PARAMETERS,
  LIST_NAMES,
  LIST_PARAMETERS,
  type ListName,
  type ParameterName,
} from '../../contract/api-parameters.ts';
import { EXPORT_FILES } from '../../contract/api-routes.ts';
import { idOf } from './testing/said.ts';
import { SECRET } from './testing/shelter.ts';
import { openWireRegion, type Json, type WireRegion } from './testing/wire-region.ts';

let region: WireRegion;
before(async () => {
  region = await openWireRegion(6);
});
after(() => region.database.close());

const HIDDEN = [SECRET, '36.123456', '36.12', '10.654321', '10.65', '9999'];

function tellsNothing(text: string, where: string, asked: ReadonlySet<string> = new Set()): void {
  const told = withoutStamps(text);
  for (const secret of HIDDEN.filter((one) => !asked.has(one)))
    assert.ok(!told.includes(secret), `${where} tells ${secret}`);
}

const SHELTER = idOf('shelter');

/** What somebody would ask who looks for it: with every parameter, what would find it and what would not. */
const PROBES: Record<ParameterName, string[]> = {
  search: [SECRET, 'hidden lane', 'safe house'],
  page: ['1', '2'],
  per_page: ['1', '500'],
  format: ['json', 'ndjson'],
  taxonomy_term_id: [idOf('shelter', 'attribute')],
  taxonomy_id: [idOf('taxonomy')],
  organization_id: [idOf('organization', '0')],
  modified_after: ['2020-01-01'],
  minimal: ['true'],
  full: ['true'],
  full_service: ['true'],
  top_only: ['true'],
  parent_id: [idOf('term', '0')],
  postcode: ['9999', '1000'],
  proximity: ['20000000'],
  lang: ['ar', 'fr', 'en'],
  profile: ['qantara', 'hsds'],
  lat: ['36.123456'],
  lon: ['10.654321'],
  radius: ['1', '20000000'],
  open_now: ['true'],
  day: ['MO'],
  start_time: ['00:00'],
  end_time: ['23:59'],
  minimum_age: ['0'],
  maximum_age: ['100'],
};
const WITH: Partial<Record<ParameterName, string>> = {
  proximity: 'postcode=9999&',
  lat: 'lon=10.654321&',
  lon: 'lat=36.123456&',
  radius: 'lat=36.123456&lon=10.654321&',
};

const REST = ['', '&full=true', '&full=true&profile=qantara', '&format=ndjson&profile=qantara'];

function probesOf(list: ListName): string[] {
  return LIST_PARAMETERS[list].flatMap((name) =>
    PROBES[name].flatMap((value) =>
      REST.map((rest) => `/hsds/${list}?${WITH[name] ?? ''}${name}=${encodeURIComponent(value)}${rest}`),
    ),
  );
}

test('no address with any parameter tells anything of a confidential place', async () => {
  assert.deepEqual(Object.keys(PROBES).toSorted(), Object.keys(API_PARAMETERS).toSorted());
  for (const path of LIST_NAMES.flatMap(probesOf)) {
    const answer = await region.ask(path);
    const asked = new Set(new URL(path, 'http://x').searchParams.values());
    tellsNothing(await answer.text(), path, answer.status === 200 ? new Set() : asked);
    for (const [header, said] of answer.headers) tellsNothing(said, `${path} ${header}`);
  }
});

test('no single record, export or description tells anything of it either', async () => {
  const ids = [
    SHELTER,
    idOf('shelter', 'place'),
    idOf('service', 'shelter'),
    idOf('organization', '0'),
    idOf('shelter', 'attribute'),
    idOf('shelter', 'address'),
  ];
  for (const list of LIST_NAMES)
    for (const id of ids)
      for (const query of ['', '?profile=qantara', '?lang=fr']) {
        const path = `/hsds/${list}/${id}${query}`;
        tellsNothing(await (await region.ask(path)).text(), path);
      }
  for (const file of EXPORT_FILES) {
    const bytes = new Uint8Array(await (await region.ask(`/hsds/export/${file}`)).arrayBuffer());
    const files = bytes[0] === 0x50 ? Object.entries(unzipSync(bytes)) : [[file, bytes] as const];
    for (const [name, content] of files) tellsNothing(Buffer.from(content).toString('utf8'), `${file} ${name}`);
  }
  for (const path of ['/hsds', '/hsds/openapi.json', '/hsds/profile'])
    tellsNothing(await (await region.ask(path)).text(), path);
});

test('of the place its kind leaves, that it is confidential, and the number that its page shows', async () => {
  const service = await region.askJson(`/hsds/services/${idOf('service', 'shelter')}?profile=qantara`);
  const [place] = service['service_at_locations'] as Json[];
  assert.deepEqual(place, {
    id: idOf('shelter', 'place'),
    location_id: SHELTER,
    location: {
      id: SHELTER,
      location_type: 'physical',
      phones: [{ id: idOf('shelter', 'phone'), number: '0500 123', type: 'voice' }],
      is_confidential: true,
    },
  });
  assert.equal(service['schedules'], undefined);
});

test('it takes no part in what is near, open or changed', async () => {
  const here = idOf('service', 'shelter');
  const finds = async (path: string) => (await (await region.ask(path)).text()).includes(here);
  assert.equal(await finds('/hsds/services?lat=36.123456&lon=10.654321&radius=20000000'), false);
  assert.equal(await finds('/hsds/service_at_locations?lat=36.123456&lon=10.654321&radius=20000000'), false);
  assert.equal(await finds('/hsds/service_at_locations?postcode=9999'), false);
  assert.equal(await finds('/hsds/services?day=MO'), false);
  const near = await region.askLines('/hsds/service_at_locations?lat=36.123456&lon=10.654321');
  assert.equal(near.at(-1)?.['service_id'], here, 'it has no distance, so it stands last');
});
