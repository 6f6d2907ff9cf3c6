import { newId, refuse, type InputOf } from '@qantara/kernel';
import type { BroughtFrom, FormDefinition, FormPurpose, formsRoutes, WrittenForm } from '../../contract/index.ts';
import { takeTexts } from '../../domain/index.ts';
import { insertDraft, listVersions, saveDraft } from '../form-store.ts';
import { byOf, heldDraft, written, type FormsCtx } from '../write-form.ts';
import { readInstruments } from './instruments-file.ts';
import { openFormFile } from './open-form-file.ts';

type Brought = Pick<FormDefinition, 'code' | 'title' | 'body'> & { purpose: FormPurpose; brought: BroughtFrom };
type Input<Name extends keyof typeof formsRoutes> = Required<InputOf<(typeof formsRoutes)[Name]>>;

/** Stands as a draft: the first version, or the next one of a form that is asked. Refuses `form_draft_exists`. */
async function draftOf(ctx: FormsCtx, form: Brought): Promise<WrittenForm> {
  const [newest] = await listVersions(ctx.db, form.code);
  if (newest?.state === 'drafted') refuse('form_draft_exists');
  const next = { ...form, version: (newest?.version ?? 0) + 1, formId: newId(ctx.now.getTime()) };
  const draft = (await insertDraft(ctx.db, next, byOf(ctx))) ?? refuse('form_draft_exists');
  const { code, version } = draft;
  ctx.emit({ type: 'form.brought', subject: draft.formId, data: { code, version, format: form.brought.format } });
  return written(ctx, draft);
}

type Sent = { fileName: string; content: string; language: 'ar' | 'fr' | 'en' };

function opened({ fileName, content, language }: Sent) {
  return openFormFile({ fileName, content: Buffer.from(content, 'base64'), language });
}

/** Brings a form from a file as a draft, with the report. Refuses `form_file_unreadable|too_large` and `form_draft_exists`. */
export async function importForm(
  ctx: FormsCtx,
  given: Sent & { formCode?: string | undefined; purpose?: FormPurpose | undefined },
): Promise<WrittenForm> {
  const { format, form } = await opened(given);
  const { notices, title, body } = form;
  const code = given.formCode ?? form.code;
  const brought = { format, fileName: given.fileName, notices };
  return draftOf(ctx, { code, title, body, purpose: given.purpose ?? form.purpose, brought });
}

/** Takes the words of a file into a draft, question by question. Refuses as `importForm` does, and `form_draft_changed`. */
export async function takeTextsOf(
  ctx: FormsCtx,
  given: Sent & Pick<Input<'takeTexts'>, 'formCode'> & { revision: number },
): Promise<WrittenForm> {
  const draft = await heldDraft(ctx, given);
  const { format, form } = await opened(given);
  const { body, notices } = takeTexts(draft.body, form.body);
  const earlier =
    draft.brought?.notices.filter(({ code }) => code !== 'text_not_matched' && code !== 'text_needed') ?? [];
  const still = new Set(
    (body.undecided ?? []).flatMap(({ code, question }) => (code === 'text_needed' ? [question] : [])),
  );
  const needed =
    draft.brought?.notices.filter(({ code, question }) => code === 'text_needed' && still.has(question)) ?? [];
  const brought = { format, fileName: given.fileName, notices: [...earlier, ...needed, ...notices].slice(0, 3000) };
  const kept = await saveDraft(ctx.db, { code: draft.code, title: draft.title, body, brought }, byOf(ctx));
  const { code, version } = kept;
  ctx.emit({ type: 'form.changed', subject: kept.formId, data: { code, version, change: 'take_texts' } });
  return written(ctx, kept);
}

/** The instruments that come with the program. */
export function listInstruments() {
  return Promise.resolve({ instruments: readInstruments().map(({ code, title, note }) => ({ code, title, note })) });
}

/** Adds an instrument as a draft. Refuses `instrument_not_found` and `form_draft_exists`. */
export async function addInstrument(ctx: FormsCtx, { instrument }: { instrument: string }): Promise<WrittenForm> {
  const found = readInstruments().find(({ code }) => code === instrument) ?? refuse('instrument_not_found');
  const { code, title, purpose, body, notices } = found;
  return draftOf(ctx, { code, title, purpose, body, brought: { format: null, fileName: `${code}.json`, notices } });
}
