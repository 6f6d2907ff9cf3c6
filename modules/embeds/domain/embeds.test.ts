import assert from 'node:assert/strict';
import test from 'node:test';
import type { FormBody, Question } from '@qantara/forms/contract';
import { Origin } from '../contract/index.ts';
import { mayBeEmbedded } from './may-be-embedded.ts';
import { snippetOf } from './snippet-of.ts';

const asks = (kind: Question['kind']): Question => ({ code: 'x', kind, text: {}, isRequired: false, choices: [] });
const body = (kind: Question['kind'], findings: FormBody['findings']): FormBody => ({
  sections: [{ questions: [asks(kind)] }],
  ...(findings === undefined ? {} : { findings }),
});
const FINDINGS = [{ needCode: 'food', hasNeedWhen: "${x} = 'yes'" }];

test('only a form from which needs follow, and that asks for no paper, is shown elsewhere', () => {
  assert.equal(mayBeEmbedded(body('yes_no', FINDINGS)), true);
  assert.equal(mayBeEmbedded(body('yes_no', undefined)), false);
  assert.equal(mayBeEmbedded(body('photo', FINDINGS)), false);
});

test('what is copied holds whatever the form is called, and nothing runs from it', () => {
  const given = {
    address: 'https://sabil.example',
    embedKey: 'k',
    locale: 'fr' as const,
    title: 'a"><script>x</script>',
  };
  assert.equal(snippetOf(given).match(/<script/g)?.length, 1);
});

test('an origin has no path, no wildcard and nothing that could end a header', () => {
  for (const origin of ['https://partner.example', 'https://partner.example:8443', 'http://localhost:4000'])
    assert.equal(Origin.safeParse(origin).success, true, origin);
  for (const origin of [
    'http://partner.example',
    'https://*',
    'https://a.example/x',
    "https://a.example; script-src 'x'",
    '*',
  ])
    assert.equal(Origin.safeParse(origin).success, false, origin);
});
