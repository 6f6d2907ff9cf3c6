import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '@qantara/kernel';
import { answerForm, isFormAnswer } from './answer-form.ts';

function post(fields: Record<string, string>): Request {
  return new Request('http://region.test/ar/ask', { method: 'POST', body: new URLSearchParams(fields) });
}

function statusAndData(answer: unknown): { status: number | undefined; data: unknown } {
  const { data, init } = answer as { data: unknown; init: { status?: number } | null };
  return { status: init?.status, data };
}

test('what the work returns is the answer, and the command keeps its id', async () => {
  const answer = await answerForm(post({ commandId: 'c1', note: 'hello' }), async (values, commandId) => [
    values.text('note'),
    commandId,
  ]);
  assert.deepEqual(answer, ['hello', 'c1']);
});

test('a refused field comes back with everything that was typed', async () => {
  const answer = await answerForm(post({ _form: 'ask', note: 'hello', commandId: 'c1' }), async () => {
    throw new Refusal('invalid_input', { fields: [{ path: 'phone', code: 'required' }] });
  });
  const { status, data } = statusAndData(answer);
  assert.equal(status, 422);
  assert.ok(isFormAnswer(data));
  assert.equal(data.form, 'ask');
  assert.deepEqual(data.typed, { note: 'hello', commandId: 'c1' });
});

test('a record that is not there is 404, a conflict 409', async () => {
  const refused = (code: string) => answerForm(post({}), () => Promise.reject(new Refusal(code)));
  assert.equal(statusAndData(await refused('referral_not_found')).status, 404);
  assert.equal(statusAndData(await refused('already_sent')).status, 409);
});

test('changing the language does no work and loses nothing', async () => {
  let worked = false;
  const answer = await answerForm(post({ intent: 'switch-language', note: 'hello' }), async () => {
    worked = true;
  });
  const { data } = statusAndData(answer);
  assert.ok(isFormAnswer(data) && data.refusal === null && data.typed['note'] === 'hello');
  assert.equal(worked, false);
});

test('a bug stays a bug', async () => {
  await assert.rejects(
    answerForm(post({}), () => Promise.reject(new TypeError('broken'))),
    TypeError,
  );
});
