import { Locale, route } from '@qantara/kernel';
import { z } from 'zod';
import { FirstAdministrator } from './account.ts';
import { CompleteEnrolment, EnrolmentToken, OpenedEnrolment, RecoveryCodes } from './enrolment.ts';
import { FinishedOpenId, Provider, ProviderAddress } from './open-id.ts';
import { AskedPasskey, GivenPasskey } from './passkey.ts';
import {
  FactorOutcome,
  Me,
  OpenByCode,
  OpenByCodeOutcome,
  SecondFactor,
  SecondFactorState,
  SignIn,
  SignInOutcome,
} from './session.ts';

const Done = z.object({ done: z.literal(true) });
const Nothing = z.object({});

/** How anyone comes in, and goes. */
export const signInRoutes = {
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
    input: Nothing,
    output: SecondFactorState,
    refusals: [],
  }),
  confirmSecondFactor: route({
    path: 'POST /second-factor',
    may: 'session:confirm',
    input: SecondFactor,
    output: FactorOutcome,
    refusals: [],
    tries: true,
  }),
  startPasskeyFactor: route({
    path: 'POST /second-factor/passkey/start',
    may: 'session:confirm',
    input: Nothing,
    output: AskedPasskey,
    refusals: [],
  }),
  confirmWithPasskey: route({
    path: 'POST /second-factor/passkey',
    may: 'session:confirm',
    input: GivenPasskey,
    output: FactorOutcome,
    refusals: [],
    tries: true,
  }),
  startPasskeySignIn: route({
    path: 'POST /sign-in/passkey/start',
    may: 'anyone',
    input: Nothing,
    output: AskedPasskey,
    refusals: ['too_many_tries'],
  }),
  signInWithPasskey: route({
    path: 'POST /sign-in/passkey',
    may: 'anyone',
    input: GivenPasskey,
    output: FactorOutcome,
    refusals: [],
    tries: true,
  }),
  getSignInWays: route({
    path: 'GET /sign-in/ways',
    may: 'anyone',
    input: Nothing,
    output: z.object({ provider: Provider.nullable(), address: z.string() }),
    refusals: [],
  }),
  startOpenId: route({
    path: 'POST /sign-in/provider/start',
    may: 'anyone',
    input: z.object({ next: z.string().max(500).default(''), locale: Locale }),
    output: ProviderAddress,
    refusals: ['no_provider', 'provider_unreachable', 'too_many_tries'],
    tries: true,
  }),
  finishOpenId: route({
    path: 'POST /sign-in/provider',
    may: 'anyone',
    input: z.object({ query: z.string().max(8000) }),
    output: FinishedOpenId,
    refusals: ['no_provider'],
    tries: true,
  }),
  signOut: route({ path: 'POST /sign-out', may: 'session:end', input: Nothing, output: Done, refusals: [] }),
  openByCode: route({
    path: 'POST /codes/open',
    may: 'anyone',
    input: OpenByCode,
    output: OpenByCodeOutcome,
    refusals: [],
    tries: true,
  }),
  getMe: route({ path: 'GET /me', may: 'session:read', input: Nothing, output: Me, refusals: [] }),
  getSetup: route({
    path: 'GET /setup',
    may: 'anyone',
    input: Nothing,
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
  openEnrolment: route({
    path: 'POST /enrolments/open',
    may: 'anyone',
    input: z.object({ token: EnrolmentToken }),
    output: OpenedEnrolment,
    refusals: ['enrolment_not_found'],
    reads: true,
  }),
  startEnrolmentPasskey: route({
    path: 'POST /enrolments/passkey/start',
    may: 'anyone',
    input: z.object({ token: EnrolmentToken }),
    output: AskedPasskey,
    refusals: ['enrolment_not_found', 'too_many_tries'],
  }),
  completeEnrolment: route({
    path: 'POST /enrolments/complete',
    may: 'anyone',
    input: CompleteEnrolment,
    output: RecoveryCodes,
    refusals: ['enrolment_not_found', 'second_factor_wrong', 'passkey_not_valid'],
  }),
};
