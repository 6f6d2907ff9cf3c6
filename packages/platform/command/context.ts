import type { Actor, Locale, ParsedInputOf, Route, RouteTable, WireRoute, WireTable } from '@qantara/kernel';
import type { z } from 'zod';
import type { Kysely } from 'kysely';
import type { Keeper } from '../audit/keepers.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Outside } from './outside.ts';
import type { Vault } from './vault.ts';

/** One change, as a module tells it. `data` holds codes and identifiers only; personal values go in `before`, `after`. */
export type NewEvent = {
  type: `${string}.${string}`;
  subject: string;
  personId?: string | null;
  reason?: string | null;
  data?: Record<string, string | number | boolean | null | string[]>;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** By which way a record left: a page, the interface, a file, a copy for a device without network, or the system itself. */
export type Channel = 'page' | 'api' | 'export' | 'offline' | 'system';

/**
 * One opening of a person's record, or of the records that a search returned: nobody, where it found nobody. The rule by which
 * the reader was let is read from the second wall; `rule` names the one of a use case whose readers no circle lets.
 */
export type NewAccess = {
  personId: string | readonly string[];
  kind: string;
  subjectId?: string | null;
  reason?: string | null;
  rule?: string;
  channel?: Channel;
};

/** Who asks, when and in which language, whatever the tables. */
export type AnyCtx = {
  /** The transaction of this command, or the pool for a read. Named by its own tables through `withTables`. */
  db: object;
  actor: Actor;
  now: Date;
  locale: Locale;
  /** Where a request came from, hashed; for counting attempts, never stored beside a person. */
  origin: string;
  /** What the caller's program says of itself; empty where it says nothing. */
  agent: string;
  vault: Vault;
  /** Where bytes are kept outside the database; sealed, whoever keeps them. */
  files: FileStore;
  /** Where people find this region, and whom it asks outside. */
  outside: Outside;
  /** The region's time zone: where its days, months and quarters begin. */
  timeZone: string;
  /** How the caller reached us. */
  channel: Channel;
  /** The places outside that keep checkpoints of the audit. */
  keepers: readonly Keeper[];
  emit: (event: NewEvent) => void;
  noteAccess: (access: NewAccess) => void;
  /** Sets the session cookie of the answer; null clears it. */
  setSession: (token: string | null, maxAgeSeconds: number) => void;
};

/** What a use case is given: its module's own tables, the actor, the moment, and where changes are told. */
export type Ctx<Tables> = Omit<AnyCtx, 'db'> & { db: Kysely<Tables> };

/** A lower module's own view of the context it is called with; only that module can name its tables. */
export function withTables<Tables>(ctx: AnyCtx): Ctx<Tables> {
  return ctx as Ctx<Tables>;
}

type Handler<R extends Route, Tables> = (ctx: Ctx<Tables>, input: ParsedInputOf<R>) => Promise<z.input<R['output']>>;

/** One handler for each route of the table; a missing one does not compile. */
export type Handlers<Table extends RouteTable, Tables> = { [Name in keyof Table]: Handler<Table[Name], Tables> };

/** An event as a subscriber receives it. */
export type DeliveredEvent = {
  eventId: string;
  type: string;
  subject: string;
  personId: string | null;
  data: Record<string, unknown>;
  at: Date;
};

export type Subscriber<Tables> = {
  event: string;
  name: string;
  handle: (ctx: Ctx<Tables>, event: DeliveredEvent) => Promise<void>;
};

export type Job<Tables> = {
  name: string;
  /** Five fields, in UTC. */
  cron: string;
  /** Waits for somebody outside: in no transaction, so that it holds nobody up; each of its statements stands at once. */
  aside?: true;
  run: (ctx: Ctx<Tables>) => Promise<void>;
};

/** How an address of a public interface was asked, besides its input. */
export type WireAsked = {
  /** Where this server is for the caller, `https://sabil.example`: for addresses that an answer names. */
  origin: string;
  /** The languages that the caller asks for, in their order of preference. */
  locale: Locale;
  accept: string;
};

/**
 * What an address of a public interface answers. A long answer is given piece by piece, so that no list has to fit into
 * memory; then `version` says what would make it another, if anything does.
 */
export type WireAnswer = {
  status?: 200 | 301 | 302 | 400 | 404;
  type: string;
  body: string | Uint8Array | AsyncIterable<string | Uint8Array>;
  version?: string;
  headers?: Record<string, string>;
};

type WireHandler<R extends WireRoute, Tables> = (
  ctx: Ctx<Tables>,
  input: z.output<R['input']>,
  asked: WireAsked,
) => Promise<WireAnswer>;

/** One handler for each address of the table. */
export type WireHandlers<Table extends WireTable, Tables> = {
  [Name in keyof Table]: WireHandler<Table[Name], Tables>;
};

export type BoundWire = {
  route: WireRoute;
  answer: (ctx: AnyCtx, input: unknown, asked: WireAsked) => Promise<WireAnswer>;
};

/** Joins the addresses of a public interface to their handlers. */
export function wireOf<Table extends WireTable, Tables>(
  routes: Table,
  handlers: WireHandlers<Table, Tables>,
): BoundWire[] {
  return Object.entries(routes).map(([name, route]) => {
    const handler = handlers[name] as WireHandler<WireRoute, Tables>;
    return { route, answer: (ctx, input, asked) => handler(withTables<Tables>(ctx), input, asked) };
  });
}

/** One module as the server composes it, whatever its tables. */
export type ServerModule = {
  name: string;
  routes: RouteTable;
  handle: (name: string, ctx: AnyCtx, input: unknown) => Promise<unknown>;
  subscribers: { event: string; name: string; handle: (ctx: AnyCtx, event: DeliveredEvent) => Promise<void> }[];
  jobs: { name: string; cron: string; aside: boolean; run: (ctx: AnyCtx) => Promise<void> }[];
  /** The addresses of its public interface, where it has one. */
  wire: BoundWire[];
};

/** Joins a module's routes to its handlers, subscribers and jobs. */
export function serverModule<Table extends RouteTable, Tables>(definition: {
  name: string;
  routes: Table;
  handlers: Handlers<Table, Tables>;
  subscribers?: Subscriber<Tables>[];
  jobs?: Job<Tables>[];
  wire?: BoundWire[];
}): ServerModule {
  const handlers: Record<string, (ctx: Ctx<Tables>, input: never) => Promise<unknown>> = definition.handlers;
  return {
    name: definition.name,
    routes: definition.routes,
    handle: (name, ctx, input) => {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`${definition.name} has no handler ${name}`);
      return handler(withTables<Tables>(ctx), input as never);
    },
    subscribers: (definition.subscribers ?? []).map((subscriber) => ({
      ...subscriber,
      handle: (ctx, event) => subscriber.handle(withTables<Tables>(ctx), event),
    })),
    jobs: (definition.jobs ?? []).map((job) => ({
      ...job,
      aside: job.aside === true,
      run: (ctx) => job.run(withTables<Tables>(ctx)),
    })),
    wire: definition.wire ?? [],
  };
}
