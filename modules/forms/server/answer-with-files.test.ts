import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { attachmentsModule } from '@qantara/attachments/server';
import type { Attachment } from '@qantara/attachments/contract';
import { call, get, inSystem, refusalOf } from '@qantara/identity/testing';
import { aPerson, openPeopleBench, type PeopleBench } from '@qantara/people/testing';
import type { FormBody, FormResponse } from '../contract/index.ts';
import { bringForm, formsModule } from './index.ts';

const GIVE = 'POST /people/:personId/responses';
const text = { ar: 'x', fr: 'x', en: 'x' };
const asked = (code: string, kind: 'photo' | 'file') => ({ code, kind, text, isRequired: false, choices: [] });
const body: FormBody = {
  sections: [
    {
      questions: [
        asked('lease', 'file'),
        { code: 'members', kind: 'group', text, isRequired: false, choices: [], questions: [asked('face', 'photo')] },
      ],
    },
  ],
};
const content = Buffer.from('%PDF-1.7\n%%EOF\n').toString('base64');
let bench: PeopleBench;

before(async () => {
  bench = await openPeopleBench([attachmentsModule, formsModule]);
  await inSystem(bench, async (ctx) => {
    await bringForm(ctx, { code: 'papers', title: text, body, purpose: 'intake' });
    return true;
  });
});
after(() => bench.database.close());

function addPaper(personId: string): Promise<Attachment> {
  const input = { personId, fileName: 'lease.pdf', content };
  return get(bench, 'POST /people/:personId/attachments', { input, actor: bench.navigator });
}

function given(personId: string, answers: object, isDraft = false) {
  const input = { personId, formCode: 'papers', version: 1, answers, channel: 'navigator', locale: 'ar', isDraft };
  return { input, actor: bench.navigator };
}

test('an answer names a paper of this person, also in a group', async () => {
  const { personId } = await aPerson(bench);
  const { attachmentId } = await addPaper(personId);
  const answers = { lease: attachmentId, members: [{ face: attachmentId }] };
  const response = await get<FormResponse>(bench, GIVE, given(personId, answers));
  assert.deepEqual(response.answers, answers);
});

test('a paper of somebody else, a removed one and one that never was are refused alike, at their question', async () => {
  const { personId } = await aPerson(bench);
  const other = await aPerson(bench, { displayName: 'Sami' });
  const removed = await addPaper(personId);
  await get(bench, 'POST /people/:personId/attachments/:attachmentId/remove', {
    input: removed,
    actor: bench.navigator,
  });
  const ids = [(await addPaper(other.personId)).attachmentId, removed.attachmentId, newId()];
  for (const attachmentId of ids)
    for (const isDraft of [true, false]) {
      const answer = await call(bench, GIVE, given(personId, { members: [{ face: attachmentId }] }, isDraft));
      const fields = [{ path: 'answers.members.0.face', code: 'file_not_there' }];
      assert.deepEqual(answer, { ok: false, code: 'invalid_input', fields, values: {} });
    }
  assert.equal(await refusalOf(bench, GIVE, given(personId, { lease: '../x' })), 'invalid_input');
});
