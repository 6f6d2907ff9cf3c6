import { newId } from '@qantara/kernel';

const KEY_ANSWER = { challengeId: newId(), credential: '{}' };
const OTHER_ACCOUNT = { accountId: newId() };

/** What opens accounts, and who looks after them. */
export const OF_CREDENTIALS: Record<string, Record<string, unknown>> = {
  'POST /second-factor/passkey/start': {},
  'POST /second-factor/passkey': KEY_ANSWER,
  'POST /sign-in/passkey/start': {},
  'POST /sign-in/passkey': KEY_ANSWER,
  'GET /sign-in/ways': {},
  'POST /sign-in/provider/start': { locale: 'en' },
  'POST /sign-in/provider': { query: 'state=x' },
  'POST /enrolments/open': { token: 'x'.repeat(43) },
  'POST /enrolments/passkey/start': { token: 'x'.repeat(43) },
  'POST /enrolments/complete': { token: 'x'.repeat(43), password: 'quiet herons cross', code: '000000' },
  'GET /account': {},
  'POST /account/confirm': { password: 'wrong', code: '000000' },
  'POST /account/confirm/passkey/start': {},
  'POST /account/confirm/passkey': KEY_ANSWER,
  'POST /account/password': { password: 'quiet herons cross' },
  'POST /account/passkeys/start': {},
  'POST /account/passkeys': { ...KEY_ANSWER, label: 'Key' },
  'POST /account/passkeys/:passkeyId/rename': { passkeyId: newId(), label: 'Key' },
  'POST /account/passkeys/:passkeyId/remove': { passkeyId: newId() },
  'GET /account/telephone': {},
  'POST /account/telephone/start': {},
  'POST /account/telephone': { code: '000000' },
  'POST /account/recovery-codes': {},
  'POST /account/sessions/:sessionId/end': { sessionId: newId() },
  'POST /account/sessions/end-others': {},
  'POST /account/provider/start': { locale: 'en' },
  'POST /account/provider/remove': {},
  'POST /account/recovery/cancel': {},
  'GET /accounts/:accountId': OTHER_ACCOUNT,
  'POST /accounts/:accountId/invite': OTHER_ACCOUNT,
  'POST /accounts/:accountId/sessions/end': OTHER_ACCOUNT,
  'POST /accounts/:accountId/recovery': OTHER_ACCOUNT,
  'POST /accounts/:accountId/recovery/agree': OTHER_ACCOUNT,
  'POST /accounts/:accountId/recovery/cancel': OTHER_ACCOUNT,
};
