import { newId, refuse } from '@qantara/kernel';
import type { AnyCtx, Ctx } from '@qantara/platform';
import { withTables } from '@qantara/platform';
import type { FormChange, FormDefinition, FormPurpose, ListedForm, NewForm, WrittenForm } from '../contract/index.ts';
import { changeForm, faultsOfBody } from '../domain/index.ts';
import {
  countAnswers,
  findPublished,
  findVersion,
  insertDraft,
  listVersions,
  lockDraft,
  removeDraft,
  saveDraft,
  savePublished,
  type KeptForm,
} from './form-store.ts';
import type { FormsTables } from './tables.gen.ts';

export type FormsCtx = Ctx<FormsTables>;

/** Who does it, and when. */
export const byOf = (ctx: FormsCtx) => ({ accountId: ctx.actor.accountId, now: ctx.now });

function listed(
  { code, version, title, purpose, state, changedAt }: KeptForm,
  counts: Map<string, number>,
): ListedForm {
  const answered = counts.get(`${code} ${version}`) ?? 0;
  return { code, version, title, purpose, state, changedAt: changedAt.toISOString(), answered };
}

/** A version as whoever writes it sees it. */
export async function written(ctx: FormsCtx, { changedAt: _changedAt, ...form }: KeptForm): Promise<WrittenForm> {
  const counts = await countAnswers(ctx.db, [form.code]);
  const faults = form.state === 'drafted' ? faultsOfBody(form.body) : [];
  return { ...form, faults, answered: counts.get(`${form.code} ${form.version}`) ?? 0 };
}

/** The newest version of every form, drafts among them. */
export async function listForms(ctx: FormsCtx): Promise<{ forms: ListedForm[] }> {
  const forms = await listVersions(ctx.db);
  const counts = await countAnswers(
    ctx.db,
    forms.map(({ code }) => code),
  );
  return { forms: forms.map((form) => listed(form, counts)) };
}

/** Every version of one form, newest first. */
export async function listVersionsOf(ctx: FormsCtx, { formCode }: { formCode: string }) {
  const versions = await listVersions(ctx.db, formCode);
  if (versions.length === 0) refuse('form_not_found');
  const counts = await countAnswers(ctx.db, [formCode]);
  return { versions: versions.map((form) => listed(form, counts)) };
}

export async function getVersion(ctx: FormsCtx, given: { formCode: string; version: number }): Promise<WrittenForm> {
  const form = await findVersion(ctx.db, { code: given.formCode, version: given.version });
  return form === undefined ? refuse('form_not_found') : written(ctx, form);
}

/** Begins a form, with one empty section. Refuses `form_code_taken`. */
export async function startForm(ctx: FormsCtx, { code, title, purpose }: NewForm): Promise<WrittenForm> {
  if ((await listVersions(ctx.db, code)).length > 0)
    refuse('form_code_taken', { fields: [{ path: 'code', code: 'taken' }] });
  const draft = {
    code,
    version: 1,
    title,
    purpose,
    body: { sections: [{ questions: [] }] },
    formId: newId(ctx.now.getTime()),
  };
  const form = (await insertDraft(ctx.db, draft, byOf(ctx))) ?? refuse('form_code_taken');
  ctx.emit({ type: 'form.started', subject: form.formId, data: { code, version: 1, purpose } });
  return written(ctx, form);
}

/** Begins the next version as a copy of the one that is asked. Refuses `form_draft_exists` where somebody began it already. */
export async function draftForm(ctx: FormsCtx, { formCode }: { formCode: string }): Promise<WrittenForm> {
  const current = (await findPublished(ctx.db, formCode)) ?? refuse('form_not_found');
  const { brought: _brought, ...same } = current;
  const next = { ...same, version: current.version + 1, formId: newId(ctx.now.getTime()) };
  const form = (await insertDraft(ctx.db, next, byOf(ctx))) ?? refuse('form_draft_exists');
  ctx.emit({ type: 'form.drafted', subject: form.formId, data: { code: formCode, version: form.version } });
  return written(ctx, form);
}

/** The draft of a form, held. Refuses `form_draft_changed` where it was changed since it was read. */
export async function heldDraft(ctx: FormsCtx, given: { formCode: string; revision: number }): Promise<KeptForm> {
  const draft = (await lockDraft(ctx.db, given.formCode)) ?? refuse('form_not_found');
  return draft.revision === given.revision ? draft : refuse('form_draft_changed');
}

/** Makes one change to the draft. Refuses `form_draft_changed` where it was changed since it was read. */
export async function changeDraft(
  ctx: FormsCtx,
  given: { formCode: string; revision: number; change: FormChange },
): Promise<WrittenForm> {
  const draft = await heldDraft(ctx, given);
  const form = await saveDraft(ctx.db, { code: draft.code, ...changeForm(draft, given.change) }, byOf(ctx));
  const { code, version } = form;
  ctx.emit({ type: 'form.changed', subject: form.formId, data: { code, version, change: given.change.kind } });
  return written(ctx, form);
}

/** The draft is asked from now on, and locked. Refuses `form_not_whole`; the draft itself says what is missing (`faults`). */
export async function publishForm(ctx: FormsCtx, given: { formCode: string; revision: number }): Promise<WrittenForm> {
  const draft = await heldDraft(ctx, given);
  if (faultsOfBody(draft.body).length > 0) refuse('form_not_whole');
  const form = await savePublished(ctx.db, draft.code, byOf(ctx));
  const { code, version, purpose } = form;
  ctx.emit({ type: 'form.published', subject: form.formId, data: { code, version, purpose } });
  return written(ctx, form);
}

/** Throws a draft away; what is asked stays as it is. */
export async function discardDraft(ctx: FormsCtx, given: { formCode: string; revision: number }) {
  const draft = await heldDraft(ctx, given);
  await removeDraft(ctx.db, draft.code);
  ctx.emit({ type: 'form.discarded', subject: draft.formId, data: { code: draft.code, version: draft.version } });
  return { isDiscarded: true };
}

/** The version of a form that is asked today. */
export async function findForm(anyCtx: AnyCtx, code: string): Promise<FormDefinition | undefined> {
  const form = await findPublished(withTables<FormsTables>(anyCtx).db, code);
  return form === undefined ? undefined : { code, version: form.version, title: form.title, body: form.body };
}

/** Brings a whole form from outside (a seed, a file) and publishes it. Refuses `form_not_whole` and `form_draft_exists`. */
export async function bringForm(
  anyCtx: AnyCtx,
  given: Pick<FormDefinition, 'code' | 'title' | 'body'> & { purpose: FormPurpose },
): Promise<FormDefinition> {
  const ctx = withTables<FormsTables>(anyCtx);
  const [newest] = await listVersions(ctx.db, given.code);
  const next = { ...given, version: (newest?.version ?? 0) + 1, formId: newId(ctx.now.getTime()) };
  const draft = (await insertDraft(ctx.db, next, byOf(ctx))) ?? refuse('form_draft_exists');
  return publishForm(ctx, { formCode: given.code, revision: draft.revision });
}
