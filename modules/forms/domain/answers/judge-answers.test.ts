import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Answers, QuestionKind, type FormBody, type Question } from '../../contract/index.ts';
import { readForm } from '../body/read-form.ts';
import { withPapersLater } from '../body/with-required.ts';
import { checkAnswers } from './check-answers.ts';
import { judgeAnswers } from './judge-answers.ts';
import { PREFER_NOT_TO_SAY } from './prefer-not-to-say.ts';

const CHOICES = ['a', 'b', 'c'].map((code) => ({ code, text: { en: code } }));
const NONE = { code: 'none', text: { en: 'None of these' }, isExclusive: true };
const FILE = '0190f3a0-0000-7000-8000-000000000001';
const given = { today: '2026-11-22', locale: 'en' as const };

function asks(kind: QuestionKind, more: Partial<Question> = {}): Question {
  return { code: more.code ?? kind, kind, text: { en: kind }, isRequired: false, choices: CHOICES, ...more };
}

function aForm(...questions: Question[]): FormBody {
  return { sections: [{ questions }] };
}

const EVERY = QuestionKind.options
  .filter((kind) => !['note', 'calculated'].includes(kind))
  .map((kind) => asks(kind, { rows: [{ code: 'row', text: { en: 'row' } }], questions: [] }));

const judge = (body: FormBody, answers: Answers) => judgeAnswers(readForm(body), answers, given);
const faultsOf = (body: FormBody, answers: Answers) =>
  judge(body, answers).faults.map(({ path, code }) => [path, code]);

test('a person may prefer not to say, to any question', () => {
  const answers = Object.fromEntries(EVERY.map(({ code }) => [code, PREFER_NOT_TO_SAY]));
  const required = aForm(...EVERY.map((question) => ({ ...question, isRequired: true })));
  assert.deepEqual(checkAnswers(required, answers, given), answers);
});

test('a question that must be answered is named when it is not, and not while the answers are a draft', () => {
  const body = aForm(...EVERY.map((question) => ({ ...question, isRequired: true })));
  assert.deepEqual(
    faultsOf(body, {}),
    EVERY.map(({ code }) => [code, 'required']),
  );
  assert.deepEqual(judgeAnswers(readForm(body), {}, { ...given, isDraft: true }).faults, []);
});

const FITTING: [QuestionKind, Partial<Question>, Answers[string], Answers[string], string][] = [
  ['yes_no', {}, 'yes', 'maybe', 'not_a_choice'],
  ['one', {}, 'a', 'z', 'not_a_choice'],
  ['several', {}, ['a', 'b'], ['a', 'z'], 'not_a_choice'],
  ['several', { most: 1 }, ['a'], ['a', 'b'], 'too_many'],
  ['several', { choices: [...CHOICES, NONE] }, ['none'], ['a', 'none'], 'stands_alone'],
  ['rank', {}, ['c', 'a'], ['c', 'c'], 'not_a_choice'],
  ['scale', { least: 1, most: 5 }, 4, 6, 'too_high'],
  ['scale', { least: 1, most: 5 }, 1, 2.5, 'too_many_decimals'],
  ['matrix', { rows: [{ code: 'day', text: { en: 'By day' } }] }, { day: 'a' }, { day: 'z' }, 'not_a_choice'],
  ['text', {}, 'Rue des Oliviers', 'x'.repeat(501), 'too_long'],
  ['long_text', {}, 'x'.repeat(501), 12, 'invalid'],
  ['number', { least: 0 }, 3, -1, 'too_low'],
  ['number', { decimals: 2 }, 12.25, 12.255, 'too_many_decimals'],
  ['number', {}, 12, 'twelve', 'not_number'],
  ['date', {}, '2024-02-29', '2026-02-29', 'not_date'],
  ['place', {}, { latitude: 36.8, longitude: 10.2 }, { latitude: 136, longitude: 10 }, 'invalid'],
  ['file', {}, FILE, '../../etc/passwd', 'invalid'],
  ['consent', {}, 'not_agreed', 'yes', 'not_a_choice'],
];

for (const [kind, more, right, wrong, code] of FITTING) {
  test(`an answer to a ${kind} that does not fit is refused (${code}), and one that fits is kept`, () => {
    const body = aForm(asks(kind, more));
    assert.deepEqual(checkAnswers(body, { [kind]: right }, given), { [kind]: right });
    assert.equal(faultsOf(body, { [kind]: wrong })[0]?.[1], code);
  });
}

