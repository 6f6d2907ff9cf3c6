import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { RoleProposal, RoleRequest, RoleRequestKind, RoleRequestState } from '../../contract/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

type Db = Kysely<IdentityTables>;
type Given = Pick<Ctx<IdentityTables>, 'db' | 'now'>;
export type RequestRow = Selectable<IdentityTables['identity.role_request']>;

/** What nobody agrees to in a week was not needed. */
const DAYS_OPEN = 7;
const DAY = 24 * 3_600_000;

export type NewRequest = {
  kind: RoleRequestKind;
  role: string;
  roleVersion: number;
  accountId: string | null;
  formerRole: string | null;
  areaId: string | null;
  proposal: RoleProposal | null;
  formerPermissions: readonly string[] | null;
  reason: string;
};

/** Time closes what nobody answered: what was asked before makes way for what is asked now. */
async function closeOld({ db, now }: Given, { accountId, role, kind }: NewRequest): Promise<void> {
  await db
    .updateTable('identity.role_request')
    .set({ state: 'withdrawn', answered_at: sql<Date>`expires_at` })
    .where('state', '=', 'asked')
    .where('expires_at', '<=', now)
    .where((eb) =>
      kind === 'give' ? eb('account_id', '=', accountId) : eb.and([eb('role', '=', role), eb('kind', '<>', 'give')]),
    )
    .execute();
}

/** What a request says of a role to be composed or changed; nothing where one is given. */
function columnsOf(proposal: RoleProposal | null) {
  if (proposal === null) return {};
  const { template, name, description, permissions } = proposal;
  return { template, name: JSON.stringify(name), description: JSON.stringify(description), permissions };
}

/** Keeps a request, waiting or in effect at once. Refuses `request_under_way`: one waits for each account and for each role. */
export async function saveRequest(
  ctx: Ctx<IdentityTables>,
  asked: NewRequest,
  state: Extract<RoleRequestState, 'asked' | 'alone' | 'reduced'>,
): Promise<RequestRow> {
  const { now } = ctx;
  await closeOld(ctx, asked);
  const row = await ctx.db
    .insertInto('identity.role_request')
    .values({
      request_id: newId(now.getTime()),
      kind: asked.kind,
      state,
      role: asked.role,
      role_version: asked.roleVersion,
      account_id: asked.accountId,
      former_role: asked.formerRole,
      area_id: asked.areaId,
      ...columnsOf(asked.proposal),
      former_permissions: asked.formerPermissions === null ? null : [...asked.formerPermissions],
      reason: asked.reason,
      asked_by: ctx.actor.accountId ?? refuse('not_signed_in'),
      asked_at: now,
      expires_at: new Date(now.getTime() + DAYS_OPEN * DAY),
      answered_at: state === 'asked' ? null : now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ?? refuse('request_under_way');
}

export async function findRequest(db: Db, requestId: string): Promise<RequestRow | undefined> {
  return db.selectFrom('identity.role_request').selectAll().where('request_id', '=', requestId).executeTakeFirst();
}

type Answer = {
  state: Extract<RoleRequestState, 'agreed' | 'refused' | 'withdrawn'>;
  by: string | null;
  note?: string;
};

/**
 * Answers a request that waits, if the one who asked still works here: of two who answer at once, one is told that it is closed.
 * False where it is.
 */
export async function saveAnswer({ db, now }: Given, requestId: string, answer: Answer): Promise<boolean> {
  const answered = await db
    .updateTable('identity.role_request')
    .set({ state: answer.state, answered_by: answer.by, answered_at: now, answer_note: answer.note ?? null })
    .where('request_id', '=', requestId)
    .where('state', '=', 'asked')
    .where('expires_at', '>', now)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('identity.account')
            .select('account_id')
            .whereRef('account_id', '=', 'identity.role_request.asked_by')
            .where('disabled_at', 'is not', null),
        ),
      ),
    )
    .executeTakeFirst();
  return answered.numUpdatedRows > 0n;
}

