import { route } from '@qantara/kernel';
import { z } from 'zod';
import {
  AddedRequest,
  ChangedKeyring,
  ChangedPassword,
  JoinedKeyring,
  Keyring,
  KeyringProof,
  KeyringRequestId,
  NewKeyring,
  OpenedKeyring,
} from './keyring.ts';
import { OpenByCode } from './session.ts';

const Done = z.object({ done: z.literal(true) });
const Nothing = z.object({});

/** A resident's personal account: it opens what their codes open, and nothing more. */
export const keyringRoutes = {
  openKeyring: route({
    path: 'POST /keyrings/open',
    may: 'anyone',
    input: KeyringProof,
    output: OpenedKeyring,
    refusals: [],
    tries: true,
  }),
  getKeyring: route({
    path: 'GET /keyring',
    may: 'request:follow',
    input: Nothing,
    output: Keyring,
    refusals: ['not_signed_in'],
  }),
  createKeyring: route({
    path: 'POST /keyring',
    may: 'request:follow',
    input: NewKeyring,
    output: Done,
    refusals: ['not_signed_in', 'keyring_by_code', 'keyring_kept', 'keyring_locked'],
    tries: true,
  }),
  joinKeyring: route({
    path: 'POST /keyring/join',
    may: 'request:follow',
    input: KeyringProof,
    output: JoinedKeyring,
    refusals: ['not_signed_in', 'keyring_by_code', 'keyring_kept', 'keyring_full', 'sample_account'],
    tries: true,
  }),
  addKeyringRequest: route({
    path: 'POST /keyring/requests',
    may: 'request:follow',
    input: OpenByCode,
    output: AddedRequest,
    refusals: ['keyring_not_open', 'keyring_kept', 'keyring_full', 'sample_account'],
    tries: true,
  }),
  openKeyringRequest: route({
    path: 'POST /keyring/requests/:keyringRequestId/open',
    may: 'request:follow',
    input: z.object({ keyringRequestId: KeyringRequestId }),
    output: Done,
    refusals: ['keyring_not_open', 'keyring_request_not_found'],
  }),
  leaveKeyring: route({
    path: 'POST /keyring/leave',
    may: 'request:follow',
    input: Nothing,
    output: Done,
    refusals: ['not_signed_in', 'keyring_request_not_found', 'sample_account'],
  }),
  changeKeyringPassword: route({
    path: 'POST /keyring/password',
    may: 'request:follow',
    input: ChangedKeyring,
    output: ChangedPassword,
    refusals: ['keyring_not_open', 'sample_account'],
    tries: true,
  }),
  endKeyring: route({
    path: 'POST /keyring/end',
    may: 'request:follow',
    input: Nothing,
    output: Done,
    refusals: ['keyring_not_open', 'sample_account'],
  }),
};
