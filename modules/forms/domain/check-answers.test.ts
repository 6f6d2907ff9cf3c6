import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { QuestionKind, type FormBody } from '../contract/index.ts';
import { checkAnswers, PREFER_NOT_TO_SAY } from './check-answers.ts';

const CHOICES = ['a', 'b', 'c'].map((code) => ({ code, text: { en: code } }));

function aForm(isRequired: boolean): FormBody {
  const questions = QuestionKind.options.map((kind) => ({
    code: kind,
    kind,
    text: { en: kind },
    isRequired,
    choices: CHOICES,
  }));
  return { sections: [{ questions }] };
}

test('a person may prefer not to say, to any question', () => {
  const answers = Object.fromEntries(QuestionKind.options.map((kind) => [kind, PREFER_NOT_TO_SAY]));
  assert.deepEqual(checkAnswers(aForm(true), answers), answers);
});

test('a question that must be answered is named when it is not', () => {
  assert.throws(
    () => checkAnswers(aForm(true), {}),
    (fault: { fields: { path: string; code: string }[] }) => {
      assert.deepEqual(
        fault.fields,
        QuestionKind.options.map((path) => ({ path, code: 'required' })),
      );
      return true;
    },
  );
});

test('an answer that is not among the choices is refused', () => {
  assert.throws(() => checkAnswers(aForm(false), { several: ['a', 'z'] }), { code: 'invalid_input' });
  assert.throws(() => checkAnswers(aForm(false), { date: '2026-13-45' }), { code: 'invalid_input' });
});

test('whatever is sent, what is kept is only what the form asks', () => {
  const anything = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.array(fc.string())));
  fc.assert(
    fc.property(anything, (answers) => {
      try {
        const kept = checkAnswers(aForm(false), answers);
        for (const code of Object.keys(kept)) assert.ok((QuestionKind.options as string[]).includes(code));
      } catch (fault) {
        assert.equal((fault as { code?: string }).code, 'invalid_input');
      }
    }),
  );
});
