import { around, within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { AskedAccess, Capacity, ServiceSearch } from '../../contract/index.ts';
import {
  askedKeysOf,
  askedMoment,
  regionClock,
  stemOf,
  tellingWordsOf,
  type AskedWord,
  type Moment,
} from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { findPostcodeCentre, type Near } from './near-view.ts';

/** A search as the database is asked it. */
export type Asked = {
  words: AskedWord[];
  /** All the words must be there, or any of them. */
  joined: 'all' | 'any';
  needCode: string | null;
  /** Every area whose services may come; null is everywhere. A service without an area serves them all. */
  areaIds: string[] | null;
  /** Around a point; `nowhere` is a postcode that no open address has. */
  near: Near | 'nowhere' | null;
  at: Moment | null;
  isFree: boolean;
  age: number | null;
  language: string | null;
  access: AskedAccess | null;
  isRemote: boolean;
  capacity: Capacity | null;
  now: Date;
  /** The day in the region, for costs that are valid for a time. */
  today: string;
  page: number;
  perPage: number;
};

const MOST_WORDS = 12;

/** What somebody typed, as the words to look for and the sounds of names in the other script. */
export function askedWords(text: string): AskedWord[] {
  const known = new Map<string, AskedWord>();
  for (const typed of tellingWordsOf(text)) {
    const word = stemOf(typed);
    const keys = [...new Set([...(known.get(word)?.keys ?? []), ...askedKeysOf(typed)])];
    known.set(word, { word, keys });
  }
  return [...known.values()].slice(0, MOST_WORDS);
}

/** The areas whose services reach somebody here: this one, those it lies in, and the parts of it. */
export async function areasServing(ctx: AnyCtx, areaId: string | undefined): Promise<string[] | null> {
  if (areaId === undefined) return null;
  const areas = await listAreas(ctx);
  return [...new Set([...around(areas, areaId).map((area) => area.areaId as string), ...within(areas, areaId)])];
}

async function nearOf(ctx: Ctx<DirectoryTables>, input: ServiceSearch): Promise<Asked['near']> {
  const { latitude, longitude, postcode, radius } = input;
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude, radius };
  if (postcode === undefined) return null;
  const centre = await findPostcodeCentre(ctx.db, postcode);
  return centre === undefined ? 'nowhere' : { ...centre, radius };
}

/** What was asked, with everything that must be looked up first. */
export async function readSearch(anyCtx: AnyCtx, input: ServiceSearch): Promise<Asked> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const clock = { now: ctx.now, timeZone: ctx.timeZone };
  return {
    words: askedWords(input.words),
    joined: 'all',
    needCode: input.needCode ?? null,
    areaIds: await areasServing(ctx, input.areaId),
    near: await nearOf(ctx, input),
    at: askedMoment(input, clock),
    isFree: input.free === true,
    age: input.age ?? null,
    language: input.language ?? null,
    access: input.access ?? null,
    isRemote: input.remote === true,
    capacity: input.capacity ?? null,
    now: ctx.now,
    today: regionClock(ctx.now, ctx.timeZone).date,
    page: input.page,
    perPage: input.perPage,
  };
}
