import { askedWordsOf, searchWordsOf, type AnyRow } from '@qantara/directory/domain';
import {
  listModified,
  listOrganisationTexts,
  listStanding,
  listWireOrganisations,
  listWirePlaces,
  listWireServices,
  type WireFilter,
  type WireIds,
  type WireWindow,
} from '@qantara/directory/server';
import type { LocalizedText } from '@qantara/kernel';
import type { ListName } from '../../contract/api-parameters.ts';
import type { ApiQuestion } from '../../contract/api-question.ts';
import { indexRows, nestRecord, type Nested } from '../../domain/writing/nest-records.ts';
import { sayIn } from '../../domain/writing/wire-values.ts';
import { profileDress, strictDress } from './dress-record.ts';
import type { Manner } from './manner.ts';
import { nestOrganisations, nestPlaces, nestServices, type Depth } from './nest-answers.ts';
import { readFilter } from './read-filter.ts';
import { readOwnTaxonomies, type Reader } from './reader.ts';

/** One list of the interface as it answers one question: which records, and how they are told. */
export type Listing = {
  ids: (window: WireWindow) => Promise<WireIds>;
  tell: (ids: string[]) => Promise<Nested[]>;
};

type Asked = { reader: Reader; question: ApiQuestion; manner: Manner };

const depthOf = (question: ApiQuestion): Depth => (question.full === true ? 'full' : 'list');

async function minimal(reader: Reader, ids: string[]): Promise<Nested[]> {
  const modified = await listModified(reader.ctx, ids);
  return ids.map((id) => ({ id, last_modified: modified.get(id) }));
}

function isFound(words: string[], texts: (LocalizedText | null | undefined)[]): boolean {
  const said = new Set(texts.flatMap((text) => Object.values(text ?? {}).flatMap((one) => searchWordsOf(one ?? ''))));
  return words.length > 0 && words.every((word) => said.has(word));
}

function windowed(ids: string[], window: WireWindow): WireIds {
  const shown = window === null ? ids : ids.slice(window.offset, window.offset + window.limit);
  return { ids: shown, total: ids.length };
}

function fromPoint(manner: Manner, filter: WireFilter): Manner {
  const centroid = filter.proximity === undefined ? null : (filter.postcode?.centroid ?? null);
  return { ...manner, from: filter.near ?? centroid };
}

async function services({ reader, question, manner }: Asked): Promise<Listing> {
  const filter = await readFilter(reader, question);
  const telling = { manner: fromPoint(manner, filter), depth: depthOf(question) };
  return {
    ids: (window) => listWireServices(reader.ctx, filter, window),
    tell: (ids) => (question.minimal === true ? minimal(reader, ids) : nestServices(reader, ids, telling)),
  };
}

async function places({ reader, question, manner }: Asked): Promise<Listing> {
  const filter = await readFilter(reader, question);
  const telling = { manner: fromPoint(manner, filter), depth: depthOf(question) };
  return {
    ids: (window) => listWirePlaces(reader.ctx, filter, window),
    tell: (ids) => nestPlaces(reader, ids, telling),
  };
}

async function organizations({ reader, question, manner }: Asked): Promise<Listing> {
  const { search, ...rest } = question;
  const filter = await readFilter(reader, rest);
  const words = search === undefined ? undefined : askedWordsOf(search);
  const found =
    words && (await listOrganisationTexts(reader.ctx)).filter(({ texts }) => isFound(words, texts)).map(({ id }) => id);
  const telling = { manner, depth: depthOf(question), fullServices: question.full_service === true };
  return {
    ids: (window) =>
      listWireOrganisations(reader.ctx, found === undefined ? filter : { ...filter, ids: found }, window),
    tell: (ids) => nestOrganisations(reader, ids, telling),
  };
}

const textOf = (row: AnyRow, field: string): LocalizedText | null => (row[field] ?? null) as LocalizedText | null;

function isAsked(row: AnyRow, question: ApiQuestion, words: string[] | undefined): boolean {
  const { taxonomy_id: taxonomyId, parent_id: parentId, top_only: isTopOnly } = question;
  if (words !== undefined && !isFound(words, [textOf(row, 'name'), textOf(row, 'description')])) return false;
  if (taxonomyId !== undefined && row['taxonomy_id'] !== taxonomyId) return false;
  if (parentId !== undefined && row['parent_id'] !== parentId) return false;
  return isTopOnly !== true || !row['parent_id'];
}

/** Vocabularies are kept whole, ours among them: they are few beside the records that they sort. */
async function vocabulary(object: 'taxonomy' | 'taxonomy_term', { reader, question, manner }: Asked): Promise<Listing> {
  const own = await readOwnTaxonomies(reader);
  const taxonomies = [...own.taxonomies, ...(await listStanding(reader.ctx, 'taxonomy'))];
  const terms = object === 'taxonomy' ? [] : [...own.terms, ...(await listStanding(reader.ctx, 'taxonomy_term'))];
  const rows = object === 'taxonomy' ? taxonomies : terms;
  const words = question.search === undefined ? undefined : askedWordsOf(question.search);
  const found = rows.filter((row) => isAsked(row, question, words)).map(({ id }) => id);
  const index = indexRows(
    new Map([
      ['taxonomy', taxonomies],
      ['taxonomy_term', terms],
    ]),
  );
  const bundle = { index, rows: new Map(), sources: new Map(), translations: new Map() };
  const dress = manner.withProfile ? profileDress(bundle, null) : strictDress;
  const sorted = [...new Set(found)].toSorted();
  const tell = (ids: string[]): Nested[] =>
    ids
      .map((id) => index.one(object, id))
      .map((row) => row && nestRecord(object, row, { index, say: sayIn(manner.locale), dress }))
      .filter((one) => one !== undefined);
  return {
    ids: (window) => Promise.resolve(windowed(sorted, window)),
    tell: (ids) => Promise.resolve(tell(ids)),
  };
}

/** The lists of the interface. */
export const LISTINGS: Record<ListName, (asked: Asked) => Promise<Listing>> = {
  services,
  organizations,
  service_at_locations: places,
  taxonomies: (asked) => vocabulary('taxonomy', asked),
  taxonomy_terms: (asked) => vocabulary('taxonomy_term', asked),
};
