import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

const FORM = { formCode: 'regional-screening' };
const EMBED = { embedKey: 'x'.repeat(22) };
const CONTACT = { safeContact: 'no_contact', locale: 'en' };

/** The routes of forms in partners' sites. */
export function ofEmbeds({ partnerId }: { partnerId: string }): Record<string, Input> {
  return {
    'GET /forms/:formCode/embeds': FORM,
    'POST /forms/:formCode/embeds': { ...FORM, organisationId: partnerId, origins: ['https://partner.example'] },
    'POST /embeds/:embedId/end': { embedId: newId() },
    'GET /embeds/:embedKey': EMBED,
    'POST /embeds/:embedKey/requests': { ...EMBED, ...CONTACT, needs: ['food'], wants: ['food'] },
    'POST /embeds/:embedKey/answers': { ...EMBED, ...CONTACT, version: 1, answers: {} },
  };
}
