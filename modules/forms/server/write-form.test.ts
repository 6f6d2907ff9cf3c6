import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { InputOf } from '@qantara/kernel';
import { actorInRole, get, refusalOf } from '@qantara/identity/testing';
import { openPeopleBench, type PeopleBench } from '@qantara/people/testing';
import type { FormDefinition, formsRoutes, FormPurpose, WrittenForm } from '../contract/index.ts';
import { formsModule } from './index.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench([formsModule]);
});
after(() => bench.database.close());

const said = (text: string) => ({ ar: text, fr: text, en: text });
const author = actorInRole('administrator', null);
const PATH = '/written-forms/:formCode';

type Change = InputOf<typeof formsRoutes.changeForm>['change'];

function start(code: string, purpose: FormPurpose = 'survey'): Promise<WrittenForm> {
  return get(bench, 'POST /written-forms', { input: { code, title: said(code), purpose }, actor: author });
}

function change(form: WrittenForm, what: Change): Promise<WrittenForm> {
  const input = { formCode: form.code, revision: form.revision, change: what };
  return get(bench, `POST ${PATH}/draft/change`, { input, actor: author });
}

const place = (question: number) => ({ section: 0, question });
const aQuestion = (code: string) => ({ code, kind: 'yes_no' as const, text: said(code) });

async function published(code: string): Promise<WrittenForm> {
  const whole = await change(await start(code), {
    kind: 'save_question',
    place: place(0),
    question: aQuestion('glad'),
  });
  const input = { formCode: code, revision: whole.revision };
  return get(bench, `POST ${PATH}/draft/publish`, { input, actor: author });
}

test('a form is written step by step, and nobody is asked it before it is published', async () => {
  const form = await change(await start('first'), {
    kind: 'save_question',
    place: place(0),
    question: aQuestion('glad'),
  });
  assert.deepEqual(form.faults, []);
  assert.equal(await refusalOf(bench, 'GET /forms/:formCode', { input: { formCode: 'first' } }), 'form_not_found');
  const input = { formCode: 'first', revision: form.revision };
  await get(bench, `POST ${PATH}/draft/publish`, { input, actor: author });
  const asked = await get<FormDefinition>(bench, 'GET /forms/:formCode', { input: { formCode: 'first' } });
  assert.equal(asked.body.sections[0]?.questions[0]?.code, 'glad');
});

test('a form with gaps is not published, and each gap is named', async () => {
  const draft = await change(await start('gaps'), {
    kind: 'save_question',
    place: place(0),
    question: { code: 'one', kind: 'one', text: { en: 'Only English' } },
  });
  const input = { formCode: 'gaps', revision: draft.revision };
  assert.equal(await refusalOf(bench, `POST ${PATH}/draft/publish`, { input, actor: author }), 'form_not_whole');
  assert.deepEqual(
    draft.faults.map(({ path, code: fault }) => `${path} ${fault}`),
    [
      'sections.0.questions.0.text.ar required',
      'sections.0.questions.0.text.fr required',
      'sections.0.questions.0.choices too_few',
    ],
  );
});

test('two people who write at once do not undo each other’s work unseen', async () => {
  const form = await start('shared');
  await change(form, { kind: 'save_question', place: place(0), question: aQuestion('mine') });
  const input = { formCode: 'shared', revision: form.revision, change: { kind: 'title', title: said('Yours') } };
  assert.equal(await refusalOf(bench, `POST ${PATH}/draft/change`, { input, actor: author }), 'form_draft_changed');
});

test('what was published is never changed, by nobody: the next version is a copy of its own', async () => {
  const first = await published('locked');
  const sql = (text: string) => bench.database.pool.query({ text, values: [first.formId] });
  for (const forbidden of [
    `update forms.definition set body = '{}' where form_id = $1`,
    `update forms.definition set title = '{}' where form_id = $1`,
    `update forms.definition set state = 'drafted', published_at = null where form_id = $1`,
    'delete from forms.definition where form_id = $1',
  ])
    await assert.rejects(sql(forbidden), /never changed/);
  const next: WrittenForm = await get(bench, `POST ${PATH}/draft`, { input: { formCode: 'locked' }, actor: author });
  assert.deepEqual([next.version, next.state, next.body], [2, 'drafted', first.body]);
  assert.equal(
    await refusalOf(bench, `POST ${PATH}/draft`, { input: { formCode: 'locked' }, actor: author }),
    'form_draft_exists',
  );
  const input = { formCode: 'locked', revision: next.revision };
  await get(bench, `POST ${PATH}/draft/publish`, { input, actor: author });
  const { versions } = await get<{ versions: WrittenForm[] }>(bench, `GET ${PATH}`, {
    input: { formCode: 'locked' },
    actor: author,
  });
  assert.deepEqual(
    versions.map(({ version, state }) => [version, state]),
    [
      [2, 'published'],
      [1, 'superseded'],
    ],
  );
});

test('a draft is thrown away without a trace in what is asked', async () => {
  await published('kept');
  const draft: WrittenForm = await get(bench, `POST ${PATH}/draft`, { input: { formCode: 'kept' }, actor: author });
  const input = { formCode: 'kept', revision: draft.revision };
  await get(bench, `POST ${PATH}/draft/discard`, { input, actor: author });
  const asked = await get<FormDefinition>(bench, 'GET /forms/:formCode', { input: { formCode: 'kept' } });
  assert.equal(asked.version, 1);
});

test('questions are moved across sections, and groups keep their own', async () => {
  let form = await start('moved');
  form = await change(form, { kind: 'save_question', place: place(0), question: aQuestion('a') });
  const group = { code: 'g', kind: 'group' as const, text: said('g') };
  form = await change(form, { kind: 'save_question', place: place(1), question: group });
  form = await change(form, { kind: 'save_question', place: { ...place(1), inner: 0 }, question: aQuestion('inside') });
  form = await change(form, { kind: 'save_question', place: place(1), question: { ...group, text: said('renamed') } });
  form = await change(form, { kind: 'add_section', title: said('second') });
  form = await change(form, { kind: 'move_question', place: place(1), way: 'down' });
  const [first, second] = form.body.sections;
  assert.deepEqual(
    first?.questions.map(({ code }) => code),
    ['a'],
  );
  assert.deepEqual(
    second?.questions[0]?.questions?.map(({ code }) => code),
    ['inside'],
  );
  assert.deepEqual(second?.questions[0]?.text, said('renamed'));
});
