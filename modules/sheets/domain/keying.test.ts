import assert from 'node:assert/strict';
import test from 'node:test';
import type { FormBody, Question } from '@qantara/forms/contract';
import { acceptedAnswers, readSheet } from './answers-of-marks.ts';
import { compareKeyings } from './compare-keyings.ts';
import { keyedFields } from './keyed-fields.ts';
import { ILLEGIBLE, readMark } from './read-mark.ts';

const choices = ['food', 'rent', 'work'].map((code) => ({ code, text: { en: code } }));

function asks(code: string, kind: Question['kind'], more: Partial<Question> = {}): Question {
  return { code, kind, text: { en: code }, isRequired: false, choices, ...more };
}

const body: FormBody = {
  sections: [
    {
      questions: [
        asks('glad', 'yes_no', { isRequired: true }),
        asks('hello', 'note'),
        asks('needs', 'several'),
        asks('order', 'rank'),
        asks('how', 'scale', { least: 1, most: 5 }),
        asks('grid', 'matrix', {
          isRequired: true,
          rows: ['day', 'night'].map((code) => ({ code, text: { en: code } })),
        }),
        asks('name', 'text'),
        asks('rent', 'number', { most: 900 }),
        asks('since', 'date'),
        asks('members', 'group', { questions: [asks('age', 'number'), asks('school', 'yes_no')] as never }),
        asks('photo', 'photo'),
      ],
    },
  ],
};
const JUDGING = { today: '2026-11-22', locale: 'fr' as const };
const typed = {
  glad: '1',
  needs: '31',
  order: '2 1 3',
  how: '٤',
  'grid.day': '1',
  name: 'Amal',
  rent: '450',
  since: '03051984',
  'members.0.age': '9',
  'members.0.school': '2',
  'members.1.age': '41',
};

test('a sheet has a field for each place of the paper, in its order; photos stay on it', () => {
  const paths = keyedFields(body).map(({ path, number }) => `${number} ${path}`);
  assert.deepEqual(paths.slice(0, 6), ['1 glad', '2 needs', '3 order', '4 how', '5 grid.day', '5 grid.night']);
  assert.equal(paths.length, 15);
});

test('figures are read as answers, whatever the digits, and what was left empty is empty', () => {
  const { answers, faults } = readSheet(body, typed, JUDGING);
  assert.deepEqual(faults, []);
  assert.deepEqual(answers, {
    glad: 'yes',
    needs: ['food', 'work'],
    order: ['rent', 'food', 'work'],
    how: 4,
    grid: { day: 'food' },
    name: 'Amal',
    rent: 450,
    since: '1984-05-03',
    members: [{ age: 9, school: 'no' }, { age: 41 }],
  });
});

test('nought is “prefers not to say”, but where it is a number', () => {
  const one = (kind: Question['kind'], more = {}) => readMark(asks('x', kind, more), '0');
  assert.deepEqual(one('yes_no'), { mark: 'prefer_not_to_say' });
  assert.deepEqual(one('several'), { mark: 'prefer_not_to_say' });
  assert.deepEqual(one('number'), { mark: 0 });
  assert.deepEqual(one('scale', { least: 0, most: 10 }), { mark: 0 });
  assert.deepEqual(one('scale', { least: 1, most: 5 }), { mark: 'prefer_not_to_say' });
  assert.deepEqual(one('consent'), { fault: { code: 'not_a_choice' } });
});

test('what is no answer is named by its field, and may be called illegible', () => {
  const wrong = { ...typed, glad: '7', needs: '1 9', since: '31 2 1984', rent: '5000' };
  const paths = readSheet(body, wrong, JUDGING).faults.map(({ path }) => path);
  assert.deepEqual(paths, ['glad', 'needs', 'rent', 'since']);
  const marked = { ...typed, glad: '?', needs: '؟', since: '?', rent: '?' };
  const { marks, answers, faults } = readSheet(body, marked, JUDGING);
  assert.deepEqual(faults, []);
  assert.equal(marks['glad'], ILLEGIBLE);
  assert.equal('glad' in answers, false);
});

test('two colleagues differ where they read something else; spelling in capitals is no difference', () => {
  const first = readSheet(body, typed, JUDGING).marks;
  const again = readSheet(body, { ...typed, needs: '1 3', name: ' AMAL ' }, JUDGING).marks;
  assert.deepEqual(compareKeyings(body, first, again).differences, []);
  const other = readSheet(body, { ...typed, rent: '?', how: '', 'grid.night': '2' }, JUDGING).marks;
  const { compared, differences } = compareKeyings(body, first, other);
  assert.deepEqual(
    differences.map(({ field }) => field.path),
    ['how', 'grid.night', 'rent'],
  );
  assert.equal(compared, 12);
});

test('illegible may be what both say: then they agree', () => {
  const marks = readSheet(body, { ...typed, rent: '?' }, JUDGING).marks;
  assert.deepEqual(compareKeyings(body, marks, marks).differences, []);
  assert.deepEqual(acceptedAnswers(body, marks, JUDGING).illegible, ['rent']);
});

test('what does not fit together is not answered, and the rest is accepted', () => {
  const checked = structuredClone(body);
  const rent = checked.sections[0]?.questions.find(({ code }) => code === 'rent');
  if (rent !== undefined) rent.checks = [{ formula: '. > 500 or ${how} < 4', message: { en: 'x' } }];
  const { marks } = readSheet(body, typed, JUDGING);
  const { answers, illegible } = acceptedAnswers(checked, marks, JUDGING);
  assert.deepEqual(illegible, ['rent']);
  assert.equal(answers['glad'], 'yes');
  assert.equal('rent' in answers, false);
});
