import type { Actor, Locale, LocalizedText, ParsedInputOf, Route, RouteTable } from '@qantara/kernel';
import type { z } from 'zod';
import type { Kysely, RawBuilder } from 'kysely';
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

/** By what the facts of a measure may be told apart, where their module publishes it. */
export type MeasureTrait = 'area' | 'need' | 'language' | 'age' | 'gender' | 'partner';

/** A record behind a figure, without anybody's name: what it is about, of which organisation, how it stands, and where it opens. */
export type RecordBehind = {
  path: string;
  /** The day or moment that it counts from. */
  at: string | null;
  name: LocalizedText;
  about: LocalizedText | null;
  organisationName: LocalizedText | null;
  /** The word of how it stands: `referrals.status.completed`. */
  stateWord: string | null;
};

/** How the records behind a measure are found and opened, by whom its module lets. */
export type MeasureRecords = {
  id: RawBuilder<string>;
  /** Without this permission none is opened. */
  may: string;
  /** Of these records those that the reader may open, at most so many. */
  listVisible: (ctx: AnyCtx, ids: readonly string[], limit: number) => Promise<RecordBehind[]>;
};

/**
 * What a module publishes to be counted: conditions over `fact`, a row of a view of its own that holds nobody's name. Whoever keeps
 * measures counts it by period and trait; the words of it are the module's, by its code (`<module>.counted.<code>`, `<module>.out_of.<code>`).
 */
export type Measure = {
  code: string;
  unit: 'ratio' | 'count' | 'days';
  better: 'up' | 'down';
  /** Whether it counts people, or what was done for them: then nothing of it is told that would tell of a few. */
  isOfPeople: boolean;
  /** The published view. */
  source: string;
  /** What is counted, of what it is counted out of. */
  numerator: RawBuilder<unknown>;
  denominator: RawBuilder<unknown>;
  /** When a row falls into a period; null where rows say how things stand now, so that of a period that is over nothing is known. */
  at: RawBuilder<unknown> | null;
  /** When a row was written last. */
  newest: RawBuilder<unknown>;
  traits: Partial<Record<MeasureTrait, RawBuilder<string>>>;
  /** What is joined to tell a trait apart, where the view does not hold it. */
  joins?: Partial<Record<MeasureTrait, RawBuilder<unknown>>>;
  /** Of a length of time: how many days, and by when which share of the rows has ended. */
  length?: { days: RawBuilder<unknown>; share: number };
  /** Where its records may be opened; of a measure without, such as one that keeps no identifier, nobody opens any. */
  records?: MeasureRecords;
};

/** The same, with the name of its module. */
export type PublishedMeasure = Measure & { module: string };
