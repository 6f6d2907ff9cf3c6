import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { actorInRole } from '@qantara/identity/testing';
import type { Resource } from '../domain/index.ts';
import { codeOf, got, idOf, openFhirBench, programOf, putBack, type FhirBench } from './testing.ts';

let bench: FhirBench;
let librarian: Actor;
before(async () => {
  bench = await openFhirBench();
  librarian = programOf(actorInRole('librarian', bench.organisations.hub));
});
after(() => bench.database.close());

const SDOHCC = 'http://hl7.org/fhir/us/sdoh-clinicalcare/';
const room = (code: string) => [
  {
    url: `${SDOHCC}StructureDefinition/SDOHCC-ExtensionCapacityStatus`,
    extension: [
      {
        url: 'capacityStatus',
        valueCodeableConcept: {
          coding: [{ system: `${SDOHCC}CodeSystem/SDOHCC-CodeSystemTemporaryCodes`, code }],
        },
      },
    ],
  },
];
const house = {
  resourceType: 'Organization',
  active: true,
  name: 'House of the Well',
  _name: {
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [
          { url: 'lang', valueCode: 'fr' },
          { url: 'content', valueString: 'Maison du Puits' },
        ],
      },
    ],
  },
  telecom: [{ system: 'phone', value: '+216 71 010 010', use: 'work' }],
};
const post = (body: Resource): Promise<Resource> => got(bench, ['POST', body.resourceType], { actor: librarian, body });

/** An organisation with a place and a service there, as a librarian's program brings them. */
async function anEntry(name: string): Promise<{ organisation: Resource; place: Resource; service: Resource }> {
  const sure = { url: 'urn:qantara:fhir:known-new', valueBoolean: true };
  const organisation = await post({ ...house, name, extension: [sure] });
  const managingOrganization = { reference: `Organization/${idOf(organisation)}` };
  const place = await post({
    resourceType: 'Location',
    name: 'Yard',
    address: { line: ['Street of Wells 5'], city: 'T1' },
    position: { longitude: 10.1, latitude: 36.8 },
    managingOrganization,
  });
  const service = await post({
    resourceType: 'HealthcareService',
    extension: [sure, ...room('waitlist')],
    name: `${name}: soup`,
    category: [
      { coding: [{ system: `${SDOHCC}CodeSystem/SDOHCC-CodeSystemTemporaryCodes`, code: 'food-insecurity' }] },
    ],
    location: [{ reference: `Location/${idOf(place)}` }],
    telecom: [{ system: 'phone', value: '+216 71 010 011' }],
  });
  return { organisation, place, service };
}

test('a librarian’s program brings an organisation, a place and a service, and they are found', async () => {
  const { organisation, place, service } = await anEntry('House of the Well');
  assert.equal(organisation['name'], house.name);
  assert.deepEqual(organisation['_name'], house._name);
  assert.deepEqual(service['providedBy'], { reference: `Organization/${idOf(organisation)}` });
  assert.deepEqual(service['location'], [{ reference: `Location/${idOf(place)}` }]);
  assert.deepEqual(service['extension'], room('waitlist'));
  const found = await got(bench, ['GET', `HealthcareService?organization=${idOf(organisation)}`], { actor: librarian });
  assert.equal((found['entry'] as unknown[]).length, 1);
});

test('what is like something is asked about first', async () => {
  const { organisation } = await anEntry('Bread of the Hill');
  const again = { ...house, name: organisation['name'] };
  const said = await bench.ask('POST', 'Organization', { actor: librarian, body: again });
  assert.deepEqual([said.status, codeOf(said)], [409, 'entry_may_exist']);
});

test('what is changed is changed, and what FHIR does not say stays', async () => {
  const { organisation, place, service } = await anEntry('Garden of the Gate');
  const renamed = await putBack(bench, organisation, { actor: librarian, changed: { name: 'Garden' } });
  assert.deepEqual([renamed.status, renamed.body?.['name'], renamed.body?.['_name']], [200, 'Garden', house._name]);
  const moved = await putBack(bench, place, { actor: librarian, changed: { name: 'Court' } });
  assert.deepEqual([moved.body?.['name'], moved.body?.['address']], ['Court', place['address']]);
  const elsewhere = await putBack(bench, service, {
    actor: librarian,
    changed: { location: undefined, comment: 'At noon', extension: room('capacity') },
  });
  assert.equal(elsewhere.status, 200, JSON.stringify(elsewhere.body));
  assert.equal(elsewhere.body?.['location'], undefined);
  assert.equal(elsewhere.body?.['comment'], 'At noon');
  assert.deepEqual(elsewhere.body?.['category'], service['category']);
  const gone = await putBack(bench, place, { actor: librarian, changed: { status: 'inactive' } });
  assert.equal(gone.body?.['status'], 'inactive');
});

test('a service that ends is read by who keeps it and by nobody else, and may begin again', async () => {
  const { service } = await anEntry('Lamp of the Lane');
  const ended = await putBack(bench, service, { actor: librarian, changed: { active: false } });
  assert.equal(ended.body?.['active'], false);
  const path = `HealthcareService/${idOf(service)}`;
  assert.equal((await bench.ask('GET', path, { actor: programOf(bench.navigator) })).status, 404);
  const begun = await putBack(bench, service, { actor: librarian, changed: { active: true } });
  assert.equal(begun.body?.['active'], true);
});

test('nobody else writes the directory; a partner says what room its own service has', async () => {
  const { organisation, place, service } = await anEntry('Door of the Dawn');
  for (const actor of [programOf(bench.navigator), programOf(bench.partners.food)])
    for (const resource of [organisation, place, service]) {
      const { id: _id, ...body } = resource;
      const created = await bench.ask('POST', resource.resourceType, { actor, body });
      const changed = await putBack(bench, resource, { actor, changed: { name: 'Mine' } });
      for (const said of [created, changed]) {
        const [issue] = (said.body?.['issue'] ?? []) as { code: string }[];
        assert.deepEqual([said.status, issue?.code], [403, 'forbidden'], resource.resourceType);
      }
    }
  const food = programOf(bench.partners.food);
  const own = await got(bench, ['GET', `HealthcareService/${bench.services.food}`], { actor: food });
  const full = await putBack(bench, own, { actor: food, changed: { extension: room('no-capacity') } });
  assert.deepEqual([full.status, full.body?.['extension']], [200, room('no-capacity')]);
  const more = await putBack(bench, own, { actor: food, changed: { extension: room('capacity'), name: 'Other' } });
  assert.equal(more.status, 403);
});

test('of two that read one version, the second to write is told so', async () => {
  const { service } = await anEntry('Well of the West');
  const { versionId } = service['meta'] as { versionId: string };
  const by = (comment: string) => ({ actor: librarian, changed: { comment }, ifMatch: `W/"${versionId}"` });
  const [one, other] = await Promise.all([putBack(bench, service, by('one')), putBack(bench, service, by('two'))]);
  assert.deepEqual(
    [one.status, other.status].toSorted((a, b) => a - b),
    [200, 412],
  );
});
