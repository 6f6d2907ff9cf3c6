import { Refusal } from '@qantara/kernel';
import { inTransaction, kyselyOn, type DatabaseClient } from '../db/index.ts';
import { contextOf, nothingTold, type Caller, type Furnished, type NewSession, type Told } from './call-context.ts';
import { actorKeyOf, digestOfInput, findAnswer, hashOfCommand, sealOutput } from './command-store.ts';
import type { AnyCtx } from './context.ts';
import { accountFor } from './event-store.ts';
import { standingOf } from './standing-of.ts';
import { NAMED } from './system-work.ts';

class Repeated extends Error {}

/** What is asked to change, by whom, and the identifier that makes a repetition of it the same command. */
export type Asked = { path: string; input: unknown; commandId: string | null; caller: Caller };

type Work = (ctx: AnyCtx, told: Told) => Promise<unknown>;

/** Gives the browser its session, or clears it. */
export function handOut(caller: Caller, session: NewSession | null): void {
  if (session !== null) caller.setSession(session.token, session.maxAgeSeconds);
}

function commandOf({ path, caller, commandId }: Asked, inputDigest: Buffer, output: unknown) {
  if (commandId === null) return null;
  return {
    actorKey: actorKeyOf(caller.actor),
    commandHash: hashOfCommand(commandId),
    route: path,
    inputDigest,
    output: sealOutput(commandId, output),
  };
}

/**
 * A change, once. It is tried first and its identifier written last, in the same transaction: a repetition meets
 * either that identifier or a refusal of the rules, is rolled back, and is given the first answer. A session is handed
 * out only once it is kept: from one that was rolled back a caller would learn that their password was right.
 */
export async function once(home: Furnished, asked: Asked, work: Work): Promise<unknown> {
  const { caller, commandId } = asked;
  const inputDigest = digestOfInput(asked.path, asked.input);
  const run = async (client: DatabaseClient) => {
    const told = nothingTold();
    const ctx = contextOf(home, kyselyOn(client, NAMED), { caller, told });
    const output = await work(ctx, told);
    const { actor, channel, now } = ctx;
    const command = commandOf(asked, inputDigest, output);
    const done = await accountFor(client, { actor, isSystem: false, channel, now, ...told, command });
    if (done === 'repeated') throw new Repeated();
    return { output, session: told.session };
  };
  try {
    const { output, session } = await inTransaction(home.database.pool, run, {
      retry: true,
      standing: standingOf(caller.actor),
    });
    handOut(caller, session);
    return output;
  } catch (fault) {
    if (commandId === null || !(fault instanceof Refusal || fault instanceof Repeated)) throw fault;
    const before = await findAnswer(home.database.pool, { actor: caller.actor, commandId, inputDigest });
    if (before !== undefined) return before.output;
    throw fault;
  }
}
