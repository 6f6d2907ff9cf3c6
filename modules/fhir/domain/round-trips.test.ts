import assert from 'node:assert/strict';
import test from 'node:test';
import { Refusal } from '@qantara/kernel';
import { OutcomeCode, ReasonCode, ReferralStatus } from '@qantara/referrals/contract';
import { Person } from '@qantara/people/contract';
import fc from 'fast-check';
import { categoriesOf, needIn } from './categories.ts';
import { correctionIn, factsOf, patientOf, personIn } from './patient.ts';
import { PatientShape } from './patient-shape.ts';
import { leftOut, readShape, resourceIn } from './read-body.ts';
import { localReference, pruned, versionIn } from './resource.ts';
import { SHAPES, type TaskBody } from './shapes.ts';
import { noteIn, outcomeIn, priorityIn, reasonIn, stepTo, taskOf, type TaskFacts } from './task.ts';
import { checkTodoStep } from './to-do.ts';

const NEEDS = [
  'food',
  'housing',
  'utilities',
  'transport',
  'safety',
  'child_care',
  'work',
  'papers',
  'digital_access',
  'loneliness',
  'language',
  'disability',
];

test('a need goes out as a category and comes back as itself', () => {
  for (const need of NEEDS) assert.equal(needIn(categoriesOf(need)), need);
});

const id = fc.uuid({ version: 7 });
const facts: fc.Arbitrary<TaskFacts> = fc.record({
  referralId: id,
  personId: id,
  status: fc.constantFrom(...ReferralStatus.options),
  reasonCode: fc.option(fc.constantFrom(...ReasonCode.options)),
  reasonText: fc.constant(null),
  outcomeCode: fc.option(fc.constantFrom(...OutcomeCode.options)),
  priority: fc.constantFrom('routine' as const, 'this_week' as const, 'tonight' as const),
  recordClass: fc.constant('ordinary'),
  fromOrganisationId: id,
  organisationId: fc.option(id),
  partOfReferralId: fc.option(id),
  followsReferralId: fc.option(id),
  authoredAt: fc.constant('2026-11-22T10:00:00.000Z'),
  updatedAt: fc.constant('2026-11-22T11:00:00.000Z'),
  version: fc.integer({ min: 1, max: 20 }),
  orderId: fc.option(id),
  output: fc.constant(undefined),
  identifiers: fc.constant(undefined),
  note: fc.constant(null),
});

test('a referral goes out as a Task and is read back as itself', () => {
  fc.assert(
    fc.property(facts, (referral) => {
      const task = taskOf(referral);
      const read: TaskBody = readShape(resourceIn(task, 'Task'), SHAPES.Task);
      assert.deepEqual(leftOut(task, { ...read, resourceType: 'Task' }), []);
      assert.equal(read.status, referral.status);
      assert.equal(reasonIn(read.statusReason), referral.reasonCode);
      assert.equal(noteIn(read.statusReason), '');
      assert.equal(outcomeIn(read), referral.outcomeCode);
      assert.equal(priorityIn(read.priority), referral.priority);
      assert.equal(localReference(read.focus?.reference, '')?.id, referral.orderId ?? referral.referralId);
    }),
  );
});

test('a status that nothing leads to has no step', () => {
  assert.equal(stepTo('on-hold', 'in-progress'), 'resume');
  assert.equal(stepTo('accepted', 'in-progress'), 'start');
  for (const status of ['draft', 'requested', 'received', 'ready'] as const)
    assert.equal(stepTo('accepted', status), undefined);
});

