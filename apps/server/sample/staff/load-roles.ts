import { identityRoutes, type AccountId } from '@qantara/identity/contract';
import { hashPassword, saveAccount } from '@qantara/identity/server';
import { clientFor, type Actor, type Client } from '@qantara/kernel';
import type { DatabaseClient, Executor } from '@qantara/platform';
import { seeds, type PersonSeed } from '../read-seed.ts';

const DAY = 24 * 3600_000;

export type Staffing = {
  executor: Executor;
  client: DatabaseClient;
  actors: Map<string, Actor>;
  system: Actor;
  organisationIds: Map<string, string>;
  now: Date;
};

function actorOfEmail({ actors }: Staffing, email: string): Actor {
  const found = actors.get(email);
  if (found === undefined) throw new Error(`The sample has no account ${email}`);
  return found;
}

function at(staffing: Staffing, email: string, daysAgo: number): Client<typeof identityRoutes> {
  const now = new Date(staffing.now.getTime() - daysAgo * DAY);
  return clientFor(
    identityRoutes,
    staffing.executor.invokeAt(staffing.client, { actor: actorOfEmail(staffing, email), now }),
  );
}

async function begin(staffing: Staffing, person: PersonSeed, role: string | null): Promise<AccountId> {
  const { organisationKey, ...account } = person;
  const organisationId = staffing.organisationIds.get(organisationKey ?? '') ?? null;
  const passwordHash = await hashPassword(seeds.accounts().password);
  const saved = await staffing.executor.actAt(
    staffing.client,
    { actor: staffing.system, now: new Date(staffing.now.getTime() - 20 * DAY) },
    (ctx) => saveAccount(ctx, { ...account, organisationId, role }, { isSample: true, passwordHash }),
  );
  return saved.accountId;
}

const ADMINISTRATOR = 'admin@sabil.example';
const OFFICER = 'privacy@sabil.example';

/** Tells it as it happened: an administrator asks, the privacy officer agrees or refuses, and one request waits. */
export async function loadRoles(staffing: Staffing): Promise<void> {
  const { teams, composed, holder, waiting, refused } = seeds.roles();
  const made = await at(staffing, ADMINISTRATOR, 40).composeRole(composed);
  await at(staffing, OFFICER, 39).agreeToRole({ requestId: made.requestId });
  const held = new Map<string, string>([[holder.email, await begin(staffing, holder, made.role)]]);
  for (const { organisationKey, name, members } of teams) {
    const administrator = at(staffing, ADMINISTRATOR, 15);
    const organisationId = staffing.organisationIds.get(organisationKey) ?? '';
    const { teamId } = await administrator.createTeam({ organisationId, name });
    for (const email of members) {
      const accountId = held.get(email) ?? actorOfEmail(staffing, email).accountId;
      await administrator.addToTeam({ teamId, accountId: accountId as AccountId });
    }
  }
  const { accountId: wanting } = actorOfEmail(staffing, refused.email);
  const { role, reason, note } = refused;
  const asked = await at(staffing, ADMINISTRATOR, 9).giveRole({ accountId: wanting as AccountId, role, reason });
  await at(staffing, OFFICER, 8).refuseRole({ requestId: asked.requestId, note });
  const { role: wanted, reason: why, ...newcomer } = waiting;
  const accountId = await begin(staffing, newcomer, null);
  await at(staffing, ADMINISTRATOR, 1).giveRole({ accountId, role: wanted, reason: why });
}
