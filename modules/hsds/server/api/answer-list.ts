import { readDirectoryVersion } from '@qantara/directory/server';
import type { AnyCtx, WireAnswer, WireAsked } from '@qantara/platform';
import { MOST_MINIMAL_PER_PAGE, USUAL_PER_PAGE, type ListName } from '../../contract/api-parameters.ts';
import type { ApiQuestion } from '../../contract/api-question.ts';
import type { Nested } from '../../domain/writing/nest-records.ts';
import { LISTINGS, type Listing } from './list-kinds.ts';
import { mannerOf, type Manner } from './manner.ts';
import { openReader } from './reader.ts';

/** A list as HSDS 3.1 gives it page by page. */
export type Page = {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: Nested[];
};

const CHUNK = 500;

/** The envelope of a page. One beyond the last is empty, and the last for whoever goes on until there is no more. */
export function pageOf(contents: Nested[], of: { page: number; perPage: number; total: number }): Page {
  const pages = Math.ceil(of.total / of.perPage);
  return {
    total_items: of.total,
    total_pages: pages,
    page_number: of.page,
    size: contents.length,
    first_page: of.page === 1,
    last_page: of.page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** Records line by line, a few hundred in memory at a time: what matches is fixed at the beginning. */
async function* lines(listing: Listing): AsyncGenerator<string> {
  const { ids } = await listing.ids(null);
  // While one part is written, the next is read.
  let next = listing.tell(ids.slice(0, CHUNK));
  for (let start = 0; start < ids.length; start += CHUNK) {
    const told = await next;
    next = start + CHUNK < ids.length ? listing.tell(ids.slice(start + CHUNK, start + 2 * CHUNK)) : Promise.resolve([]);
    // A reader who goes away must not leave a failure that nobody hears.
    next.catch(() => undefined);
    yield told.map((one) => `${JSON.stringify(one)}\n`).join('');
  }
}

/** In which language an answer is, and that another question would have had another answer. */
export function headersOf(manner: Manner): Record<string, string> {
  return { 'content-language': manner.locale };
}

async function streamed(
  ctx: AnyCtx,
  listing: Listing,
  of: { question: ApiQuestion; manner: Manner },
): Promise<WireAnswer> {
  const version = `${await readDirectoryVersion(ctx)} ${JSON.stringify(of)}`;
  return {
    type: 'application/x-ndjson; charset=utf-8',
    body: lines(listing),
    headers: headersOf(of.manner),
    // Who is open changes with the clock alone.
    ...(of.question.open_now === true ? {} : { version }),
  };
}

function usualPerPage(question: ApiQuestion): number {
  return question.minimal === true ? MOST_MINIMAL_PER_PAGE : USUAL_PER_PAGE;
}

/** Answers a list: a page of it, or all of it as lines. */
export function answerList(list: ListName) {
  return async (ctx: AnyCtx, question: ApiQuestion, asked: WireAsked): Promise<WireAnswer> => {
    const manner = mannerOf(question, asked);
    const listing = await LISTINGS[list]({ reader: await openReader(ctx), question, manner });
    if (question.format === 'ndjson') return streamed(ctx, listing, { question, manner });
    const { page = 1, per_page: perPage = usualPerPage(question) } = question;
    const { ids, total } = await listing.ids({ limit: perPage, offset: (page - 1) * perPage });
    const contents = await listing.tell(ids);
    return {
      type: 'application/json; charset=utf-8',
      body: JSON.stringify(pageOf(contents, { page, perPage, total })),
      headers: headersOf(manner),
    };
  };
}
