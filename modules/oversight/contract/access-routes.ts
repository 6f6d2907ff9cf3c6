import { route } from '@qantara/kernel';
import { ReviewGlass } from '@qantara/people/contract';
import { z } from 'zod';
import { AccessView, GlassReviews } from './access.ts';
import { AccountName } from './opening.ts';

const blank = z.literal('').transform(() => undefined);

/** Who comes to whom and why, and what was opened in an emergency. */
export const accessRoutes = {
  listAccessAccounts: route({
    path: 'GET /oversight/access',
    may: 'access:explain',
    input: z.object({}),
    output: z.object({ accounts: z.array(AccountName) }),
    refusals: [],
  }),
  viewAccess: route({
    path: 'GET /oversight/accounts/:accountId/access',
    may: 'access:explain',
    input: z.object({ accountId: z.uuid(), personId: z.union([blank, z.uuid()]).optional() }),
    output: AccessView,
    refusals: ['account_not_found'],
    opens: true,
  }),
  listGlassReviews: route({
    path: 'GET /oversight/emergencies',
    may: 'oversight:read',
    input: z.object({ reviewed: z.enum(['yes', 'no']).default('no') }),
    output: GlassReviews,
    refusals: [],
    opens: true,
  }),
  reviewGlass: route({
    path: 'POST /oversight/emergencies/:glassId/review',
    may: 'oversight:decide',
    input: ReviewGlass,
    output: z.object({ done: z.literal(true) }),
    refusals: ['glass_not_found', 'glass_own', 'glass_reviewed', 'not_signed_in'],
  }),
};
