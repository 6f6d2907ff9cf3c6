import { Email } from '@qantara/identity/contract';
import { issueLink, saveAccount } from '@qantara/identity/server';
import { withTables } from '@qantara/platform';
import { Misused, type Command } from '../command.ts';
import { atConsole } from './at-console.ts';

/** Adds an administrator from the terminal: the link that it prints lets them, and only them, choose what opens the account. */
export const createAdminCommand: Command = {
  name: 'create-admin',
  takes: '<e-mail> <name>',
  does: 'add an administrator and print the link by which they take the account',
  run: async ({ config, words, say }) => {
    const email = Email.safeParse(words[0] ?? '');
    const displayName = words.slice(1).join(' ').trim();
    if (!email.success || displayName === '') throw new Misused('Say an e-mail address and a name.');
    const account = {
      email: email.data,
      displayName,
      role: 'administrator' as const,
      organisationId: null,
      locale: 'en' as const,
    };
    const { link, expiresAt } = await atConsole(config, async (ctx) => {
      const saved = await saveAccount(ctx, account, { isSample: false, passwordHash: null });
      return issueLink(withTables(ctx), saved, 'invitation');
    });
    say(`${email.data} takes the account at ${link} (until ${expiresAt}).`);
  },
};