test('a question is asked only when its condition holds, and what was answered to it before is not kept', () => {
  const body = aForm(
    asks('yes_no', { code: 'has_children' }),
    asks('number', { code: 'children', isAskedWhen: "${has_children} = 'yes'", isRequired: true }),
    asks('yes_no', { code: 'needs_care', isAskedWhen: '${children} > 0' }),
  );
  assert.deepEqual(judge(body, { has_children: 'yes', children: 2 }).asked, ['has_children', 'children', 'needs_care']);
  const changed = judge(body, { has_children: 'no', children: 2, needs_care: 'yes' });
  assert.deepEqual(changed.answers, { has_children: 'no' });
  assert.deepEqual(changed.faults, []);
});

test('a group asks for each entry by itself, and its sums are known outside', () => {
  const member = [
    asks('number', { code: 'age', isRequired: true }),
    asks('yes_no', { code: 'at_school', isAskedWhen: '${age} < 18' }),
  ] as NonNullable<Question['questions']>;
  const body = aForm(
    asks('group', { code: 'members', questions: member, most: 3 }),
    asks('calculated', { code: 'people', calculation: 'count(${age})' }),
    asks('calculated', { code: 'oldest', calculation: 'max(${age})' }),
  );
  const members = [
    { age: 41, at_school: 'yes' },
    { age: 9, at_school: 'yes' },
  ];
  const judged = judge(body, { members });
  assert.deepEqual(judged.answers, { members: [{ age: 41 }, { age: 9, at_school: 'yes' }], people: 2, oldest: 41 });
  assert.deepEqual(judged.asked, ['members', 'members.0.age', 'members.1.age', 'members.1.at_school']);
  assert.deepEqual(faultsOf(body, { members: [{}] }), [['members.0.age', 'required']]);
  assert.deepEqual(faultsOf(body, { members: [{}, {}, {}, {}] }), [['members', 'too_many']]);
});

test('where no paper can be given none is required, also in a group; all else is', () => {
  const body = aForm(
    asks('photo', { isRequired: true }),
    asks('text', { isRequired: true }),
    asks('group', {
      code: 'rooms',
      questions: [{ ...asks('text', { code: 'plan', isRequired: true }), kind: 'file' }],
    }),
  );
  const sent = { rooms: [{}] };
  const lacking = [
    ['photo', 'required'],
    ['text', 'required'],
    ['rooms.0.plan', 'required'],
  ];
  assert.deepEqual(faultsOf(body, sent), lacking);
  assert.deepEqual(faultsOf(withPapersLater(body), sent), [['text', 'required']]);
});

test('a check of the form is told in its own words, in the language of whoever answers', () => {
  const message = { ar: 'اذكر يوماً مضى.', en: 'Give a day in the past.' };
  const body = aForm(asks('date', { checks: [{ formula: '. <= today()', message }] }));
  const judged = judgeAnswers(readForm(body), { date: '2027-01-01' }, { ...given, locale: 'ar' });
  assert.deepEqual(judged.faults, [{ path: 'date', code: 'form_check', values: { message: 'اذكر يوماً مضى.' } }]);
  assert.deepEqual(faultsOf(body, { date: PREFER_NOT_TO_SAY }), []);
});

test('codes that mean something to the machine are codes like any other', () => {
  const body = aForm(asks('text', { code: 'constructor' }), asks('text', { isAskedWhen: "${constructor} != ''" }));
  assert.deepEqual(judge(body, {}), { answers: {}, asked: ['constructor'], faults: [] });
});

const anyAnswer = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.array(fc.string()),
  fc.dictionary(fc.string(), fc.string()),
  fc.array(fc.dictionary(fc.string(), fc.string())),
);

test('whatever is sent, what is kept is only what the form asks, and judging it again changes nothing', () => {
  const codes = EVERY.map(({ code }) => code);
  const names = fc.oneof(fc.constantFrom(...codes), fc.string());
  fc.assert(
    fc.property(fc.dictionary(names, anyAnswer), (sent) => {
      const parsed = Answers.safeParse(sent);
      if (!parsed.success) return;
      const { answers, faults } = judge(aForm(...EVERY), parsed.data);
      for (const code of Object.keys(answers)) assert.ok(codes.includes(code));
      if (faults.length === 0) assert.deepEqual(judge(aForm(...EVERY), answers).answers, answers);
    }),
  );
});
