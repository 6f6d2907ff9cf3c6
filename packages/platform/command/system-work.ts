import type { Actor } from '@qantara/kernel';
import { AS_SYSTEM, inTransaction, kyselyOf, kyselyOn, poolAs, type DatabaseClient } from '../db/index.ts';
import { contextOf, nothingTold, type Caller, type Furnished } from './call-context.ts';
import type { AnyCtx } from './context.ts';
import { accountFor } from './event-store.ts';

/** Planning a five-way join costs more than running it; a search, whose best plan hangs on its words, opts out. */
export const NAMED = { named: true };

const SYSTEM: Actor = {
  kind: 'anyone',
  accountId: null,
  organisationId: null,
  personId: null,
  role: 'system',
  permissions: new Set(),
};

/** Work of the system itself in a transaction of its own. */
export async function workAsSystem(
  home: Furnished,
  work: (ctx: AnyCtx, client: DatabaseClient) => Promise<void>,
): Promise<void> {
  const told = nothingTold();
  const caller: Caller = { actor: SYSTEM, locale: 'en', origin: 'system', setSession: () => undefined };
  const run = async (client: DatabaseClient) => {
    const ctx = contextOf(home, kyselyOn(client, NAMED), { caller, told });
    await work(ctx, client);
    await accountFor(client, {
      actor: SYSTEM,
      isSystem: true,
      channel: 'system',
      now: ctx.now,
      ...told,
      command: null,
    });
  };
  await inTransaction(home.database.pool, run, { standing: AS_SYSTEM });
}

/** Work that waits for somebody outside, in no transaction: on the embedded engine one would hold up everybody. */
export async function workAside(home: Furnished, work: (ctx: AnyCtx) => Promise<void>): Promise<void> {
  const told = nothingTold();
  const caller: Caller = { actor: SYSTEM, locale: 'en', origin: 'system', setSession: () => undefined };
  const db = kyselyOf(poolAs(home.database.pool, AS_SYSTEM), NAMED);
  await work(contextOf(home, db, { caller, told }));
  if (told.events.length > 0 || told.accesses.length > 0) throw new Error('work aside has no transaction to tell in');
}
