type Input = Record<string, unknown>;

const FORM = { formCode: 'regional-screening' };
const TEXT = { ar: 'x', fr: 'x', en: 'x' };

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
    'POST /people/:personId/responses': { personId, ...ANSWERS },
    'GET /people/:personId/responses': { personId },
    'GET /people/:personId/responses/:responseId': { personId, responseId },
  };
}
