import { refuse } from '@qantara/kernel';
import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { formsRoutes, type FormResponse } from '../contract/index.ts';
import { exportForm } from './exchange/export-form.ts';
import { addInstrument, importForm, listInstruments, takeTextsOf } from './exchange/import-form.ts';
import { listPublished } from './form-store.ts';
import { getResponse, giveAnswers, listResponsesOf } from './give-answers.ts';
import { listWhole } from './response-store.ts';
import type { FormsTables } from './tables.gen.ts';
import {
  changeDraft,
  discardDraft,
  draftForm,
  findForm,
  getVersion,
  listForms,
  listVersionsOf,
  publishForm,
  startForm,
} from './write-form.ts';

export { removeResponses } from './old-response-store.ts';
export { exportFormFile, importFormFile } from './exchange/files-at-console.ts';
export { acceptAnswers, findAskedVersion, giveAnswers, keepAnswers } from './give-answers.ts';
export { bringForm, findForm } from './write-form.ts';

/** A page of whole answers; the caller has judged the access, and notes whom it opened. */
export function listWholeResponses(ctx: AnyCtx, asked: Parameters<typeof listWhole>[1]): Promise<FormResponse[]> {
  return listWhole(withTables<FormsTables>(ctx).db, asked);
}

/** The forms that are asked today. */
export function listAskedForms(ctx: AnyCtx) {
  return listPublished(withTables<FormsTables>(ctx).db, undefined);
}

export const formsModule = serverModule<typeof formsRoutes, FormsTables>({
  name: 'forms',
  routes: formsRoutes,
  handlers: {
    getForm: async (ctx, { formCode }) => (await findForm(ctx, formCode)) ?? refuse('form_not_found'),
    listForms,
    listVersions: listVersionsOf,
    getVersion,
    startForm,
    draftForm,
    changeForm: changeDraft,
    publishForm,
    discardDraft,
    listInstruments,
    addInstrument,
    importForm,
    takeTexts: takeTextsOf,
    exportForm,
    listAskedForms: async (ctx, { purpose }) => ({ forms: await listPublished(ctx.db, purpose) }),
    giveAnswers,
    listResponsesOf,
    getResponse,
  },
});
