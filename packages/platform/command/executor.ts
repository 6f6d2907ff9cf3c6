import { mayUse, Refusal, type Actor, type Invoke, type InvokeAnswer, type Route } from '@qantara/kernel';
import { DatabaseBusy, inTransaction, kyselyOf, kyselyOn, poolAs, type DatabaseClient } from '../db/index.ts';
import { metrics } from '../observe/metrics.ts';
import { logFault } from '../observe/log.ts';
import { answerWire, type WireCall } from './answer-wire.ts';
import { contextOf, furnish, nothingTold, type Caller, type Furnished, type Home, type Told } from './call-context.ts';
import type { AnyCtx } from './context.ts';
import type { ServerModule } from './server-module.ts';
import { accountFor } from './event-store.ts';
import { faultsOf } from './faults.ts';
import { invokeWithin } from './invoke-within.ts';
import { handOut, once } from './once.ts';
import { standingOf } from './standing-of.ts';
import { NAMED, workAside, workAsSystem } from './system-work.ts';
import { findUnreadableText } from './unreadable-text.ts';
import type { BoundWire, WireAnswer } from './wire.ts';

type Bound = { route: Route; name: string; module: ServerModule };
type Call = { bound: Bound; input: unknown; commandId: string | null; caller: Caller };

export type Executor = {
  routes: readonly Bound[];
  /** Runs the route with this path for this caller: permission, shape, transaction, answer. Never throws a refusal. */
  call: (
    path: string,
    input: unknown,
    options: { commandId?: string | undefined; caller: Caller },
  ) => Promise<InvokeAnswer>;
  /** The addresses of the modules' public interfaces. */
  wire: readonly BoundWire[];
  /** Answers one of them for this caller. A refusal is thrown. */
  answerWire: (bound: BoundWire, input: unknown, call: WireCall) => Promise<WireAnswer>;
  /** Calls a subscriber or a job in a transaction of its own, in the name of the system. */
  asSystem: (work: (ctx: AnyCtx, client: DatabaseClient) => Promise<void>) => Promise<void>;
  /** Calls a job that waits for somebody outside, in no transaction. */
  aside: (work: (ctx: AnyCtx) => Promise<void>) => Promise<void>;
  /** Runs a use case as somebody at some moment, in the caller's transaction: for a sample that has a past. */
  actAt: <T>(client: DatabaseClient, as: { actor: Actor; now: Date }, work: (ctx: AnyCtx) => Promise<T>) => Promise<T>;
  /** The same by route, so that the past obeys the rules of the present. */
  invokeAt: (client: DatabaseClient, as: { actor: Actor; now: Date }) => Invoke;
};

function answerWith(call: Call, output: unknown): unknown {
  return call.bound.route.output.parse(output);
}

/** Runs a route's handler in the name of whoever calls it; what it tells is recorded before the answer is given, or there is none. */
async function readAs(
  home: Furnished,
  call: Call,
  finish: (client: DatabaseClient, ctx: AnyCtx, told: Told) => Promise<void>,
) {
  const told = nothingTold();
  const work = async (client: DatabaseClient) => {
    const ctx = contextOf(home, kyselyOn(client, NAMED), { caller: call.caller, told });
    const output = answerWith(call, await call.bound.module.handle(call.bound.name, ctx, call.input));
    await finish(client, ctx, told);
    return output;
  };
  return inTransaction(home.database.pool, work, { standing: standingOf(call.caller.actor) });
}

function read(home: Furnished, call: Call): Promise<unknown> {
  return readAs(home, call, async (_client, _ctx, { events, accesses }) => {
    if (events.length > 0 || accesses.length > 0)
      throw new Error(`${call.bound.route.path} reads only: declare 'opens' or make it a command`);
  });
}

/** A read that opens a person's record. */
function open(home: Furnished, call: Call): Promise<unknown> {
  return readAs(home, call, async (client, { actor, now, channel }, told) => {
    if (told.events.length > 0) throw new Error(`${call.bound.route.path} opens a record and may not change one`);
    await accountFor(client, { actor, isSystem: false, channel, now, ...told, command: null });
  });
}

function mustTell(call: Call, told: Told): void {
  if (told.events.length === 0)
    throw new Error(`${call.bound.route.path} changed something and told nobody: emit an event`);
}

/**
 * A try of a secret. It holds no connection while a password is worked out, which takes a third of a second by intent:
 * thirty strangers at once would hold them all. Each count stands at once; the session is handed out after its event.
 */
async function attempt(home: Furnished, call: Call): Promise<unknown> {
  const told = nothingTold();
  const standing = standingOf(call.caller.actor);
  const db = kyselyOf(poolAs(home.database.pool, standing), NAMED);
  const ctx = contextOf(home, db, { caller: call.caller, told });
  const output = answerWith(call, await call.bound.module.handle(call.bound.name, ctx, call.input));
  mustTell(call, told);
  const { actor, channel, now } = ctx;
  const accounted = { actor, isSystem: false, channel, now, ...told, command: null };
  await inTransaction(home.database.pool, (client) => accountFor(client, accounted), { retry: true, standing });
  handOut(call.caller, told.session);
  return output;
}

