import assert from 'node:assert/strict';
import test from 'node:test';
import type { FormBody, Question } from '../../contract/index.ts';
import { faultsOfBody } from './faults-of-body.ts';

const said = (text: string) => ({ ar: text, fr: text, en: text });
const choices = ['a', 'b'].map((code) => ({ code, text: said(code) }));

function asks(code: string, more: Partial<Question> = {}): Question {
  return { code, kind: 'number', text: said(code), isRequired: false, choices: [], ...more };
}

const faultsOf = (...questions: Question[]) =>
  faultsOfBody({ sections: [{ questions }] } satisfies FormBody).map(({ path, code }) => [path.slice(11), code]);

test('a form that is whole has no faults', () => {
  const whole = [
    asks('age', { least: 0, most: 120, checks: [{ formula: '. < 120', message: said('Too old') }] }),
    asks('needs', { kind: 'several', choices, isAskedWhen: '${age} >= 18' }),
    asks('twice', { kind: 'calculated', calculation: '${age} * 2', text: said('Twice ${age}') }),
  ];
  assert.deepEqual(faultsOf(...whole), []);
});

test('what is asked only later, or nowhere, cannot be a condition', () => {
  const found = faultsOf(asks('a', { isAskedWhen: '${b} > 1' }), asks('b', { isAskedWhen: '${c} > 1' }));
  assert.deepEqual(found, [
    ['questions.0.isAskedWhen', 'formula_later_answer'],
    ['questions.1.isAskedWhen', 'formula_unknown_answer'],
  ]);
});

test('a formula that cannot be read, a missing language and a code that stands twice are named by their field', () => {
  const found = faultsOf(asks('a', { calculation: '1 +' }), asks('a', { text: { en: 'Only English' } }));
  assert.deepEqual(found, [
    ['questions.0.calculation', 'formula_unfinished'],
    ['questions.1.text.ar', 'required'],
    ['questions.1.text.fr', 'required'],
    ['questions.1.code', 'code_twice'],
  ]);
});

test('each kind has what it needs', () => {
  const found = faultsOf(
    asks('one', { kind: 'one' }),
    asks('scale', { kind: 'scale', least: 0, most: 20 }),
    asks('matrix', { kind: 'matrix', choices }),
    asks('group', { kind: 'group' }),
    asks('sum', { kind: 'calculated' }),
    asks('number', { least: 5, most: 2 }),
  );
  assert.deepEqual(found, [
    ['questions.0.choices', 'too_few'],
    ['questions.1.most', 'too_high'],
    ['questions.2.rows', 'required'],
    ['questions.3.questions', 'required'],
    ['questions.4.calculation', 'required'],
    ['questions.5.most', 'too_low'],
  ]);
});

test('a text names only what was answered before it', () => {
  assert.deepEqual(faultsOf(asks('hello', { text: said('Dear ${first_name}') }), asks('first_name')), [
    ['questions.0.text.ar', 'formula_later_answer'],
    ['questions.0.text.fr', 'formula_later_answer'],
    ['questions.0.text.en', 'formula_later_answer'],
  ]);
});
