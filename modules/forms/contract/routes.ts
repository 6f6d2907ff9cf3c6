import { Locale, route } from '@qantara/kernel';
import { z } from 'zod';
import { FormResponse, GiveAnswers, ListedResponse } from './answers.ts';
import { ExchangeFormat, FormFile, Instrument, WrittenFile } from './exchange.ts';
import { FormDefinition, FormName } from './form.ts';
import { FormChange, FormPurpose, ListedForm, NewForm, WrittenForm } from './writing.ts';

const ByCode = z.object({ formCode: z.string().min(1).max(60) });
const OfRevision = ByCode.extend({ revision: z.coerce.number().int() });

export const formsRoutes = {
  getForm: route({
    path: 'GET /forms/:formCode',
    may: 'anyone',
    input: ByCode,
    output: FormDefinition,
    refusals: ['form_not_found'],
    offline: 'read',
  }),
  listForms: route({
    path: 'GET /written-forms',
    may: 'form:write',
    input: z.object({}),
    output: z.object({ forms: z.array(ListedForm) }),
    refusals: [],
  }),
  listVersions: route({
    path: 'GET /written-forms/:formCode',
    may: 'form:write',
    input: ByCode,
    output: z.object({ versions: z.array(ListedForm) }),
    refusals: ['form_not_found'],
  }),
  getVersion: route({
    path: 'GET /written-forms/:formCode/versions/:version',
    may: 'form:write',
    input: ByCode.extend({ version: z.coerce.number().int() }),
    output: WrittenForm,
    refusals: ['form_not_found'],
  }),
  startForm: route({
    path: 'POST /written-forms',
    may: 'form:write',
    input: NewForm,
    output: WrittenForm,
    refusals: ['form_code_taken'],
  }),
  draftForm: route({
    path: 'POST /written-forms/:formCode/draft',
    may: 'form:write',
    input: ByCode,
    output: WrittenForm,
    refusals: ['form_not_found', 'form_draft_exists'],
  }),
  changeForm: route({
    path: 'POST /written-forms/:formCode/draft/change',
    may: 'form:write',
    input: OfRevision.extend({ change: FormChange }),
    output: WrittenForm,
    refusals: ['form_not_found', 'form_draft_changed', 'place_in_form_not_found', 'group_in_group'],
  }),
  publishForm: route({
    path: 'POST /written-forms/:formCode/draft/publish',
    may: 'form:write',
    input: OfRevision,
    output: WrittenForm,
    refusals: ['form_not_found', 'form_draft_changed', 'form_not_whole'],
  }),
  discardDraft: route({
    path: 'POST /written-forms/:formCode/draft/discard',
    may: 'form:write',
    input: OfRevision,
    output: z.object({ isDiscarded: z.boolean() }),
    refusals: ['form_not_found', 'form_draft_changed'],
  }),
  listInstruments: route({
    path: 'GET /form-instruments',
    may: 'form:write',
    input: z.object({}),
    output: z.object({ instruments: z.array(Instrument) }),
    refusals: [],
  }),
  addInstrument: route({
    path: 'POST /form-instruments/:instrument',
    may: 'form:write',
    input: z.object({ instrument: FormName }),
    output: WrittenForm,
    refusals: ['instrument_not_found', 'form_draft_exists'],
  }),
  importForm: route({
    path: 'POST /form-files',
    may: 'form:write',
    input: FormFile.extend({ formCode: FormName.optional(), purpose: FormPurpose.optional() }),
    output: WrittenForm,
    refusals: ['form_file_unreadable', 'form_file_too_large', 'form_draft_exists'],
  }),
  takeTexts: route({
    path: 'POST /written-forms/:formCode/draft/texts',
    may: 'form:write',
    input: OfRevision.extend(FormFile.shape),
    output: WrittenForm,
    refusals: ['form_not_found', 'form_draft_changed', 'form_file_unreadable', 'form_file_too_large'],
  }),
  exportForm: route({
    path: 'GET /written-forms/:formCode/versions/:version/files/:format',
    may: 'form:write',
    input: ByCode.extend({ version: z.coerce.number().int(), format: ExchangeFormat, language: Locale.default('ar') }),
    output: WrittenFile,
    refusals: ['form_not_found'],
  }),
  listAskedForms: route({
    path: 'GET /forms',
    may: 'form:answer',
    input: z.object({ purpose: FormPurpose.optional() }),
    output: z.object({ forms: z.array(ListedForm.pick({ code: true, version: true, title: true, purpose: true })) }),
    refusals: [],
    offline: 'read',
  }),
  giveAnswers: route({
    path: 'POST /people/:personId/responses',
    may: 'form:answer',
    input: GiveAnswers,
    output: FormResponse,
    refusals: ['person_not_found', 'form_not_found', 'answers_changed', 'response_not_found'],
  }),
  listResponsesOf: route({
    path: 'GET /people/:personId/responses',
    may: 'form:answer',
    input: z.object({ personId: z.uuid() }),
    output: z.object({ responses: z.array(ListedResponse) }),
    refusals: ['person_not_found'],
    opens: true,
  }),
  getResponse: route({
    path: 'GET /people/:personId/responses/:responseId',
    may: 'form:answer',
    input: z.object({ personId: z.uuid(), responseId: z.uuid() }),
    output: FormResponse,
    refusals: ['person_not_found', 'response_not_found'],
    opens: true,
  }),
};
