import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { letIn, type Answer, type SampleProgram } from '../stage/program.ts';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const PATIENTS = { ar: 'نجلاء بن عمار', fr: 'Nadège Amrani', en: 'Nadia Ammar' } as const;
const CATEGORY = {
  system: 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes',
  code: 'food-insecurity',
};
const coding = (system: string, code: string) => ({ coding: [{ system, code }] });

type Entry = { resource: Record<string, unknown> };
const entriesOf = ({ body }: Answer): Record<string, unknown>[] =>
  ((body['entry'] ?? []) as Entry[]).map(({ resource }) => resource);

/** What was made; the whole answer is shown where it was not. */
function made(answer: Answer): string {
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return String(answer.body['id']);
}

/** A service of the Food Bank that answers the need for food, as the directory tells programs of it. */
async function foodService(clinic: SampleProgram): Promise<{ serviceId: string; organisationId: string }> {
  const found = entriesOf(
    await clinic.ask('HealthcareService?service-category=food-insecurity&active=true&_count=100'),
  );
  for (const service of found) {
    const organisationId =
      String((service['providedBy'] as { reference: string }).reference)
        .split('/')
        .at(-1) ?? '';
    const { body } = await clinic.ask(`Organization/${organisationId}`);
    if (/Food Bank/.test(JSON.stringify(body))) return { serviceId: String(service['id']), organisationId };
  }
  throw new Error('the Food Bank has no service for food');
}

async function consentFor(clinic: SampleProgram, patientId: string, organisationId: string): Promise<Answer> {
  const body = {
    resourceType: 'Consent',
    status: 'active',
    scope: coding('http://terminology.hl7.org/CodeSystem/consentscope', 'patient-privacy'),
    category: [coding('http://terminology.hl7.org/CodeSystem/v3-ActCode', 'IDSCL')],
    patient: { reference: `Patient/${patientId}` },
    provision: {
      type: 'permit',
      actor: [
        {
          role: coding('http://terminology.hl7.org/CodeSystem/v3-ParticipationType', 'IRCP'),
          reference: { reference: `Organization/${organisationId}` },
        },
      ],
      code: ['identity', 'need'].map((code) => coding('urn:qantara:fhir:data-category', code)),
    },
  };
  return clinic.ask('Consent', { method: 'POST', body });
}

async function order(clinic: SampleProgram, patientId: string, serviceId: string): Promise<Answer> {
  const request = {
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'order',
    code: { text: 'Food parcel' },
    subject: { reference: `Patient/${patientId}` },
    category: [{ coding: [CATEGORY] }],
  };
  const requestId = made(await clinic.ask('ServiceRequest', { method: 'POST', body: request }));
  const task = {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    priority: 'urgent',
    code: coding('http://hl7.org/fhir/CodeSystem/task-code', 'fulfill'),
    focus: { reference: `ServiceRequest/${requestId}` },
    for: { reference: `Patient/${patientId}` },
    owner: { reference: `HealthcareService/${serviceId}` },
  };
  return clinic.ask('Task', { method: 'POST', body: task });
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a clinic sends somebody from its own record, the partner helps on its page, and the clinic reads what came of it', async () => {
      const clinic = await letIn({ address: region.address(), folder: region.folder() }, 'clinic', locale);
      const { serviceId, organisationId } = await foodService(clinic);
      const patient = { resourceType: 'Patient', name: [{ text: PATIENTS[locale] }], birthDate: '1990' };
      const patientId = made(await clinic.ask('Patient', { method: 'POST', body: patient }));
      const refused = await order(clinic, patientId, serviceId);
      assert.equal(refused.body['resourceType'], 'OperationOutcome', 'nothing is sent that nobody agreed to');
      made(await consentFor(clinic, patientId, organisationId));
      const task = await order(clinic, patientId, serviceId);
      const taskId = made(task);

      const partner = await region.colleague('food@sabil.example', locale);
      await partner.open(`/work/referrals/${taskId}`);
      assert.ok((await partner.content()).includes(PATIENTS[locale]), 'the partner reads who it is');
      await partner.press('referrals.step.accept');
      await partner.reads('referrals.story.accept');
      await lookAt(partner);

      const accepted = await clinic.ask(`Task?_id=${taskId}&_include=Task:focus`);
      const [first, along] = entriesOf(accepted);
      assert.deepEqual([first?.['status'], along?.['resourceType']], ['accepted', 'ServiceRequest']);
      const bank = await letIn({ address: region.address(), folder: region.folder() }, 'food-bank', locale);
      const read = await bank.ask(`Task/${taskId}`);
      const output = [
        { type: { text: 'Food' }, valueCodeableConcept: coding('urn:qantara:fhir:outcome', 'help_given') },
      ];
      const done = { ...read.body, status: 'completed', output };
      const stale = await bank.ask(`Task/${taskId}`, { method: 'PUT', body: done, headers: { 'if-match': 'W/"1"' } });
      assert.equal(stale.status, 412, 'nobody writes over what somebody did meanwhile');
      const ifMatch = { 'if-match': read.headers.get('etag') ?? '' };
      const ended = await bank.ask(`Task/${taskId}`, { method: 'PUT', body: done, headers: ifMatch });
      assert.equal(ended.status, 200, JSON.stringify(ended.body));

      const nurse = await region.colleague('clinic@sabil.example', locale);
      await nurse.open(`/work/referrals/${taskId}`);
      await nurse.reads('referrals.status.completed');
      await lookAt(nurse);
      assert.equal((await clinic.ask(`Task/${taskId}`)).body['status'], 'completed');
      await partner.leave();
      await nurse.leave();
    });

    test('a program that brings no token, or asks for what is not its own, is told so in its language', async () => {
      const clinic = await letIn({ address: region.address(), folder: region.folder() }, 'clinic', locale);
      const bank = await letIn({ address: region.address(), folder: region.folder() }, 'food-bank', locale);
      const alone = { resourceType: 'Patient', name: [{ text: `${PATIENTS[locale]} 2` }] };
      const patientId = made(await clinic.ask('Patient', { method: 'POST', body: alone }));
      const hidden = await bank.ask(`Patient/${patientId}`);
      const nobody = await bank.ask('Patient/00000000-0000-7000-8000-000000000000');
      assert.deepEqual([hidden.status, hidden.body], [nobody.status, nobody.body], 'a stranger’s patient is as none');
      const without = await fetch(`${region.address()}/fhir/Task`, { headers: { 'accept-language': locale } });
      assert.equal(without.status, 401);
      assert.match(await without.text(), locale === 'ar' ? /[\u0600-\u06FF]/ : /[éèà]/);
    });
  });
