import { route } from '@qantara/kernel';
import { ConsentId } from '@qantara/people/contract';
import { z } from 'zod';
import { OwnFile } from './own-file.ts';

export const ownfileRoutes = {
  getOwnFile: route({
    path: 'GET /my-file',
    may: 'request:follow',
    input: z.object({}),
    output: OwnFile,
    refusals: ['not_signed_in'],
    opens: true,
  }),
  withdrawOwnConsent: route({
    path: 'POST /my-file/consents/:consentId/withdraw',
    may: 'request:follow',
    input: z.object({ consentId: ConsentId }),
    output: z.object({ done: z.literal(true) }),
    refusals: ['not_signed_in', 'consent_not_found', 'consent_already_withdrawn'],
  }),
};
