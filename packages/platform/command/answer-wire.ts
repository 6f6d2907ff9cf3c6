import { ANYONE, mayUse, refuse, type Invoke, type Locale } from '@qantara/kernel';
import { inTransaction, kyselyOf, kyselyOn, poolAs, type DatabaseClient } from '../db/index.ts';
import { contextOf, nothingTold, type Caller, type Furnished, type Told } from './call-context.ts';
import type { AnyCtx } from './context.ts';
import { accountFor } from './event-store.ts';
import { once } from './once.ts';
import { standingOf } from './standing-of.ts';
import { NAMED } from './system-work.ts';
import type { BoundWire, WireAnswer, WireAsked } from './wire.ts';

/** Who asks an address of a public interface, how, and the identifier of its command, if it brought one. */
export type WireCall = { caller: Caller; asked: Omit<WireAsked, 'invoke'>; commandId?: string | undefined };

/** An address asked in process, as anyone would ask it. */
export function askedByAnyone(locale: Locale): WireCall {
  const headers = {
    contentType: null,
    ifMatch: null,
    ifNoneMatch: null,
    ifNoneExist: null,
    ifModifiedSince: null,
    prefer: null,
  };
  const again = () => Promise.reject(new Error('an address asked in process has no parts'));
  return {
    caller: { actor: ANYONE, locale, origin: 'wire', setSession: () => undefined },
    asked: { origin: '', locale, accept: '', headers, body: null, again },
  };
}

type Call = WireCall & { input: unknown; invokeIn: (ctx: AnyCtx, told: Told) => Invoke };

const isSilent = ({ events, accesses }: Told): boolean => events.length === 0 && accesses.length === 0;

const noInvoke: Invoke = () => Promise.reject(new Error('no transaction is around this address'));

/** In no transaction: open to anyone it reads alone, and one of parts leaves what it does to them. */
async function outside(home: Furnished, bound: BoundWire, { caller, asked, input }: Call): Promise<WireAnswer> {
  const told = nothingTold();
  const standing = standingOf(caller.actor);
  const ctx = contextOf(home, kyselyOf(poolAs(home.database.pool, standing), NAMED), { caller, told });
  const answered = await bound.answer(ctx, input, { ...asked, invoke: noInvoke });
  if (bound.route.tries === true) {
    const { actor, channel, now } = ctx;
    const account = { actor, isSystem: false, channel, now, ...told, command: null };
    await inTransaction(home.database.pool, (client) => accountFor(client, account), { retry: true, standing });
  } else if (!isSilent(told)) throw new Error(`${bound.route.path} may only read`);
  return answered;
}

/** A program's reading: what it opened of whom is recorded before it is given, or it is not given. */
function read(home: Furnished, bound: BoundWire, { caller, asked, input, invokeIn }: Call): Promise<WireAnswer> {
  const work = async (client: DatabaseClient) => {
    const told = nothingTold();
    const ctx = contextOf(home, kyselyOn(client, NAMED), { caller, told });
    const answered = await bound.answer(ctx, input, { ...asked, invoke: invokeIn(ctx, told) });
    if (told.events.length > 0) throw new Error(`${bound.route.path} changes something: declare it`);
    const { actor, channel, now } = ctx;
    if (!isSilent(told)) await accountFor(client, { actor, isSystem: false, channel, now, ...told, command: null });
    return answered;
  };
  return inTransaction(home.database.pool, work, { standing: standingOf(caller.actor) });
}

/** A program's change, once. One that finds that there is nothing to do tells nothing. */
async function change(home: Furnished, bound: BoundWire, call: Call): Promise<WireAnswer> {
  const { caller, asked, input, invokeIn, commandId = null } = call;
  const path = bound.route.path;
  const what = { input, body: asked.body ?? null, ifMatch: asked.headers.ifMatch };
  const answered = await once(home, { path, input: what, commandId, caller }, (ctx, told) =>
    bound.answer(ctx, input, { ...asked, invoke: invokeIn(ctx, told) }),
  );
  return answered as WireAnswer;
}

/** Answers an address of a public interface. Refuses `not_signed_in`, `not_allowed`, and what its handler refuses. */
export async function answerWire(home: Furnished, bound: BoundWire, call: Call): Promise<WireAnswer> {
  const { may, changes, parts, tries } = bound.route;
  const { actor } = call.caller;
  if (!mayUse(actor, may)) return refuse(actor.kind === 'anyone' ? 'not_signed_in' : 'not_allowed');
  if (changes === true) return change(home, bound, call);
  return may === 'anyone' || parts === true || tries === true ? outside(home, bound, call) : read(home, bound, call);
}
