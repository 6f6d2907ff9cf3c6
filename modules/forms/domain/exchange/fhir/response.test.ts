import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import type { Answers, FormBody } from '../../../contract/index.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import { answersInResponse, responseItems, type ResponseItem } from './response.ts';
import { screeningObservations } from './screening-observations.ts';

const said = (text: string) => ({ ar: text, fr: text, en: text });
const choices = ['a', 'b'].map((code) => ({
  code,
  text: said(code),
  terms: [{ system: 'http://loinc.org', code: `LA-${code}` }],
}));
const question = (code: string, kind: FormBody['sections'][0]['questions'][0]['kind'], more: object = {}) => ({
  code,
  kind,
  text: said(code),
  isRequired: false,
  choices: [],
  ...more,
});

const body: FormBody = {
  sections: [
    {
      title: said('section'),
      questions: [
        question('glad', 'yes_no'),
        question('pick', 'one', { choices, terms: [{ system: 'http://loinc.org', code: '88122-7' }] }),
        question('many', 'several', { choices }),
        question('age', 'number'),
        question('table', 'matrix', {
          choices,
          rows: [
            { code: 'r1', text: said('1') },
            { code: 'r2', text: said('2') },
          ],
        }),
        question('where', 'place'),
        question('members', 'group', { questions: [question('name', 'text'), question('school', 'yes_no')] }),
        question('secret', 'text'),
      ],
    },
  ],
  findings: [{ needCode: 'food', hasNeedWhen: "${pick} = 'a'" }],
};
const answers: Answers = {
  glad: 'no',
  pick: 'a',
  many: ['a', 'b'],
  age: 7,
  table: { r1: 'a', r2: 'prefer_not_to_say' },
  where: { latitude: 34.02, longitude: -6.83 },
  members: [{ name: 'Ali', school: 'yes' }, { name: 'Mona' }],
  secret: 'prefer_not_to_say',
};

test('answers go out as items and come in again as they were', () => {
  const items = responseItems(body, answers);
  assert.deepEqual(answersInResponse(body, items), { answers, left: [] });
  const inSection: ResponseItem[] = [
    { linkId: 'section_1', item: items },
    { linkId: 'other', answer: [{ valueString: 'x' }] },
  ];
  assert.deepEqual(answersInResponse(body, inSection), { answers, left: ['other'] });
});

test('what a need follows from is a flagged observation under its standard code', () => {
  const categoryOf = () => ({ system: 'urn:sdohcc', code: 'food-insecurity' });
  const [one, ...others] = screeningObservations({ body, answers, today: '2026-11-22', categoryOf });
  assert.equal(others.length, 0);
  assert.deepEqual(one?.code.coding, [{ system: 'http://loinc.org', code: '88122-7' }]);
  assert.deepEqual(one?.['valueCodeableConcept'], { coding: [{ system: 'http://loinc.org', code: 'LA-a' }] });
  assert.equal(one?.interpretation?.[0]?.coding[0]?.code, 'POS');
});

const FOLDER = new URL('../../../../../../shared/standards/fhir-sdoh/', import.meta.url);
const skip = existsSync(FOLDER) ? false : 'the standards are not beside the project';

test('the published response is read by the published questionnaire', { skip }, () => {
  const open = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
  const form = readQuestionnaire(open('Questionnaire-SDOHCC-QuestionnaireHungerVitalSign.json'), {
    language: 'en',
    fileName: 'x',
  });
  const response = open('QuestionnaireResponse-SDOHCC-QuestionnaireResponseHungerVitalSignExample.json') as {
    item: ResponseItem[];
  };
  assert.ok(form);
  const read = answersInResponse(form.body, response.item);
  assert.deepEqual(read, {
    answers: { q_88122_7: 'LA28397-0', q_88123_5: 'LA28397-0', q_88124_3: 'LA19952-3' },
    left: [],
  });
});