/** What was asked for an account that was closed, or got another role meanwhile, is asked no more. */
export async function withdrawFor({ db, now }: Given, accountId: string): Promise<void> {
  await db
    .updateTable('identity.role_request')
    .set({ state: 'withdrawn', answered_at: now })
    .where('state', '=', 'asked')
    .where('account_id', '=', accountId)
    .execute();
}

/** Whether a role to be composed is waited for under this code. */
export async function isCodeAsked(db: Db, code: string): Promise<boolean> {
  const found = await db
    .selectFrom('identity.role_request')
    .select('request_id')
    .where('role', '=', code)
    .where('kind', '=', 'compose')
    .executeTakeFirst();
  return found !== undefined;
}

export type RequestFilter = { requestId?: string; accountId?: string; role?: string; waits?: boolean };

/** Requests as they are read, newest first. */
export async function listRequestRows({ db, now }: Given, filter: RequestFilter, limit: number) {
  return db
    .selectFrom('identity.role_request as request')
    .leftJoin('identity.account as asker', 'asker.account_id', 'request.asked_by')
    .leftJoin('identity.account as receiver', 'receiver.account_id', 'request.account_id')
    .leftJoin('identity.account as answerer', 'answerer.account_id', 'request.answered_by')
    .leftJoin('identity.role as role', 'role.code', 'request.role')
    .leftJoin('identity.role as former', 'former.code', 'request.former_role')
    .selectAll('request')
    .select([
      'asker.display_name as asker_name',
      'receiver.display_name as receiver_name',
      'answerer.display_name as answerer_name',
      'role.name as role_name',
      'role.permissions as role_permissions',
      'former.name as former_name',
      'former.permissions as former_role_permissions',
    ])
    .$if(filter.requestId !== undefined, (query) => query.where('request.request_id', '=', filter.requestId ?? ''))
    .$if(filter.accountId !== undefined, (query) => query.where('request.account_id', '=', filter.accountId ?? ''))
    .$if(filter.role !== undefined, (query) =>
      query.where('request.role', '=', filter.role ?? '').where('request.kind', '<>', 'give'),
    )
    .$if(filter.waits === true, (query) =>
      query.where('request.state', '=', 'asked').where('request.expires_at', '>', now),
    )
    .$if(filter.waits === false, (query) =>
      query.where((eb) => eb.or([eb('request.state', '<>', 'asked'), eb('request.expires_at', '<=', now)])),
    )
    .orderBy('request.asked_at', 'desc')
    .orderBy('request.request_id', 'desc')
    .limit(limit)
    .execute();
}

export type ReadRequestRow = Awaited<ReturnType<typeof listRequestRows>>[number];

/** The state as it is told: what waits too long has run out, also where it made way for a later one. */
export function stateOf(row: RequestRow, now: Date): RoleRequest['state'] {
  const hasRunOut = row.expires_at <= now && row.state === 'asked';
  const madeWay = row.state === 'withdrawn' && row.answered_at?.getTime() === row.expires_at.getTime();
  return hasRunOut || madeWay ? 'expired' : row.state;
}

/**
 * Whether an account that its owner has taken is in one of these roles, and open, or lost that role or was closed since then; those in
 * the role that would be gained do not count, nor do the two who are named.
 */
export async function hasHolder(
  db: Db,
  of: {
    roles: readonly string[];
    since: Date;
    but: { asker: string | null; gainer: string | null; role: string | null };
  },
): Promise<boolean> {
  const { roles, since, but } = of;
  const { rows } = await sql`
    select from identity.account
    where account_id <> ${but.asker} and account_id <> ${but.gainer}
      and role is distinct from ${but.role}::text
      and enrolled_at is not null
      and (disabled_at is null or disabled_at > ${since})
      and (role = any (${roles}::text[]) or exists (
        select from identity.role_request as lost
        where lost.account_id = account.account_id and lost.former_role = any (${roles}::text[])
          and lost.state in ('agreed', 'alone', 'reduced') and lost.answered_at > ${since}))
    limit 1`.execute(db);
  return rows.length > 0;
}
