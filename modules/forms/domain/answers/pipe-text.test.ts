import assert from 'node:assert/strict';
import test from 'node:test';
import type { FormBody } from '../../contract/index.ts';
import { pipeText } from './pipe-text.ts';

const body: FormBody = {
  sections: [
    {
      questions: [
        { code: 'name', kind: 'text', text: { en: 'Name' }, isRequired: false, choices: [] },
        {
          code: 'needs',
          kind: 'several',
          text: { en: 'Needs' },
          isRequired: false,
          choices: [
            { code: 'food', text: { ar: 'الطعام', en: 'Food' } },
            { code: 'rent', text: { ar: 'الإيجار', en: 'Rent' } },
          ],
        },
      ],
    },
  ],
};
const piped = (text: string, answers: Record<string, string | string[]>) =>
  pipeText({ ar: text }, { body, answers, locale: 'ar' });

test('an answer stands in a later text, in words and set apart from the direction of the sentence', () => {
  assert.equal(piped('أهلاً ${name}', { name: 'Amal' }), 'أهلاً \u2068Amal\u2069');
  assert.equal(piped('ذكرت: ${needs}', { needs: ['food', 'rent'] }), 'ذكرت: \u2068الطعام، الإيجار\u2069');
});

test('what was not answered, or not to be said, leaves no hole and no code', () => {
  assert.equal(piped('أهلاً ${name}', {}), 'أهلاً …');
  assert.equal(piped('أهلاً ${name}', { name: 'prefer_not_to_say' }), 'أهلاً …');
});

test('an answer that looks like a placeholder is not filled again', () => {
  assert.equal(piped('${name}', { name: '${needs}', needs: ['food'] }), '\u2068${needs}\u2069');
});
