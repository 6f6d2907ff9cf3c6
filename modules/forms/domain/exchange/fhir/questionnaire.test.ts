import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import fc from 'fast-check';
import { faultsOfBody } from '../../body/faults-of-body.ts';
import { questionsOf } from '../../body/questions-of.ts';
import type { BroughtForm } from '../brought-form.ts';
import { anyBody } from '../testing.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import type { Item, Questionnaire } from './resources.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';

function read(resource: unknown): BroughtForm {
  const form = readQuestionnaire(structuredClone(resource), { language: 'en', fileName: 'file.json' });
  assert.ok(form);
  return form;
}

const sent = (form: BroughtForm) => ({ ...form, version: 1 });
const codesOf = ({ notices }: BroughtForm) => notices.map(({ code }) => code);

test('what goes out comes in again as the same form, whatever its questions', () => {
  fc.assert(
    fc.property(anyBody, (body) => {
      const form = {
        code: 'a_form',
        version: 3,
        title: { ar: 'استمارة', fr: 'Formulaire' },
        purpose: 'intake' as const,
        body,
      };
      const { questionnaire } = writeQuestionnaire(form);
      const back = readQuestionnaire(JSON.parse(JSON.stringify(questionnaire)), { language: 'fr', fileName: 'x.json' });
      assert.deepEqual(back?.body, body);
      assert.deepEqual(back?.notices, []);
      assert.deepEqual([back?.code, back?.title, back?.purpose], [form.code, form.title, form.purpose]);
    }),
    { numRuns: 200 },
  );
});

const item = (linkId: string, type: string, more: object = {}) => ({ linkId, type, text: linkId, ...more });
const coded = (code: string) => ({ valueCoding: { system: 'http://loinc.org', code, display: code } });

function questionnaireOf(items: readonly object[]): object {
  return { resourceType: 'Questionnaire', status: 'active', name: 'AnInstrument', item: items };
}

test('every type of item becomes a kind, and conditions say what they said', () => {
  const form = read(
    questionnaireOf([
      item('1', 'boolean'),
      item('2', 'choice', { answerOption: [coded('A'), coded('B'), coded('LA30122-8')] }),
      item('3', 'choice', { repeats: true, answerOption: [coded('A'), coded('B')] }),
      item('4', 'integer', { enableWhen: [{ question: '1', operator: '=', answerBoolean: true }] }),
      item('5', 'decimal', {
        enableWhen: [{ question: '2', operator: '!=', answerCoding: { system: 'http://loinc.org', code: 'A' } }],
      }),
      item('6', 'date', {
        enableWhen: [
          { question: '4', operator: '>', answerInteger: 3 },
          { question: '3', operator: '=', answerCoding: { code: 'B' } },
        ],
        enableBehavior: 'any',
      }),
      item('7', 'open-choice', { answerOption: [coded('A')] }),
      item('8', 'quantity'),
      item('9', 'reference'),
      item('10', 'group', { repeats: true, item: [item('10.1', 'text', { maxLength: 90 })] }),
      item('11', 'group', { item: [item('11.1', 'display'), item('11.2', 'attachment', { required: true })] }),
    ]),
  );
  const questions = questionsOf(form.body);
  const kinds = questions.map(({ kind }) => kind).join(' ');
  assert.equal(kinds, 'yes_no one several number number date one text number text group long_text note file');
  assert.deepEqual(
    questions[1]?.choices.map(({ code }) => code),
    ['A', 'B'],
  );
  assert.equal(questions[3]?.isAskedWhen, "${q_1} = 'yes'");
  assert.equal(questions[4]?.isAskedWhen, "(${q_2} != '' and ${q_2} != 'A')");
  assert.equal(questions[5]?.isAskedWhen, "${q_4} > 3 or selected(${q_3}, 'B')");
  assert.equal(questions[11]?.most, 90);
  for (const code of ['renamed', 'other_added', 'unit_left_out', 'type_unknown', 'decline_recognised'] as const)
    assert.ok(codesOf(form).includes(code), code);
  assert.deepEqual(
    (form.body.undecided ?? []).map(({ code }) => code),
    ['type_unknown'],
  );
});

test('an expression of another language waits for somebody to decide, and what is unequal in no one way does too', () => {
  const calculated = {
    url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
    valueExpression: { language: 'text/fhirpath', expression: "%resource.item.where(linkId='1')" },
  };
  const unequal = [{ question: '3', operator: '!=', answerCoding: { code: 'A' } }];
  const form = read(
    questionnaireOf([
      item('1', 'integer', { extension: [calculated] }),
      item('3', 'choice', { repeats: true, answerOption: [coded('A'), coded('B')] }),
      item('4', 'string', { enableWhen: unequal }),
      item('5', 'string', { enableWhen: [{ question: 'nobody', operator: 'exists', answerBoolean: true }] }),
    ]),
  );
  assert.deepEqual(
    (form.body.undecided ?? []).map(({ code }) => code),
    ['expression_unreadable', 'expression_unreadable', 'expression_unreadable'],
  );
  assert.equal(faultsOfBody(form.body).filter(({ code }) => code === 'undecided').length, 3);
});

test('what is no Questionnaire is none, and hostile ones do no harm', () => {
  const said = { language: 'en' as const, fileName: 'x' };
  for (const resource of [
    null,
    [],
    'x',
    { resourceType: 'Patient' },
    questionnaireOf([{ linkId: 1 }]),
    questionnaireOf([]),
  ])
    assert.equal(readQuestionnaire(resource, said), undefined);
  const strange = read(
    questionnaireOf([
      item('__proto__', 'constructor'),
      item('constructor', 'string', {
        enableWhen: [{ question: '__proto__', operator: '=', answerString: "' or 1=1" }],
      }),
    ]),
  );
  assert.deepEqual(
    questionsOf(strange.body).map(({ code }) => code),
    ['proto', 'constructor'],
  );
  const many = Array.from({ length: 4000 }, (_one, at) => item(`i${at}`, 'string'));
  assert.equal(questionsOf(read(questionnaireOf(many)).body).length, 4000);
});

const STANDARDS = new URL('../../../../../../shared/standards/', import.meta.url);
const EXAMPLES = [
  'screening/Questionnaire-hunger-vital-sign.json',
  'fhir-sdoh/Questionnaire-SDOHCC-QuestionnaireHungerVitalSign.json',
];

function told(items: readonly Item[] | undefined): unknown[] {
  return (items ?? []).map(({ linkId, code, answerOption, item: inside }) => ({
    linkId,
    code: (code ?? []).map((coding) => coding.code),
    options: (answerOption ?? []).map(({ valueCoding }) => [
      valueCoding?.system,
      valueCoding?.code,
      valueCoding?.display,
    ]),
    inside: told(inside),
  }));
}

for (const name of EXAMPLES) {
  const file = new URL(name, STANDARDS);
  const skip = existsSync(file) ? false : 'the standards are not beside the project';
  test(`the published example ${name} comes in and goes out with the same linkIds, codes and options`, { skip }, () => {
    const resource = JSON.parse(readFileSync(file, 'utf8')) as Questionnaire;
    const form = read(resource);
    const { questionnaire } = writeQuestionnaire(sent(form), 'en');
    assert.deepEqual(told(questionnaire.item), told(resource.item));
    assert.deepEqual(
      questionnaire.code?.map(({ code }) => code),
      resource.code?.map(({ code }) => code),
    );
    assert.equal(questionnaire.title, resource.title);
  });
}
