import { newId, refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { cutScopes, type NewProgram, type Program, type ProgramProof, type RoleRequest } from '../../contract/index.ts';
import { maySuitProgram } from '../../domain/index.ts';
import { clearRole, findAccount, insertAccount, isOrganisation } from '../accounts/account-store.ts';
import { permissionsOfRow, refuseWithoutPlace } from '../roles/apply-role-request.ts';
import { askToGive } from '../roles/ask-for-role.ts';
import { getLivingRole } from '../roles/role-store.ts';
import { newSecret } from '../sign-in/second-factor.ts';
import type { IdentityTables } from '../tables.gen.ts';
import {
  findProgramRow,
  getOpenProgram,
  insertProgram,
  listProgramRows,
  saveProof,
  saveScopes,
  toProgram,
} from './program-store.ts';
import { readKeys } from './read-keys.ts';

type In = Ctx<IdentityTables>;

export async function listPrograms({ db }: In): Promise<{ programs: Program[] }> {
  return { programs: await Promise.all((await listProgramRows(db)).map(toProgram)) };
}

/** Every program, for a room that serves programs. */
export async function listAllPrograms(ctx: AnyCtx): Promise<Program[]> {
  return (await listPrograms(withTables<IdentityTables>(ctx))).programs;
}

/** One program, for a room that serves programs; undefined where there is none. */
export async function findProgram(ctx: AnyCtx, programId: string): Promise<Program | undefined> {
  const row = await findProgramRow(withTables<IdentityTables>(ctx).db, programId);
  return row === undefined ? undefined : toProgram(row);
}

/** One program. Refuses `program_not_found`. */
export async function getProgram(ctx: In, { programId }: { programId: string }): Promise<Program> {
  return (await findProgram(ctx, programId)) ?? refuse('program_not_found');
}

/** Keys that were pasted, or the address where they are: one of the two. */
async function proofOf({ keys, keysAddress }: ProgramProof) {
  if ((keys === null) === (keysAddress === null))
    refuse('keys_or_address', { fields: [{ path: 'keys', code: 'required' }] });
  return { keys: keys === null ? null : await readKeys(keys), keysAddress };
}

/**
 * Registers a program of an organisation, and asks for its role: until another person agrees it gets no further than its token. An
 * account stands for it, so that access, audit and closing are those of any account; nobody signs in with it.
 */
export async function registerProgram(ctx: In, given: NewProgram): Promise<{ program: Program; request: RoleRequest }> {
  const proof = await proofOf(given);
  const role = await getLivingRole(ctx.db, given.role);
  if (!maySuitProgram(permissionsOfRow(role)))
    refuse('role_not_for_programs', { fields: [{ path: 'role', code: 'invalid' }] });
  const { organisationId, areaId } = given;
  if (!(await isOrganisation(ctx.db, organisationId))) refuse('organisation_needed');
  await refuseWithoutPlace(ctx, { role, organisationId, areaId });
  const programId = newId<'AccountId'>(ctx.now.getTime());
  const account = await insertAccount(ctx.db, {
    account_id: programId,
    kind: 'program',
    // Nothing is ever sent there (RFC 2606 §2).
    email: `${programId}@program.invalid`,
    display_name: given.name,
    role: null,
    organisation_id: organisationId,
    locale: ctx.locale,
    password_hash: null,
    enrolled_at: null,
    totp_secret: ctx.vault.seal(newSecret()),
    is_sample: false,
    created_at: ctx.now,
  });
  await insertProgram(ctx, { ...given, ...proof, accountId: programId });
  const data = { role: given.role, organisation: organisationId, scopes: given.scopes };
  ctx.emit({ type: 'program.registered', subject: programId, data, after: { contact: given.contact } });
  const request = await askToGive(ctx, { account, role, areaId }, given.reason);
  return { program: await getProgram(ctx, { programId }), request };
}

/**
 * Whoever holds another key, or more than before, is let in anew: the role waits for a second person once more, as it did when the
 * program was registered. Otherwise one administrator alone could become a program that two people let in.
 */
async function askAgain(ctx: In, programId: string, reason: string): Promise<void> {
  const account = (await findAccount(ctx.db, programId)) ?? refuse('program_not_found');
  if (account.role === null) return;
  const role = await getLivingRole(ctx.db, account.role);
  await clearRole(ctx.db, programId);
  await askToGive(ctx, { account: { ...account, role: null }, role, areaId: account.area_id }, reason);
}

/** Other keys for a program; the tokens that it has end at once, and its role is agreed to anew. */
export async function changeProgramKeys(
  ctx: In,
  { programId, ...given }: ProgramProof & { programId: string },
): Promise<Program> {
  const proof = await proofOf(given);
  await getOpenProgram(ctx, programId);
  await saveProof(ctx.db, programId, proof);
  const kids = (proof.keys ?? []).map(({ kid }) => kid);
  ctx.emit({ type: 'program.keys_changed', subject: programId, data: { kids, address: proof.keysAddress } });
  await askAgain(ctx, programId, kids.join(', ') || (proof.keysAddress ?? ''));
  return getProgram(ctx, { programId });
}

/** What a program is granted from now on; the tokens that it has end at once, and where it is more its role is agreed to anew. */
export async function changeProgramScopes(
  ctx: In,
  { programId, scopes }: { programId: string; scopes: string[] },
): Promise<Program> {
  const former = await getOpenProgram(ctx, programId);
  await saveScopes(ctx.db, programId, scopes);
  ctx.emit({ type: 'program.scopes_changed', subject: programId, data: { scopes, former: former.scopes } });
  const isMore = cutScopes(former.scopes, scopes).join(' ') !== scopes.join(' ');
  if (isMore) await askAgain(ctx, programId, scopes.join(' '));
  return getProgram(ctx, { programId });
}
