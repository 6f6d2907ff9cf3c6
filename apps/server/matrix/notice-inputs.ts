import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

const HOURS = { quietFrom: '', quietUntil: '', phone: '' };
const CHANNELS = { referrals: 'app', requests: 'app', safety: 'app', partnership: 'app', account: 'app' };
const TEXT = { ar: 'x', fr: 'x', en: 'x' };
const LINKED = { ar: '{link}', fr: '{link}', en: '{link}' };

/** Inputs about what somebody is told. */
export function ofNotices({ partnerId: organisationId }: Record<'partnerId', string>): Record<string, Input> {
  const ofTemplate = 'POST /notice-templates/:template';
  const template = 'address.refused';
  const place = { organisationId, channel: 'none', locale: 'en', email: '' };
  return {
    'GET /notices': {},
    'POST /notices/:noticeId/read': { noticeId: newId() },
    'POST /notices/read-all': {},
    'GET /notice-preference': {},
    'POST /notice-preference': { ...HOURS, ...CHANNELS, locale: '' },
    'GET /organisations/:organisationId/notice-preference': { organisationId },
    'POST /organisations/:organisationId/notice-preference': { ...HOURS, ...place },
    'GET /notice-messages': {},
    'POST /notice-messages/:messageId/retry': { messageId: newId() },
    'GET /captured-notices': {},
    'GET /notice-templates': {},
    'GET /notice-templates/:template': { template },
    [`${ofTemplate}/draft`]: { template, subject: TEXT, body: LINKED, short: LINKED },
    [`${ofTemplate}/publish`]: { template, number: 1, version: 1 },
    'POST /notice-receipts': {
      reference: newId(),
      id: 'x',
      state: 'delivered',
      at: '2026-01-01T00:00:00Z',
      signature: '0'.repeat(64),
    },
  };
}
