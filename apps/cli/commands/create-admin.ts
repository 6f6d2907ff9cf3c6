import { Email } from '@qantara/identity/contract';
import { saveAccount } from '@qantara/identity/server';
import { createExecutor, openRegion, vaultOf } from '@qantara/platform';
import { randomBytes } from 'node:crypto';
import { Misused, type Command } from '../command.ts';

/** Eighteen random bytes: typed once, and changed for nothing shorter. */
function newPassword(): string {
  return randomBytes(18).toString('base64url');
}

/** Adds an administrator from the terminal, for a region whose only one has lost their telephone. */
export const createAdminCommand: Command = {
  name: 'create-admin',
  takes: '<e-mail> <name>',
  does: 'add an administrator and print their first password',
  run: async ({ config, words, say }) => {
    const email = Email.safeParse(words[0] ?? '');
    const displayName = words.slice(1).join(' ').trim();
    if (!email.success || displayName === '') throw new Misused('Say an e-mail address and a name.');
    const database = await openRegion(config);
    const home = { database, vault: vaultOf(config.secret), timeZone: config.region.timeZone };
    const password = newPassword();
    const account = {
      email: email.data,
      displayName,
      role: 'administrator' as const,
      organisationId: null,
      locale: 'en' as const,
      password,
    };
    try {
      await createExecutor([], home).asSystem(
        async (ctx) => void (await saveAccount(ctx, account, { isSample: false })),
      );
    } finally {
      await database.close();
    }
    say(`${email.data} can sign in with the password ${password}`);
  },
};
