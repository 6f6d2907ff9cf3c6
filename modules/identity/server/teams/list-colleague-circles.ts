import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { listColleagues } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { listTeamRows } from './team-store.ts';
import { listRoleRows, keptRole } from '../roles/role-store.ts';
import { needsOrganisation, permissionsHeld } from '../../domain/index.ts';

/** A team or a colleague of an organisation, by the identifier that is a circle of readers too. */
export type ColleagueCircle = { circleId: string; kind: 'team' | 'account'; name: LocalizedText | string };

/** The open teams of an organisation, and the open accounts there that work with people, by name. */
export async function listColleagueCircles(anyCtx: AnyCtx, organisationId: string): Promise<ColleagueCircle[]> {
  const { db } = withTables<IdentityTables>(anyCtx);
  const teams = (await listTeamRows(db)).filter((team) => team.organisationId === organisationId && !team.isClosed);
  const roles = (await listRoleRows(db)).filter((row) => needsOrganisation(permissionsHeld(keptRole(row))));
  const codes = roles.map(({ code }) => code);
  const colleagues = await listColleagues(db, organisationId, codes);
  return [
    ...teams.map(({ teamId, name }) => ({ circleId: teamId, kind: 'team' as const, name })),
    ...colleagues.map(({ accountId, displayName }) => ({
      circleId: accountId,
      kind: 'account' as const,
      name: displayName,
    })),
  ];
}
