import { route, wireRoute } from '@qantara/kernel';
import { z } from 'zod';
import { NewProgram, Program, ProgramId, ProgramProof, ProgramScopes } from './program.ts';
import { RoleRequest } from './role.ts';

const PROOF_REFUSALS = ['keys_or_address', 'keys_not_valid', 'keys_private'];
const OfProgram = z.object({ programId: ProgramId });

/** What administrators do for the programs of organisations; one is closed as any account is. */
export const programRoutes = {
  listPrograms: route({
    path: 'GET /programs',
    may: 'account:read',
    input: z.object({}),
    output: z.object({ programs: z.array(Program) }),
    refusals: [],
  }),
  getProgram: route({
    path: 'GET /programs/:programId',
    may: 'account:read',
    input: OfProgram,
    output: Program,
    refusals: ['program_not_found'],
  }),
  registerProgram: route({
    path: 'POST /programs',
    may: 'account:create',
    input: NewProgram,
    output: z.object({ program: Program, request: RoleRequest }),
    refusals: [
      ...PROOF_REFUSALS,
      'role_not_for_programs',
      'organisation_needed',
      'role_not_found',
      'role_retired',
      'area_needed',
      'area_not_found',
    ],
  }),
  changeProgramKeys: route({
    path: 'POST /programs/:programId/keys',
    may: 'account:create',
    input: ProgramProof.extend(OfProgram.shape),
    output: Program,
    refusals: [...PROOF_REFUSALS, 'program_not_found', 'account_already_disabled'],
  }),
  changeProgramScopes: route({
    path: 'POST /programs/:programId/scopes',
    may: 'account:create',
    input: ProgramScopes,
    output: Program,
    refusals: ['program_not_found', 'account_already_disabled'],
  }),
};

const text = (most: number) => z.string().max(most).default('');

/** Where a program gets its token, in the words of OAuth 2.0 (RFC 6749 §4.4, RFC 7523 §2.2). */
export const oauthRoutes = {
  giveToken: wireRoute(
    'POST /oauth/token',
    z.object({
      grant_type: text(100),
      client_assertion_type: text(100),
      client_assertion: text(8000),
      scope: text(4000),
    }),
    { tries: true },
  ),
};
