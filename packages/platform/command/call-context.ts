import type { Actor, Locale } from '@qantara/kernel';
import type { Database } from '../db/index.ts';
import type { Keeper } from '../audit/keepers.ts';
import type { AnyCtx, Channel, NewAccess, NewEvent, PublishedMeasure } from './context.ts';
import { sealedFiles, type FileStore } from '../files/file-store.ts';
import { memoryFiles } from '../files/memory-files.ts';
import { measuresOf } from './measure.ts';
import { ALONE, type Outside } from './outside.ts';
import type { ServerModule } from './server-module.ts';
import type { Vault } from './vault.ts';

/** What is known of a caller before a route is called. */
export type Caller = {
  actor: Actor;
  locale: Locale;
  origin: string;
  /** How they reached us; the interface where nothing is said. */
  channel?: Channel;
  /** What the caller's program says of itself. */
  agent?: string;
  setSession: (token: string | null, maxAgeSeconds: number) => void;
};

/** Where the routes run: one region's database and secret. */
export type Home = {
  database: Database;
  vault: Vault;
  timeZone: string;
  /** Where bytes are kept; in memory alone where nothing is said, as a bench of tests wants it. */
  files?: FileStore;
  outside?: Outside;
  keepers?: readonly Keeper[];
};

/** The same, with a place for bytes and what its modules publish to be counted. */
export type Furnished = Home & { files: FileStore; measures: ReadonlyMap<string, PublishedMeasure> };

export function furnish(home: Home, modules: readonly ServerModule[]): Furnished {
  return { ...home, files: home.files ?? memoryFiles(), measures: measuresOf(modules) };
}

export type NewSession = { token: string | null; maxAgeSeconds: number };

/** What a use case told while it ran: to be recorded in its own transaction. */
export type Told = { events: NewEvent[]; accesses: NewAccess[]; session: NewSession | null };

/** The context that a use case is given for one call. */
export function contextOf(home: Furnished, db: object, asked: { caller: Caller; told: Told }): AnyCtx {
  const { caller, told } = asked;
  return {
    db,
    vault: home.vault,
    files: sealedFiles(home.files, home.vault),
    timeZone: home.timeZone,
    actor: caller.actor,
    now: new Date(),
    locale: caller.locale,
    origin: caller.origin,
    channel: caller.channel ?? 'api',
    keepers: home.keepers ?? [],
    measures: home.measures,
    agent: caller.agent ?? '',
    outside: home.outside ?? ALONE,
    emit: (event) => void told.events.push(event),
    noteAccess: (access) => void told.accesses.push(access),
    setSession: (token, maxAgeSeconds) => void (told.session = { token, maxAgeSeconds }),
  };
}

export const nothingTold = (): Told => ({ events: [], accesses: [], session: null });
