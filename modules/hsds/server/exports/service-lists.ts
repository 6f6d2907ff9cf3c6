import type { Locale } from '@qantara/kernel';
import { modelOf } from '@qantara/directory/domain';
import { listOpenLocations, listWireOrganisations, listWireServices } from '@qantara/directory/server';
import type { Nested } from '../../domain/writing/nest-records.ts';
import { csvLine } from '@qantara/kernel';
import { sheetCells, sheetHeadings } from '../../domain/writing/sheet-columns.ts';
import { nestLocations, nestOrganisations, nestServices, nestVocabulary, type Telling } from '../api/nest-answers.ts';
import type { Reader } from '../api/reader.ts';
import { listVocabularies } from './walk-directory.ts';

const CHUNK = 500;

type As = { locale: Locale; isExact: boolean };
type Nest = (reader: Reader, ids: string[], telling: Telling) => Promise<Nested[]>;

async function* nested(reader: Reader, ids: string[], of: As & { nest: Nest }): AsyncGenerator<Nested[]> {
  const { locale, isExact } = of;
  const depth = isExact ? ('record' as const) : ('full' as const);
  const telling = { manner: { locale, withProfile: true, from: null }, depth, isExact };
  for (let start = 0; start < ids.length; start += CHUNK)
    yield of.nest(reader, ids.slice(start, start + CHUNK), telling);
}

async function* services(reader: Reader, as: As): AsyncGenerator<Nested[]> {
  const { ids } = await listWireServices(reader.ctx, {}, null);
  yield* nested(reader, ids, { ...as, nest: nestServices });
}

/** Every service with all that it has and all our profile adds, one a line. */
export async function* servicesAsLines(reader: Reader, locale: Locale): AsyncGenerator<string> {
  for await (const some of services(reader, { locale, isExact: false }))
    yield some.map((one) => `${JSON.stringify(one)}\n`).join('');
}

async function* listed(name: string, chunks: AsyncIterable<Nested[]> | Iterable<Nested[]>): AsyncGenerator<string> {
  let isFirst = true;
  yield `${JSON.stringify(name)}:[`;
  for await (const some of chunks) {
    const text = some.map((one) => JSON.stringify(one)).join(',\n');
    if (text === '') continue;
    yield isFirst ? text : `,\n${text}`;
    isFirst = false;
  }
  yield ']';
}

const listOf = (nested: Nested, key: string): Nested[] => (nested[key] ?? []) as Nested[];

/** Passes records on, and remembers the locations in them. */
async function* noting(seen: Set<unknown>, chunks: AsyncIterable<Nested[]>): AsyncGenerator<Nested[]> {
  for await (const some of chunks) {
    for (const one of some) {
      for (const { id } of listOf(one, 'locations')) seen.add(id);
      for (const { location } of listOf(one, 'service_at_locations'))
        seen.add((location as Nested | undefined)?.['id']);
    }
    yield some;
  }
}

/**
 * The directory as one JSON document, in lists by the names of HSDS's tables: organisations and services with all that they
 * have and their history, the locations that stand in none of them, vocabularies and units, all as it was said. What is taken
 * in from it is the same directory.
 */
export async function* directoryAsJson(reader: Reader, locale: Locale): AsyncGenerator<string> {
  const { ids } = await listWireOrganisations(reader.ctx, {}, null);
  const as = { locale, isExact: true };
  const seen = new Set<unknown>();
  yield '{';
  yield* listed('organizations', noting(seen, nested(reader, ids, { ...as, nest: nestOrganisations })));
  yield ',\n';
  yield* listed('services', noting(seen, services(reader, as)));
  yield ',\n';
  const alone = (await listOpenLocations(reader.ctx)).filter((id) => !seen.has(id));
  yield* listed('locations', nested(reader, alone, { ...as, nest: nestLocations }));
  for (const [object, rows] of await listVocabularies(reader)) {
    yield ',\n';
    yield* listed(modelOf(object).file, [nestVocabulary(object, rows, locale)]);
  }
  yield '}\n';
}

/** One service a row, for people: the mark at its beginning lets spreadsheets read Arabic and accents as they are. */
export async function* servicesAsCsv(reader: Reader, locale: Locale): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(sheetHeadings(locale))}`;
  for await (const some of services(reader, { locale, isExact: false }))
    yield some.map((service) => csvLine(sheetCells(service, locale))).join('');
}
