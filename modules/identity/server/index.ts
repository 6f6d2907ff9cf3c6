import { refuse } from '@qantara/kernel';
import { serverModule } from '@qantara/platform';
import { identityRoutes } from '../contract/index.ts';
import { permissionsOf } from '../domain/index.ts';
import { openByCode } from './access-codes.ts';
import { countAccounts, findAccount, hasAnyAccount, listAccountRows, toAccount } from './account-store.ts';
import { confirmSecondFactor, getSecondFactor, signOut } from './confirm-second-factor.ts';
import { createAccount, createFirstAdministrator, disableAccount, resetSecondFactor } from './create-account.ts';
import { removeExpiredSessions } from './session-store.ts';
import { signIn } from './sign-in.ts';
import type { IdentityTables } from './tables.gen.ts';

export { issueAccessCode } from './access-codes.ts';
export { listAccountCards, type AccountCard } from './account-name-store.ts';
export { oldAccessCodes } from './old-access-code-store.ts';
export { saveAccount, setupCodeOf } from './create-account.ts';
export { hashPassword } from './password.ts';
export { resolveActor } from './resolve-actor.ts';

export const identityModule = serverModule<typeof identityRoutes, IdentityTables>({
  name: 'identity',
  routes: identityRoutes,
  handlers: {
    signIn,
    getSecondFactor,
    confirmSecondFactor,
    signOut,
    openByCode,
    createAccount,
    createFirstAdministrator,
    disableAccount,
    resetSecondFactor,
    getMe: async (ctx) => {
      const row = (await findAccount(ctx.db, ctx.actor.accountId ?? '')) ?? refuse('not_signed_in');
      return { account: toAccount(row), permissions: [...permissionsOf(row.role)] };
    },
    getSetup: async (ctx) => ({ isNeeded: !(await hasAnyAccount(ctx.db)) }),
    listAccounts: async (ctx, { page, perPage }) => {
      const rows = await listAccountRows(ctx.db, page, perPage);
      const total = await countAccounts(ctx.db);
      return { items: rows.slice(0, perPage).map(toAccount), page, perPage, total, hasMore: rows.length > perPage };
    },
  },
  jobs: [
    {
      name: 'identity.remove-expired-sessions',
      cron: '17 * * * *',
      run: (ctx) => removeExpiredSessions(ctx.db, ctx.now),
    },
  ],
});
