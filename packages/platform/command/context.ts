import type { Actor, Locale, ParsedInputOf, Route, RouteTable } from '@qantara/kernel';
import type { z } from 'zod';
import type { Kysely } from 'kysely';
import type { Keeper } from '../audit/keepers.ts';
import type { FileStore } from '../files/file-store.ts';
import type { PublishedMeasure } from './measure.ts';
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
  /** What modules publish to be counted, by its code. */
  measures: ReadonlyMap<string, PublishedMeasure>;
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
  /** It tells news: of what is older than so many days nobody is told, and nothing is handed on. */
  newsForDays?: number;
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
