import { ANYONE, type Actor, type InvokeAnswer } from '@qantara/kernel';
import {
  ALONE,
  createExecutor,
  openTestDatabase,
  vaultOf,
  type AnyCtx,
  type Database,
  type Executor,
  type Outside,
  type ServerModule,
} from '@qantara/platform';
import type { Account, RoleTemplate } from '../contract/index.ts';
import { OF_RESIDENT, permissionsOf } from '../domain/index.ts';
import { saveAccount, type BegunAccount } from './accounts/create-account.ts';
import { hashPassword } from './passwords/password.ts';

export { FakeProvider } from './testing/fake-provider.ts';

/** A migrated database and the modules under test; `sessions` keeps every token that an answer set. */
export type Bench = { database: Database; executor: Executor; sessions: (string | null)[] };

/** Opens a database of its own for one test file. */
export async function openBench(modules: ServerModule[], outside: Outside = ALONE): Promise<Bench> {
  const database = await openTestDatabase();
  const home = { database, vault: vaultOf('x'.repeat(32)), timeZone: 'UTC', outside };
  return { database, executor: createExecutor(modules, home), sessions: [] };
}

export type Asked = { input?: unknown; actor?: Actor; commandId?: string; origin?: string };

/** Calls a route as somebody; nobody in particular unless said. */
export function call(bench: Bench, path: string, asked: Asked = {}): Promise<InvokeAnswer> {
  const { input = {}, actor = ANYONE, commandId, origin = 'test' } = asked;
  const setSession = (token: string | null): void => void bench.sessions.push(token);
  return bench.executor.call(path, input, { commandId, caller: { actor, locale: 'en', origin, setSession } });
}

/** The answer of a route that must not refuse. */
export async function get<T>(bench: Bench, path: string, asked: Asked = {}): Promise<T> {
  const answer = await call(bench, path, asked);
  if (answer.ok) return answer.value as T;
  throw new Error(`${path} refused ${answer.code} ${JSON.stringify(answer.fields)}`);
}

/** The code with which a route refuses; nothing where it does not. */
export async function refusalOf(bench: Bench, path: string, asked: Asked = {}): Promise<string | null> {
  const answer = await call(bench, path, asked);
  return answer.ok ? null : answer.code;
}

/** Work of the system itself, such as what a region begins with. */
export async function inSystem<T>(bench: Bench, work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  const done: T[] = [];
  await bench.executor.asSystem(async (ctx) => void done.push(await work(ctx)));
  const [value] = done;
  if (value === undefined) throw new Error('the work gave nothing back');
  return value;
}

/** How many rows a table has. */
export async function countRows(bench: Bench, table: string): Promise<number> {
  const { rows } = await bench.database.pool.query({ text: `select count(*)::int as count from ${table}`, values: [] });
  return Number(rows[0]?.['count']);
}

/** Somebody at work in a role, without an account of their own. */
export function actorInRole(role: RoleTemplate, organisationId: string | null, accountId?: string): Actor {
  return {
    kind: 'account',
    accountId: accountId ?? crypto.randomUUID(),
    organisationId,
    personId: null,
    role,
    permissions: permissionsOf(role),
  };
}

/** The person whom a code opened a request for. */
export function residentOf(personId: string): Actor {
  return { ...ANYONE, kind: 'resident', personId, role: 'resident', permissions: new Set(OF_RESIDENT) };
}

export const PASSWORD = 'a bridge over the water';

/** A password made in a moment: the cost of the real thing is not what these tests are about. */
const CHEAP = { N: 2 ** 4, r: 8, p: 1 };

/** An account that may sign in with `PASSWORD`. */
export async function anAccount(
  bench: Bench,
  account: Partial<BegunAccount> & { email: string },
  isSample = false,
): Promise<Account> {
  const passwordHash = await hashPassword(PASSWORD, CHEAP);
  const whole: BegunAccount = {
    displayName: 'Amal',
    role: 'planner',
    organisationId: null,
    locale: 'ar',
    ...account,
  };
  return inSystem(bench, (ctx) => saveAccount(ctx, whole, { isSample, passwordHash }));
}
