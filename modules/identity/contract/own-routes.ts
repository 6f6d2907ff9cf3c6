import { Locale, route } from '@qantara/kernel';
import { z } from 'zod';
import { NewPassword } from './account.ts';
import { OwnAccount, RecoveryCodes } from './enrolment.ts';
import { ProviderAddress } from './open-id.ts';
import { AskedPasskey, GivenPasskey, Passkey, PasskeyId, PasskeyLabel } from './passkey.ts';
import { ConfirmOutcome, ConfirmSelf, SessionId } from './session.ts';

const Done = z.object({ done: z.literal(true) });
const Nothing = z.object({});

/** One's own account: what opens it, and who is in it. What changes credentials asks for both factors first. */
export const ownRoutes = {
  getOwnAccount: route({
    path: 'GET /account',
    may: 'session:read',
    input: Nothing,
    output: OwnAccount,
    refusals: [],
  }),
  confirmSelf: route({
    path: 'POST /account/confirm',
    may: 'credential:change',
    input: ConfirmSelf,
    output: ConfirmOutcome,
    refusals: [],
    tries: true,
  }),
  startPasskeyConfirm: route({
    path: 'POST /account/confirm/passkey/start',
    may: 'credential:change',
    input: Nothing,
    output: AskedPasskey,
    refusals: [],
  }),
  confirmSelfWithPasskey: route({
    path: 'POST /account/confirm/passkey',
    may: 'credential:change',
    input: GivenPasskey,
    output: ConfirmOutcome,
    refusals: [],
    tries: true,
  }),
  changePassword: route({
    path: 'POST /account/password',
    may: 'credential:change',
    input: z.object({ password: NewPassword }),
    output: Done,
    refusals: ['confirm_first', 'sample_account'],
  }),
  startPasskey: route({
    path: 'POST /account/passkeys/start',
    may: 'credential:change',
    input: Nothing,
    output: AskedPasskey,
    refusals: ['confirm_first', 'too_many_passkeys'],
  }),
  addPasskey: route({
    path: 'POST /account/passkeys',
    may: 'credential:change',
    input: GivenPasskey.extend({ label: PasskeyLabel }),
    output: Passkey,
    refusals: ['confirm_first', 'passkey_not_valid', 'too_many_passkeys'],
  }),
  renamePasskey: route({
    path: 'POST /account/passkeys/:passkeyId/rename',
    may: 'credential:change',
    input: z.object({ passkeyId: PasskeyId, label: PasskeyLabel }),
    output: Passkey,
    refusals: ['passkey_not_found'],
  }),
  removePasskey: route({
    path: 'POST /account/passkeys/:passkeyId/remove',
    may: 'credential:change',
    input: z.object({ passkeyId: PasskeyId }),
    output: Done,
    refusals: ['confirm_first', 'passkey_not_found', 'last_way_in'],
  }),
  getTelephone: route({
    path: 'GET /account/telephone',
    may: 'credential:change',
    input: Nothing,
    output: z.object({ secret: z.string().nullable(), qrCode: z.string().nullable() }),
    refusals: ['confirm_first'],
  }),
  startTelephone: route({
    path: 'POST /account/telephone/start',
    may: 'credential:change',
    input: Nothing,
    output: Done,
    refusals: ['confirm_first', 'sample_account'],
  }),
  linkTelephone: route({
    path: 'POST /account/telephone',
    may: 'credential:change',
    input: z.object({ code: z.string().trim().min(6).max(20) }),
    output: Done,
    refusals: ['confirm_first', 'second_factor_wrong', 'telephone_not_started'],
  }),
  renewRecoveryCodes: route({
    path: 'POST /account/recovery-codes',
    may: 'credential:change',
    input: Nothing,
    output: RecoveryCodes,
    refusals: ['confirm_first'],
  }),
  endSession: route({
    path: 'POST /account/sessions/:sessionId/end',
    may: 'credential:change',
    input: z.object({ sessionId: SessionId }),
    output: Done,
    refusals: ['session_not_found'],
  }),
  endOtherSessions: route({
    path: 'POST /account/sessions/end-others',
    may: 'credential:change',
    input: Nothing,
    output: Done,
    refusals: [],
  }),
  startOpenIdLink: route({
    path: 'POST /account/provider/start',
    may: 'credential:change',
    input: z.object({ locale: Locale }),
    output: ProviderAddress,
    refusals: ['confirm_first', 'no_provider', 'provider_unreachable', 'sample_account'],
    tries: true,
  }),
  removeOpenIdLink: route({
    path: 'POST /account/provider/remove',
    may: 'credential:change',
    input: Nothing,
    output: Done,
    refusals: ['confirm_first', 'provider_not_linked', 'last_way_in'],
  }),
  cancelOwnRecovery: route({
    path: 'POST /account/recovery/cancel',
    may: 'credential:change',
    input: Nothing,
    output: Done,
    refusals: ['recovery_not_found'],
  }),
};
