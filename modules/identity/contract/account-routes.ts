import { pageOf, Paging, route } from '@qantara/kernel';
import { z } from 'zod';
import { Account, AccountId, AskedAccount } from './account.ts';
import { EnrolmentLink, ManagedAccount } from './enrolment.ts';
import { RoleRequest } from './role.ts';
import { SessionId } from './session.ts';

const Done = z.object({ done: z.literal(true) });
const OfAccount = z.object({ accountId: AccountId });

/** A new account, the link for its owner, and what became of the role that was asked for it. */
export const AddedAccount = z.object({ account: Account, invitation: EnrolmentLink, request: RoleRequest });
export type AddedAccount = z.infer<typeof AddedAccount>;

/** What administrators do for colleagues. Nothing here gives them a way into an account that is not theirs. */
export const accountRoutes = {
  listAccounts: route({
    path: 'GET /accounts',
    may: 'account:read',
    input: Paging,
    output: pageOf(Account),
    refusals: [],
  }),
  getAccount: route({
    path: 'GET /accounts/:accountId',
    may: 'account:read',
    input: OfAccount,
    output: ManagedAccount,
    refusals: ['account_not_found'],
  }),
  createAccount: route({
    path: 'POST /accounts',
    may: 'account:create',
    input: AskedAccount,
    output: AddedAccount,
    refusals: ['email_taken', 'organisation_needed', 'role_not_found', 'role_retired', 'area_needed', 'area_not_found'],
  }),
  renewInvitation: route({
    path: 'POST /accounts/:accountId/invite',
    may: 'account:create',
    input: OfAccount,
    output: EnrolmentLink,
    refusals: ['account_not_found', 'account_already_disabled', 'already_enrolled'],
  }),
  disableAccount: route({
    path: 'POST /accounts/:accountId/disable',
    may: 'account:disable',
    input: OfAccount,
    output: Account,
    refusals: ['account_not_found', 'own_account', 'account_already_disabled', 'last_administrator'],
  }),
  endSessionsOf: route({
    path: 'POST /accounts/:accountId/sessions/end',
    may: 'account:disable',
    input: OfAccount.extend({ sessionId: SessionId.optional() }),
    output: Done,
    refusals: ['account_not_found', 'session_not_found'],
  }),
  startRecovery: route({
    path: 'POST /accounts/:accountId/recovery',
    may: 'account:recover',
    input: OfAccount,
    output: Done,
    refusals: [
      'confirm_first',
      'account_not_found',
      'own_account',
      'account_already_disabled',
      'not_enrolled',
      'recovery_under_way',
      'no_second_administrator',
      'sample_account',
    ],
  }),
  agreeToRecovery: route({
    path: 'POST /accounts/:accountId/recovery/agree',
    may: 'account:recover',
    input: OfAccount,
    output: EnrolmentLink,
    refusals: [
      'confirm_first',
      'account_not_found',
      'own_account',
      'account_already_disabled',
      'recovery_not_found',
      'own_request',
    ],
  }),
  cancelRecovery: route({
    path: 'POST /accounts/:accountId/recovery/cancel',
    may: 'account:recover',
    input: OfAccount,
    output: Done,
    refusals: ['account_not_found', 'recovery_not_found'],
  }),
};
