import { Readable } from 'node:stream';
import type { Locale } from '@qantara/kernel';
import { OBJECT_NAMES, type AnyRow, type ObjectName } from '@qantara/directory/domain';
import { derivedId } from '@qantara/directory/server';
import { columnsOfTable, dataPackage, fileOf, TRANSLATION_COLUMNS } from '../../domain/writing/package-tables.ts';
import { csvLine } from '@qantara/kernel';
import type { Reader } from '../api/reader.ts';
import { knownTranslations, tableLine, translationLines } from './package-rows.ts';
import type { Spool } from './spool.ts';
import { listVocabularies, walkDirectory, type Part } from './walk-directory.ts';
import { zipFiles, type ZipEntry } from '@qantara/platform';

const TRANSLATIONS = 'translations.csv';
/** The package's own word on its language: the first that whoever takes it in reads. */
const DESCRIPTION_ID = derivedId('qantara', 'meta_table_description', 'package');
/** Vocabularies have their rows from where they are kept, not from each record that names them. */
const KEPT_ONCE = new Set<ObjectName>(['taxonomy', 'taxonomy_term', 'unit', 'meta_table_description']);

/** Names of rows in a package are told apart: two sources may have called parts of two records the same. */
class Names {
  readonly #taken = new Map<ObjectName, Set<string>>();

  freed(object: ObjectName, row: AnyRow, homeId: string): AnyRow {
    const taken = this.#taken.get(object) ?? new Set<string>();
    this.#taken.set(object, taken);
    const id = taken.has(row.id) ? derivedId(homeId, object, row.id) : row.id;
    taken.add(id);
    return id === row.id ? row : { ...row, id };
  }
}

type Work = { spool: Spool; locale: Locale; names: Names };

async function writeRows(work: Work, object: ObjectName, rows: readonly AnyRow[]): Promise<void> {
  const lines = rows.map((row) => tableLine(object, row, work.locale)).join('');
  if (lines !== '') await work.spool.write(fileOf(object), lines);
}

async function writePart(work: Work, { ids, bundle }: Part): Promise<void> {
  const knownOf = knownTranslations(bundle.translations);
  for (const [object, rows] of bundle.rows) {
    if (KEPT_ONCE.has(object)) continue;
    const free = rows.map((row) => work.names.freed(object, row, ids[0] ?? ''));
    await writeRows(work, object, free);
    const said = free.flatMap((row) => translationLines(object, row, { locale: work.locale, knownOf: knownOf(row) }));
    if (said.length > 0) await work.spool.write(TRANSLATIONS, said.join(''));
  }
}

async function writeVocabularies(work: Work, reader: Reader): Promise<void> {
  for (const [object, rows] of await listVocabularies(reader)) {
    const others = rows.filter(({ id }) => id !== DESCRIPTION_ID);
    const own = { id: DESCRIPTION_ID, name: 'Qantara', language: work.locale, character_set: 'UTF-8' };
    const all = object === 'meta_table_description' ? [own, ...others] : others;
    await writeRows(work, object, all);
    const said = all.flatMap((row) => translationLines(object, row, { locale: work.locale, knownOf: () => undefined }));
    if (said.length > 0) await work.spool.write(TRANSLATIONS, said.join(''));
  }
}

async function* entriesOf(work: Work, created: string): AsyncGenerator<ZipEntry> {
  const about = dataPackage({ title: 'Qantara', created, language: work.locale });
  yield { name: 'datapackage.json', pieces: Readable.from([`${JSON.stringify(about, null, 2)}\n`]) };
  for (const name of [...OBJECT_NAMES.map(fileOf), TRANSLATIONS]) yield { name, pieces: work.spool.read(name) };
}

/** The directory as an HSDS 3.1 package: every table, even an empty one, with the texts in one language and the others beside. */
export async function* hsdsPackage(reader: Reader, of: { spool: Spool; locale: Locale }): AsyncGenerator<Uint8Array> {
  const work: Work = { ...of, names: new Names() };
  for (const object of OBJECT_NAMES) await work.spool.write(fileOf(object), csvLine(columnsOfTable(object)));
  await work.spool.write(TRANSLATIONS, csvLine(TRANSLATION_COLUMNS));
  await writeVocabularies(work, reader);
  for await (const part of walkDirectory(reader)) await writePart(work, part);
  await work.spool.end();
  yield* zipFiles(entriesOf(work, reader.ctx.now.toISOString()));
}
