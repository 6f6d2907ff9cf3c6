import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

/** Inputs about what organisations agreed to. */
export function ofAgreements({
  agreementId,
  partnerId,
}: Record<'agreementId' | 'partnerId', string>): Record<string, Input> {
  const on = '2026-01-01';
  const one = 'POST /agreements/:agreementId';
  return {
    'GET /agreements': {},
    'GET /agreements/:agreementId': { agreementId },
    'POST /agreements': {
      kind: 'memorandum',
      title: { en: 'x' },
      purposes: ['referral'],
      categories: ['need'],
      startsOn: on,
      organisationIds: [partnerId, newId()],
    },
    [`${one}/draft`]: {
      agreementId,
      version: 1,
      kind: 'memorandum',
      title: { en: 'x' },
      purposes: ['referral'],
      categories: ['need'],
      startsOn: on,
      organisationIds: [partnerId, newId()],
    },
    [`${one}/offer`]: { agreementId, version: 1 },
    [`${one}/renew`]: { agreementId, startsOn: on },
    [`${one}/notes`]: { agreementId, words: 'x' },
    [`${one}/parties`]: { agreementId, organisationId: partnerId },
    [`${one}/sign`]: { agreementId, organisationId: partnerId, signedOn: on, signatory: 'x' },
    [`${one}/leave`]: { agreementId, organisationId: partnerId, leftOn: '2000-01-01' },
    [`${one}/end`]: { agreementId, endedOn: on, reason: 'x', version: 99 },
  };
}
