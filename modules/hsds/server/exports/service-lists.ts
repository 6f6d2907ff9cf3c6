import type { Locale } from '@qantara/kernel';
import { listWireOrganisations, listWireServices } from '@qantara/directory/server';
import type { Nested } from '../../domain/writing/nest-records.ts';
import { csvLine } from '../../domain/writing/safe-cell.ts';
import { sheetCells, sheetHeadings } from '../../domain/writing/sheet-columns.ts';
import { nestOrganisations, nestServices } from '../api/nest-answers.ts';
import type { Reader } from '../api/reader.ts';

const CHUNK = 500;

type Nest = (reader: Reader, ids: string[], telling: { manner: Manner; depth: 'full' }) => Promise<Nested[]>;
type Manner = { locale: Locale; withProfile: boolean; from: null };

async function* nested(reader: Reader, ids: string[], of: { locale: Locale; nest: Nest }): AsyncGenerator<Nested[]> {
  const telling = { manner: { locale: of.locale, withProfile: true, from: null }, depth: 'full' as const };
  for (let start = 0; start < ids.length; start += CHUNK)
    yield of.nest(reader, ids.slice(start, start + CHUNK), telling);
}

async function* services(reader: Reader, locale: Locale): AsyncGenerator<Nested[]> {
  const { ids } = await listWireServices(reader.ctx, {}, null);
  yield* nested(reader, ids, { locale, nest: nestServices });
}

/** Every service with all that it has and all our profile adds, one a line. */
export async function* servicesAsLines(reader: Reader, locale: Locale): AsyncGenerator<string> {
  for await (const some of services(reader, locale)) yield some.map((one) => `${JSON.stringify(one)}\n`).join('');
}

async function* listed(name: string, chunks: AsyncIterable<Nested[]>): AsyncGenerator<string> {
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

/** Organisations and services with all that they have, as one JSON document. */
export async function* directoryAsJson(reader: Reader, locale: Locale): AsyncGenerator<string> {
  const { ids } = await listWireOrganisations(reader.ctx, {}, null);
  yield '{';
  yield* listed('organizations', nested(reader, ids, { locale, nest: nestOrganisations }));
  yield ',\n';
  yield* listed('services', services(reader, locale));
  yield '}\n';
}

/** One service a row, for people: the mark at its beginning lets spreadsheets read Arabic and accents as they are. */
export async function* servicesAsCsv(reader: Reader, locale: Locale): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(sheetHeadings(locale))}`;
  for await (const some of services(reader, locale))
    yield some.map((service) => csvLine(sheetCells(service, locale))).join('');
}
