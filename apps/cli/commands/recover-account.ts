import { Email } from '@qantara/identity/contract';
import { recoverFromConsole } from '@qantara/identity/server';
import { Misused, type Command } from '../command.ts';
import { atConsole } from './at-console.ts';

/**
 * Gives an account back to its owner where no second administrator can agree: whoever runs the server stands in for the
 * two. What opens the account now holds until the link is used; the owner sees it, and it is recorded.
 */
export const recoverAccountCommand: Command = {
  name: 'recover-account',
  takes: '<e-mail>',
  does: 'print a link, good for a day, by which the owner of an account chooses anew what opens it',
  run: async ({ config, words, say }) => {
    const email = Email.safeParse(words[0] ?? '');
    if (!email.success) throw new Misused('Say the e-mail address of the account.');
    const made = await atConsole(config, async (ctx) => (await recoverFromConsole(ctx, email.data)) ?? null);
    if (made === null) throw new Error(`No open account has the address ${email.data}.`);
    say(`Hand this link to its owner, and to nobody else: ${made.link} (until ${made.expiresAt}).`);
  },
};
