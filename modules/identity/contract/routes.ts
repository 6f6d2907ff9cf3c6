import { pageOf, Paging, route } from '@qantara/kernel';
import { z } from 'zod';
import { Account, AccountId, FirstAdministrator, NewAccount } from './account.ts';
import {
  Me,
  OpenByCode,
  OpenByCodeOutcome,
  SecondFactor,
  SecondFactorOutcome,
  SecondFactorState,
  SignIn,
  SignInOutcome,
} from './session.ts';

const Done = z.object({ done: z.literal(true) });

export const identityRoutes = {
  signIn: route({
    path: 'POST /sign-in',
    may: 'anyone',
    input: SignIn,
    output: SignInOutcome,
    refusals: [],
    tries: true,
  }),
  getSecondFactor: route({
    path: 'GET /second-factor',
    may: 'session:confirm',
    input: z.object({}),
    output: SecondFactorState,
    refusals: [],
  }),
  confirmSecondFactor: route({
    path: 'POST /second-factor',
    may: 'session:confirm',
    input: SecondFactor,
    output: SecondFactorOutcome,
    refusals: [],
    tries: true,
  }),
  signOut: route({ path: 'POST /sign-out', may: 'session:end', input: z.object({}), output: Done, refusals: [] }),
  openByCode: route({
    path: 'POST /codes/open',
    may: 'anyone',
    input: OpenByCode,
    output: OpenByCodeOutcome,
    refusals: [],
    tries: true,
  }),
  getMe: route({ path: 'GET /me', may: 'session:read', input: z.object({}), output: Me, refusals: [] }),
  getSetup: route({
    path: 'GET /setup',
    may: 'anyone',
    input: z.object({}),
    output: z.object({ isNeeded: z.boolean() }),
    refusals: [],
  }),
  createFirstAdministrator: route({
    path: 'POST /setup',
    may: 'anyone',
    input: FirstAdministrator,
    output: Done,
    refusals: ['already_set_up', 'wrong_setup_code'],
  }),
  listAccounts: route({
    path: 'GET /accounts',
    may: 'account:read',
    input: Paging,
    output: pageOf(Account),
    refusals: [],
  }),
  createAccount: route({
    path: 'POST /accounts',
    may: 'account:create',
    input: NewAccount,
    output: Account,
    refusals: ['email_taken', 'organisation_needed'],
  }),
  disableAccount: route({
    path: 'POST /accounts/:accountId/disable',
    may: 'account:disable',
    input: z.object({ accountId: AccountId }),
    output: Account,
    refusals: ['account_not_found', 'own_account', 'account_already_disabled'],
  }),
  resetSecondFactor: route({
    path: 'POST /accounts/:accountId/reset-second-factor',
    may: 'account:disable',
    input: z.object({ accountId: AccountId }),
    output: Account,
    refusals: ['account_not_found', 'own_account'],
  }),
};