/** A command, once. */
function change(home: Furnished, call: Call): Promise<unknown> {
  const { bound, input, commandId, caller } = call;
  return once(home, { path: bound.route.path, input, commandId, caller }, async (ctx, told) => {
    const output = answerWith(call, await bound.module.handle(bound.name, ctx, input));
    mustTell(call, told);
    return output;
  });
}

function refusalOf(fault: Refusal): InvokeAnswer {
  return { ok: false, code: fault.code, fields: fault.fields, values: fault.values };
}

function declares(route: Route, code: string): boolean {
  return code === 'command_reused' || code === 'invalid_input' || route.refusals.includes(code);
}

function permissionAnswer(bound: Bound, actor: Actor): InvokeAnswer | undefined {
  if (mayUse(actor, bound.route.may)) return undefined;
  const code = actor.kind === 'anyone' ? 'not_signed_in' : 'not_allowed';
  return { ok: false, code, fields: [], values: {} };
}

async function run(home: Furnished, call: Call): Promise<unknown> {
  if (call.bound.route.opens === true) return open(home, call);
  if (call.bound.route.tries === true) return attempt(home, call);
  const isRead = call.bound.route.path.startsWith('GET ') || call.bound.route.reads === true;
  return isRead ? read(home, call) : change(home, call);
}

async function answer(home: Furnished, call: Call): Promise<InvokeAnswer> {
  const stop = metrics.commandTimer(call.bound.route.path);
  try {
    const value = await run(home, call);
    stop('answered');
    return { ok: true, value };
  } catch (fault) {
    if (fault instanceof Refusal && declares(call.bound.route, fault.code)) {
      stop('refused');
      return refusalOf(fault);
    }
    stop('failed');
    if (!(fault instanceof DatabaseBusy)) logFault(call.bound.route.path, fault);
    throw fault;
  }
}

type Past = { home: Furnished; client: DatabaseClient; actor: Actor; now: Date };

async function actInPast<T>({ home, client, actor, now }: Past, work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  const told = nothingTold();
  const caller: Caller = { actor, locale: 'en', origin: 'past', setSession: () => undefined };
  const value = await work({ ...contextOf(home, kyselyOn(client, NAMED), { caller, told }), now });
  await accountFor(client, { actor, isSystem: false, channel: 'page', now, ...told, command: null });
  return value;
}

/** A route called in the past: the same permission, shape and rules, in a transaction that is already open. */
function invokeInPast(past: Past, byPath: Map<string, Bound>): Invoke {
  return async (path, rawInput) => {
    const bound = byPath.get(path);
    if (bound === undefined || !mayUse(past.actor, bound.route.may))
      return { ok: false, code: 'not_allowed', fields: [], values: {} };
    const input = bound.route.input.parse(rawInput);
    try {
      const output = await actInPast(past, (ctx) => bound.module.handle(bound.name, ctx, input));
      return { ok: true, value: bound.route.output.parse(output) };
    } catch (fault) {
      if (fault instanceof Refusal) return refusalOf(fault);
      throw fault;
    }
  };
}

/** Binds every module's routes to one region's database and secret. */
export function createExecutor(modules: ServerModule[], given: Home): Executor {
  const home = furnish(given, modules);
  const routes = modules.flatMap((module) =>
    Object.entries(module.routes).map(([name, route]) => ({ name, route, module })),
  );
  const byPath = new Map(routes.map((bound) => [bound.route.path as string, bound]));
  return {
    routes,
    wire: modules.flatMap((module) => module.wire),
    answerWire: (bound, input, call) =>
      answerWire(home, bound, { ...call, input, invokeIn: (ctx, told) => invokeWithin(byPath, ctx, told) }),
    call: async (path, rawInput, { commandId, caller }) => {
      const bound = byPath.get(path);
      if (bound === undefined) return { ok: false, code: 'page_not_found', fields: [], values: {} };
      const denied = permissionAnswer(bound, caller.actor);
      if (denied !== undefined) return denied;
      const unreadable = findUnreadableText(rawInput);
      if (unreadable !== undefined) return { ok: false, code: 'invalid_input', fields: [unreadable], values: {} };
      const parsed = bound.route.input.safeParse(rawInput, { reportInput: true });
      if (!parsed.success)
        return { ok: false, code: 'invalid_input', fields: faultsOf(parsed.error, rawInput), values: {} };
      return answer(home, { bound, input: parsed.data, commandId: commandId ?? null, caller });
    },
    actAt: (client, as, work) => actInPast({ home, client, ...as }, work),
    invokeAt: (client, as) => invokeInPast({ home, client, ...as }, byPath),
    asSystem: (work) => workAsSystem(home, work),
    aside: (work) => workAside(home, work),
  };
}
