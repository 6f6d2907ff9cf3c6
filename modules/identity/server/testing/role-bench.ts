import type { Actor } from '@qantara/kernel';
import { organisationsModule, saveOrganisation } from '@qantara/organisations/server';
import { withTables, type Outside } from '@qantara/platform';
import type { Account, RoleRequest } from '../../contract/index.ts';
import { identityModule } from '../index.ts';
import { resolveActor } from '../sessions/resolve-actor.ts';
import { saveSession } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { anAccount, get, inSystem, openBench, refusalOf, type Bench } from '../testing.ts';

/** Somebody who is signed in; who they are is asked anew at each call, as the server does. */
export type Colleague = { accountId: string; actor: () => Promise<Actor> };

export const GIVE = 'POST /accounts/:accountId/role';
export const AGREE = 'POST /role-requests/:requestId/agree';
export const REFUSE = 'POST /role-requests/:requestId/refuse';

/** A role to compose. */
export const HELPER = {
  template: 'navigator',
  name: { en: 'Reception helper', fr: 'Aide à l’accueil', ar: 'مساعد استقبال' },
  description: { en: 'Receives people.' },
  permissions: ['scope:team', 'field:need', 'worklist:read', 'person:search', 'person:read', 'gap:read'],
  reason: 'volunteers',
};

/** What is asked when somebody is to get a role. */
export const give = (to: Colleague, role: string, extra: object = {}) => ({
  accountId: to.accountId,
  role,
  reason: 'begins on Monday',
  ...extra,
});

/** A region of one administrator, and whoever comes later. */
export class RoleBench {
  readonly bench: Bench;
  readonly admin: Colleague;
  #count = 0;

  private constructor(bench: Bench, admin: Colleague) {
    this.bench = bench;
    this.admin = admin;
  }

  static async open(outside?: Outside): Promise<RoleBench> {
    const bench = await openBench([organisationsModule, identityModule], outside);
    const account = await anAccount(bench, { email: 'admin@example.org', role: 'administrator' });
    return new RoleBench(bench, await RoleBench.#signIn(bench, account));
  }

  static async #signIn(bench: Bench, { accountId }: Account): Promise<Colleague> {
    const { token } = await inSystem(bench, (ctx) =>
      saveSession(withTables<IdentityTables>(ctx), { kind: 'account', accountId, isConfirmed: true, way: 'password' }),
    );
    const actor = async (): Promise<Actor> => {
      const found = await resolveActor(bench.database, token);
      if (found === null) throw new Error('nobody is signed in any more');
      return found;
    };
    return { accountId, actor };
  }

  signIn(account: Account): Promise<Colleague> {
    return RoleBench.#signIn(this.bench, account);
  }

  async somebody(role: string | null, organisationId: string | null = null): Promise<Colleague> {
    this.#count += 1;
    return this.signIn(
      await anAccount(this.bench, { email: `person-${this.#count}@example.org`, role, organisationId }),
    );
  }

  anOrganisation(name: string): Promise<string> {
    const none = { description: null, email: null, phone: null, website: null, areaId: null };
    return inSystem(this.bench, (ctx) =>
      saveOrganisation(ctx, { name: { en: name }, sector: 'association', receivesReferrals: false, ...none }),
    );
  }

  async as<T>(who: Colleague, path: string, input: unknown = {}): Promise<T> {
    return get<T>(this.bench, path, { input, actor: await who.actor() });
  }

  async refused(who: Colleague, path: string, input: unknown = {}): Promise<string | null> {
    return refusalOf(this.bench, path, { input, actor: await who.actor() });
  }

  ask(to: Colleague, role: string, extra: object = {}): Promise<RoleRequest> {
    return this.as<RoleRequest>(this.admin, GIVE, give(to, role, extra));
  }

  run(text: string, values: unknown[] = []): Promise<unknown> {
    return this.bench.database.pool.query({ text, values });
  }
}