const words = fc.stringMatching(/^[A-Za-z؀-ي]{1,20}$/);
const person = fc
  .record({
    displayName: words,
    year: fc.option(fc.integer({ min: 1910, max: 2020 })),
    gender: fc.option(fc.constantFrom('woman' as const, 'man' as const, 'other' as const)),
    languages: fc.uniqueArray(fc.constantFrom('ar', 'fr', 'en', 'so'), { maxLength: 3 }),
    mayContact: fc.boolean(),
    phone: fc.option(fc.record({ value: fc.stringMatching(/^0\d{8}$/), isSafe: fc.boolean() })),
  })
  .map(({ displayName, year, phone, mayContact, ...rest }) =>
    Person.parse({
      ...rest,
      personId: '0190a1b2-0000-7000-8000-000000000001',
      displayName,
      birthYear: year,
      areaId: null,
      mayContact,
      createdAt: '2026-11-22T10:00:00.000Z',
      names: [],
      birth: { year, month: null, day: null, estimatedAge: null, estimatedOn: null },
      genderWords: null,
      needsInterpreter: true,
      stewardOrganisationId: null,
      contactPoints: phone === null ? [] : [{ kind: 'phone', ...phone }],
      noContactReason: mayContact ? null : 'danger',
      noContactSince: null,
      isRestricted: false,
      recordClass: 'ordinary',
      mergedInto: null,
      version: 3,
    }),
  );

test('somebody who is read and sent back is who they were, with what FHIR does not say', () => {
  fc.assert(
    fc.property(person, (before) => {
      const body = readShape(resourceIn(patientOf(factsOf(before, undefined)), 'Patient'), PatientShape);
      const after = correctionIn(body, before);
      for (const name of [
        'displayName',
        'gender',
        'languages',
        'mayContact',
        'noContactReason',
        'needsInterpreter',
        'contactPoints',
      ] as const)
        assert.deepEqual(after[name], before[name], name);
      assert.equal(after.birthYear, before.birth.year);
    }),
  );
});

test('where nobody is to call, no way to them leaves; and what is not said to be safe is not', () => {
  fc.assert(
    fc.property(person, (one) => {
      const patient = patientOf(factsOf(one, undefined));
      if (!one.mayContact) assert.equal(patient['telecom'], undefined);
    }),
  );
  const said = personIn(
    readShape(
      { resourceType: 'Patient', name: [{ text: 'x' }], telecom: [{ system: 'phone', value: '07' }] },
      PatientShape,
    ),
  );
  assert.equal(said.contactPoints[0]?.isSafe, false);
});

test('whatever is sent is read or refused by field', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(SHAPES)), fc.jsonValue(), (type, value) => {
      const body: unknown =
        typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, resourceType: type } : value;
      try {
        readShape(resourceIn(body, type), SHAPES[type as keyof typeof SHAPES]);
      } catch (fault) {
        assert.ok(fault instanceof Refusal);
        assert.ok(fault.fields.length > 0 || fault.code === 'resource_too_deep');
      }
    }),
  );
});

test('nothing empty is left, and a tag names its version', () => {
  assert.deepEqual(pruned({ a: '', b: [], c: { d: undefined }, e: [{}, 1], f: false }), { e: [1], f: false });
  for (const [tag, version] of [
    ['W/"3"', 3],
    ['"4"', 4],
    ['5', undefined],
    [null, undefined],
  ] as const)
    assert.equal(versionIn(tag), version);
});

test('what a person is to do: each status, from each side', () => {
  const ends = ['completed', 'failed', 'cancelled'];
  const byApp: Record<string, string[]> = {
    ready: ['in-progress', 'on-hold', ...ends],
    'in-progress': ['on-hold', ...ends],
    'on-hold': ['in-progress', ...ends],
  };
  const states = ['ready', 'in-progress', 'on-hold', ...ends, 'entered-in-error'] as TaskBody['status'][];
  const isAllowed = (from: TaskBody['status'], to: TaskBody['status'], side: 'requester' | 'app'): boolean => {
    try {
      checkTodoStep(from, to, side);
      return true;
    } catch {
      return false;
    }
  };
  for (const from of states)
    for (const to of states) {
      const isStep = byApp[from]?.includes(to) === true;
      const isVoid = to === 'entered-in-error' && from !== to;
      assert.equal(isAllowed(from, to, 'app'), isStep, `${from} → ${to} by the app`);
      assert.equal(
        isAllowed(from, to, 'requester'),
        isVoid || (isStep && to === 'cancelled'),
        `${from} → ${to} by the requester`,
      );
    }
});
