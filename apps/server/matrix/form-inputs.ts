type Input = Record<string, unknown>;

const FORM = { formCode: 'regional-screening' };
const TEXT = { ar: 'x', fr: 'x', en: 'x' };

/** A FHIR Questionnaire with one question. */
const QUESTIONNAIRE = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: [{ linkId: 'a', type: 'string', text: 'x' }],
};
const FILE = Buffer.from(JSON.stringify(QUESTIONNAIRE)).toString('base64');

/** Whole answers to the region's form. */
export const ANSWERS = { ...FORM, version: 1, answers: { need_food: 'yes' }, channel: 'navigator', locale: 'en' };

/** The routes where forms are written, asked and answered. */
export function ofForms({ personId, responseId }: { personId: string; responseId: string }): Record<string, Input> {
  const draft = { ...FORM, revision: 1 };
  const path = '/written-forms/:formCode';
  return {
    'GET /forms/:formCode': FORM,
    'GET /forms': {},
    'GET /written-forms': {},
    [`GET ${path}`]: FORM,
    [`GET ${path}/versions/:version`]: { ...FORM, version: 1 },
    'POST /written-forms': { code: 'another_form', title: TEXT, purpose: 'survey' },
    [`POST ${path}/draft`]: FORM,
    [`POST ${path}/draft/change`]: { ...draft, change: { kind: 'title', title: TEXT } },
    [`POST ${path}/draft/publish`]: draft,
    [`POST ${path}/draft/discard`]: draft,
    'GET /form-instruments': {},
    'POST /form-instruments/:instrument': { instrument: 'hunger_vital_sign' },
    'POST /form-files': { fileName: 'form.json', content: FILE, formCode: 'brought_form' },
    [`POST ${path}/draft/texts`]: { ...draft, fileName: 'form.json', content: FILE },
    [`GET ${path}/versions/:version/files/:format`]: { ...FORM, version: 1, format: 'xlsform' },
    'POST /people/:personId/responses': { personId, ...ANSWERS },
    'GET /people/:personId/responses': { personId },
    'GET /people/:personId/responses/:responseId': { personId, responseId },
  };
}
