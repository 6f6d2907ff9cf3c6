import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
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
  const accounts = await db
    .selectFrom('identity.account')
    .select(['account_id', 'display_name'])
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'person')
    .where('disabled_at', 'is', null)
    .where(
      'role',
      'in',
      roles.map(({ code }) => code),
    )
    .orderBy('display_name')
    .execute();
  return [
    ...teams.map(({ teamId, name }) => ({ circleId: teamId, kind: 'team' as const, name })),
    ...accounts.map((row) => ({ circleId: row.account_id, kind: 'account' as const, name: row.display_name })),
  ];
}
