import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { bringForm } from '@qantara/forms/server';
import type { FormResponse, Question } from '@qantara/forms/contract';
import { get, inSystem, refusalOf } from '@qantara/identity/testing';
import { aPerson, type PeopleBench } from '@qantara/people/testing';
import type { Screening } from '../contract/index.ts';
import { openScreeningBench } from './testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openScreeningBench();
  await inSystem(bench, async (ctx) => {
    const findings = [
      { needCode: 'food', hasNeedWhen: "${ran_out} != 'never'", wantsHelpWhen: "${help_food} = 'yes'" },
      { needCode: 'housing', hasNeedWhen: '${people} > 4' },
      { needCode: 'safety', hasNeedWhen: "${afraid} = 'yes'", isDangerWhen: "${afraid} = 'yes'" },
    ];
    await bringForm(ctx, {
      code: 'instrument',
      title: said('x'),
      purpose: 'screening',
      body: { sections: [{ questions }], findings },
    });
    return true;
  });
});
after(() => bench.database.close());

const said = (text: string) => ({ ar: text, fr: text, en: text });

function asks(code: string, kind: Question['kind'], more: Partial<Question> = {}): Question {
  return { code, kind, text: said(code), isRequired: false, choices: [], ...more };
}

const questions: Question[] = [
  asks('ran_out', 'one', { choices: ['often', 'sometimes', 'never'].map((code) => ({ code, text: said(code) })) }),
  asks('help_food', 'yes_no', { isAskedWhen: "${ran_out} != 'never'" }),
  asks('people', 'number'),
  asks('afraid', 'yes_no'),
];

const ANSWER = 'POST /people/:personId/screenings';
const GIVE = 'POST /people/:personId/responses';

async function screened(answers: Record<string, unknown>): Promise<Screening> {
  const { personId } = await aPerson(bench);
  const input = { personId, formCode: 'instrument', version: 1, answers, channel: 'telephone', locale: 'fr' };
  return (await get<{ screening: Screening }>(bench, ANSWER, { input, actor: bench.navigator })).screening;
}

const findingsOf = ({ findings }: Screening) =>
  Object.fromEntries(findings.map(({ needCode, hasNeed, wantsHelp }) => [needCode, [hasNeed, wantsHelp]]));

test('needs follow from answers by the rules of the form, and a want only from being asked', async () => {
  const screening = await screened({ ran_out: 'sometimes', help_food: 'no', people: 5 });
  assert.deepEqual(findingsOf(screening), { food: [true, false], housing: [true, null], safety: [null, null] });
  assert.equal(screening.isUrgent, false);
});

test('what was not asked any more does not count as wanted', async () => {
  const screening = await screened({ ran_out: 'never', help_food: 'yes' });
  assert.deepEqual(findingsOf(screening)['food'], [false, null]);
});

test('"I prefer not to say" is neither a need nor none', async () => {
  const screening = await screened({ ran_out: 'prefer_not_to_say', afraid: 'prefer_not_to_say' });
  assert.deepEqual(findingsOf(screening), { food: [null, null], housing: [null, null], safety: [null, null] });
});

test('danger puts a screening first, whether or not help is wanted yet', async () => {
  assert.equal((await screened({ afraid: 'yes' })).isUrgent, true);
});

test('a form without rules for needs is answered, and is no screening', async () => {
  const { personId } = await aPerson(bench);
  const plain = { personId, formCode: 'regional-screening', version: 1, answers: {}, channel: 'paper', locale: 'ar' };
  assert.equal(await refusalOf(bench, ANSWER, { input: plain, actor: bench.navigator }), 'form_finds_nothing');
  assert.equal(await refusalOf(bench, GIVE, { input: plain, actor: bench.navigator }), null);
});

test('what was begun is gone on with by one at a time, and is whole once it was given', async () => {
  const { personId } = await aPerson(bench);
  const part = { personId, formCode: 'instrument', version: 1, channel: 'navigator', locale: 'ar' };
  const begun: FormResponse = await get(bench, GIVE, {
    input: { ...part, answers: { people: 3 }, isDraft: true },
    actor: bench.navigator,
  });
  assert.deepEqual([begun.state, begun.answers], ['partial', { people: 3 }]);
  const { responseId, revision } = begun;
  const goOn = { ...part, answers: { people: 4 }, responseId, revision };
  const given: FormResponse = await get(bench, GIVE, { input: goOn, actor: bench.navigator });
  assert.deepEqual([given.responseId, given.state, given.answers], [responseId, 'whole', { people: 4 }]);
  assert.equal(await refusalOf(bench, GIVE, { input: goOn, actor: bench.navigator }), 'answers_changed');
});

test('an answer that does not fit is named by its field, and nothing is kept', async () => {
  const { personId } = await aPerson(bench);
  const input = {
    personId,
    formCode: 'instrument',
    version: 1,
    answers: { people: 'many' },
    channel: 'navigator',
    locale: 'ar',
  };
  assert.equal(await refusalOf(bench, GIVE, { input, actor: bench.navigator }), 'invalid_input');
  const { responses } = await get<{ responses: FormResponse[] }>(bench, 'GET /people/:personId/responses', {
    input: { personId },
    actor: bench.navigator,
  });
  assert.deepEqual(responses, []);
});

test('somebody else’s answers are as if there were none', async () => {
  const { personId } = await aPerson(bench);
  const input = { personId, formCode: 'instrument', version: 1, answers: {}, channel: 'navigator', locale: 'ar' };
  const { responseId }: FormResponse = await get(bench, GIVE, { input, actor: bench.navigator });
  const read = 'GET /people/:personId/responses/:responseId';
  assert.equal(
    await refusalOf(bench, read, { input: { personId, responseId }, actor: bench.otherNavigator }),
    'person_not_found',
  );
  const other = await aPerson(bench, {}, bench.otherNavigator);
  const mixed = { personId: other.personId, responseId };
  assert.equal(await refusalOf(bench, read, { input: mixed, actor: bench.otherNavigator }), 'response_not_found');
});
