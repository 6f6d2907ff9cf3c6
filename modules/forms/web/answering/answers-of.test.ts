import assert from 'node:assert/strict';
import test from 'node:test';
import type { Answers, FormBody, Question } from '../../contract/index.ts';
import { answersOf, valuesOfTyped } from './answers-of.ts';
import { typedOf } from './typed-of.ts';

const choices = ['food', 'rent', 'work'].map((code) => ({ code, text: { en: code } }));

function asks(code: string, kind: Question['kind'], more: Partial<Question> = {}): Question {
  return { code, kind, text: { en: code }, isRequired: false, choices, ...more };
}

const body: FormBody = {
  sections: [
    {
      questions: [
        asks('glad', 'yes_no'),
        asks('needs', 'several'),
        asks('order', 'rank'),
        asks('how', 'scale', { least: 1, most: 5 }),
        asks('grid', 'matrix', { rows: [{ code: 'day', text: { en: 'day' } }] }),
        asks('name', 'text'),
        asks('rent', 'number'),
        asks('since', 'date'),
        asks('where', 'place'),
        asks('members', 'group', { questions: [asks('age', 'number'), asks('school', 'yes_no')] as never }),
      ],
    },
  ],
};
const AREA = '0190f3a0-0000-7000-8000-000000000001';

const given: Answers = {
  glad: 'yes',
  needs: ['food', 'work'],
  order: ['work', 'food', 'rent'],
  how: 4,
  grid: { day: 'food' },
  name: 'أمل',
  rent: 450,
  since: '2024-03-01',
  where: { areaId: AREA },
  members: [{ age: 9, school: 'yes' }, { age: 41 }],
};

test('what was answered stands in the fields again, and comes back as it was', () => {
  assert.deepEqual(answersOf(valuesOfTyped(typedOf(given, body)), body), given);
});

test('"I prefer not to say" comes back as it was, of every kind', () => {
  const declined = Object.fromEntries(Object.keys(given).map((code) => [code, 'prefer_not_to_say']));
  assert.deepEqual(answersOf(valuesOfTyped(typedOf(declined, body)), body), declined);
});

test('numbers may be typed in Arabic digits, and what is no number is kept to be refused', () => {
  const typed = { 'answers.rent': '٤٥٠', 'answers.how': 'many' };
  assert.deepEqual(answersOf(valuesOfTyped(typed), body), { rent: 450, how: 'many' });
});

test('one place given to two choices is no order', () => {
  const typed = { 'answers.order.0': '1', 'answers.order.1': '1' };
  assert.deepEqual(answersOf(valuesOfTyped(typed), body), { order: ['food', 'rent', 'food', 'rent'] });
});

test('no more entries are read than the form allows, however many are sent', () => {
  assert.deepEqual(answersOf(valuesOfTyped({ 'entries.members': '100000' }), body)['members'], Array(50).fill({}));
});
