import { refuse } from '@qantara/kernel';
import { writeQuestionnaire, type SentForm } from '@qantara/forms/domain';
import { findForm, listAskedForms } from '@qantara/forms/server';
import { codesAsked, cursorOf, filtersOf, partsOfCursor, type Question, type Resource } from '../../domain/index.ts';
import { findFormCode, loadCanonicals, saveCanonical } from '../canonical-store.ts';
import { NOTHING, paged, type Call, type Kind, type Page } from '../call.ts';

/** An identifier of FHIR has no underscore, a form's code no point. */
export const idOfForm = (code: string): string => code.replaceAll('_', '.');
const codeOfId = (id: string): string => id.replaceAll('.', '_');

/** The form that a canonical address names: ours, or the one that it was brought with. */
export async function formCodeFor(call: Call, canonical: string): Promise<string | undefined> {
  const [url = ''] = canonical.split('|');
  const [, id] = /(?:^|\/)Questionnaire\/([A-Za-z0-9.-]{1,64})$/.exec(url) ?? [];
  const isOwn = url.startsWith(`${call.base}/`) || url.startsWith('Questionnaire/');
  if (id !== undefined && isOwn) return codeOfId(id);
  const [, own] = /^urn:qantara:form:(.+)$/.exec(url) ?? [];
  return own ?? findFormCode(call, url);
}

/** The address under which a form is known. */
export function canonicalOf(call: Call, code: string, known: ReadonlyMap<string, string>): string {
  return known.get(code) ?? `${call.base}/Questionnaire/${idOfForm(code)}`;
}

function out(call: Call, form: SentForm, known: ReadonlyMap<string, string>): Resource {
  const { questionnaire } = writeQuestionnaire(form, call.locale);
  const { resourceType: _type, ...rest } = questionnaire;
  const meta = {
    versionId: String(form.version),
    profile: ['http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire'],
  };
  return {
    resourceType: 'Questionnaire',
    id: idOfForm(form.code),
    meta,
    ...rest,
    url: canonicalOf(call, form.code, known),
  };
}

/** Who writes forms reads their drafts, too. */
async function newest(call: Call, code: string): Promise<SentForm | undefined> {
  if (call.ctx.actor.permissions.has('form:write')) {
    const { forms } = await call.forms.listForms({});
    const [listed] = forms.filter((form) => form.code === code).toSorted((one, other) => other.version - one.version);
    return listed === undefined ? undefined : call.forms.getVersion({ formCode: code, version: listed.version });
  }
  const form = await findForm(call.ctx, code);
  return form === undefined ? undefined : { ...form, purpose: 'survey', state: 'published' };
}

async function read(call: Call, id: string): Promise<Resource | undefined> {
  const code = codeOfId(id);
  const form = await newest(call, code);
  return form === undefined ? undefined : out(call, form, await loadCanonicals(call, [code]));
}

async function search(call: Call, question: Question): Promise<Page> {
  const urls = filtersOf(question, 'uri', 'url').flatMap(({ values }) => values);
  const named = await Promise.all(urls.map((url) => formCodeFor(call, url)));
  const ids = codesAsked(question, '_id');
  if (codesAsked(question, 'status')?.includes('active') === false) return NOTHING;
  const [after = ''] = partsOfCursor(question.cursor) ?? [];
  const forms = (await listAskedForms(call.ctx))
    .filter(({ code }) => (urls.length === 0 || named.includes(code)) && (ids === null || ids.includes(idOfForm(code))))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
  const left = forms.filter(({ code }) => code > after);
  const { shown, next } = paged(left, question.count, ({ code }) => cursorOf([code]));
  const known = await loadCanonicals(
    call,
    shown.map(({ code }) => code),
  );
  return { resources: shown.map((form) => out(call, form, known)), next, total: forms.length };
}

/** Publishes the draft where the Questionnaire says that it is asked. */
async function publish(call: Call, given: Resource, code: string): Promise<void> {
  if (given['status'] !== 'active') return;
  const { forms } = await call.forms.listForms({});
  const draft = forms.find((form) => form.code === code && form.state === 'drafted');
  if (draft === undefined) return;
  const { revision } = await call.forms.getVersion({ formCode: code, version: draft.version });
  await call.forms.publishForm({ formCode: code, revision });
}

/** A Questionnaire becomes a draft; `active` ones are published, where nothing in them is left to decide. */
async function create(call: Call, given: Resource): Promise<Resource> {
  const content = Buffer.from(JSON.stringify(given)).toString('base64');
  const form = await call.forms.importForm({ fileName: 'Questionnaire.json', content, language: call.locale });
  const { url } = given;
  if (typeof url === 'string' && url.length <= 2000) await saveCanonical(call, url, form.code);
  await publish(call, given, form.code);
  return (await read(call, idOfForm(form.code))) ?? refuse('resource_not_found');
}

/** A draft is published by its status; its questions are changed where forms are written. Refuses `status_not_kept`. */
async function update(call: Call, given: Resource, before: Resource): Promise<Resource> {
  if (before['status'] !== 'draft' || given['status'] !== 'active')
    refuse('status_not_kept', { fields: [{ path: 'Questionnaire.status', code: 'invalid' }] });
  await publish(call, given, codeOfId(String(before['id'])));
  return (await read(call, String(before['id']))) ?? refuse('resource_not_found');
}

/** The region's forms. */
export const questionnaireKind: Kind = { read, search, create, update };
