import { foldText, type LocalizedText } from '@qantara/kernel';
import type { AnyRow, DirectoryRecord, HomeObject } from '@qantara/directory/domain';
import {
  derivedId,
  listColumnLabels,
  listHiddenIds,
  listNeeds,
  loadHomes,
  loadRecords,
  loadStanding,
} from '@qantara/directory/server';
import type { AnyCtx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import { publicRecord, type Hidden } from '../../domain/writing/public-record.ts';
import { COLUMN_TAXONOMY, COLUMN_TAXONOMY_ID, columnTerm, columnTermId } from '../column-taxonomy.ts';
import { needTaxonomyRows, needTermId, NEED_TAXONOMY_ID } from '../need-taxonomy.ts';

type Area = { name: LocalizedText; folded: string[] };

/** What every record is read with, loaded once for an answer however long it is. */
export type Reader = {
  ctx: AnyCtx;
  hidden: Hidden;
  needs: { taxonomy: AnyRow; terms: Map<string, AnyRow> };
  areas: Map<string, Area>;
  /** Records and terms that many others name, so that each is read once. */
  organisations: Map<string, DirectoryRecord>;
  standing: Map<string, AnyRow>;
};

const namesOf = (name: LocalizedText): string[] =>
  Object.values(name).filter((said): said is string => (said ?? '') !== '');

/** Reads what all records of an answer need. */
export async function openReader(ctx: AnyCtx): Promise<Reader> {
  const [needs, areasOfRegion, hidden] = await Promise.all([listNeeds(ctx), listAreas(ctx), listHiddenIds(ctx)]);
  const { taxonomy, terms } = needTaxonomyRows(needs);
  const areas = areasOfRegion.map((area): [string, Area] => [
    area.areaId,
    { name: area.name, folded: namesOf(area.name).map(foldText) },
  ]);
  return {
    ctx,
    hidden,
    needs: { taxonomy, terms: new Map(terms.map((term) => [term.id, term])) },
    areas: new Map(areas),
    organisations: new Map(),
    standing: new Map(),
  };
}

/** These records as they may leave the house. */
export async function readPublic(reader: Reader, object: HomeObject, ids: string[]): Promise<DirectoryRecord[]> {
  const records = await loadRecords(reader.ctx, object, ids);
  return ids.flatMap((id) => {
    const record = records.get(id);
    return record === undefined ? [] : [publicRecord(record as DirectoryRecord, reader.hidden)];
  });
}

/** The same without what belongs to them. */
export async function readBare(reader: Reader, object: HomeObject, ids: string[]): Promise<DirectoryRecord[]> {
  const records = await loadHomes(reader.ctx, object, ids);
  return ids.flatMap((id) => {
    const record = records.get(id);
    return record === undefined ? [] : [publicRecord(record as DirectoryRecord, reader.hidden)];
  });
}

/** Organisations, each read once for an answer. */
export async function readOrganisations(reader: Reader, ids: string[]): Promise<DirectoryRecord[]> {
  const unread = [...new Set(ids)].filter((id) => !reader.organisations.has(id));
  for (const record of await readPublic(reader, 'organization', unread)) reader.organisations.set(record.id, record);
  return [...new Set(ids)].flatMap((id) => reader.organisations.get(id) ?? []);
}

/** Terms, taxonomies and units, each read once for an answer. */
export async function readStanding(
  reader: Reader,
  object: 'taxonomy' | 'taxonomy_term' | 'unit',
  ids: string[],
): Promise<AnyRow[]> {
  const unread = [...new Set(ids)].filter((id) => !reader.standing.has(`${object} ${id}`));
  for (const row of await loadStanding(reader.ctx, object, unread)) reader.standing.set(`${object} ${row.id}`, row);
  return [...new Set(ids)].flatMap((id) => reader.standing.get(`${object} ${id}`) ?? []);
}

type Classified = { attributes: AnyRow[]; terms: AnyRow[]; taxonomies: AnyRow[] };

/** What a service is by our own needs, in HSDS's words: attributes with terms of our taxonomy. */
export function needAttributes(reader: Reader, record: DirectoryRecord): Classified {
  const codes = (record as DirectoryRecord<'service'>).fields.need_codes ?? [];
  const attributes = codes.map((code) => ({
    id: derivedId(record.id, 'need', code),
    link_id: record.id,
    link_entity: 'service',
    taxonomy_term_id: needTermId(code),
  }));
  const terms = attributes.flatMap(({ taxonomy_term_id: id }) => reader.needs.terms.get(id) ?? []);
  return { attributes, terms, taxonomies: terms.length === 0 ? [] : [reader.needs.taxonomy] };
}

/** Kept columns with the term that stands for each; other attributes as they are. */
export function columnTerms(attributes: readonly AnyRow[]): Classified {
  const isColumn = (row: AnyRow) => row['link_type'] === 'column' && !row['taxonomy_term_id'];
  const labels = new Set(attributes.filter(isColumn).map((row) => String(row['label'])));
  return {
    attributes: attributes.map((row) =>
      isColumn(row) ? { ...row, taxonomy_term_id: columnTermId(String(row['label'])) } : row,
    ),
    terms: [...labels].map(columnTerm),
    taxonomies: labels.size === 0 ? [] : [COLUMN_TAXONOMY],
  };
}

/** Where a service serves by areas of ours that no source has put into words: HSDS has them as service areas all the same. */
export function areaRows(reader: Reader, record: DirectoryRecord): AnyRow[] {
  const { area_ids: areaIds } = (record as DirectoryRecord<'service'>).fields;
  const said = new Set(
    (record.parts.service_area ?? []).flatMap(({ name, description }) =>
      [...namesOf(name ?? {}), ...namesOf(description ?? {})].map(foldText),
    ),
  );
  return (areaIds ?? []).flatMap((areaId) => {
    const area = reader.areas.get(areaId);
    if (area === undefined || area.folded.some((name) => said.has(name))) return [];
    return [{ id: derivedId(record.id, 'area', areaId), service_id: record.id, name: area.name }];
  });
}

/** Our own taxonomies and their terms: the needs, and the kept columns where there are any. */
export async function readOwnTaxonomies(reader: Reader): Promise<{ taxonomies: AnyRow[]; terms: AnyRow[] }> {
  const labels = await listColumnLabels(reader.ctx);
  return {
    taxonomies: [reader.needs.taxonomy, ...(labels.length > 0 ? [COLUMN_TAXONOMY] : [])],
    terms: [...reader.needs.terms.values(), ...labels.map(columnTerm)],
  };
}

/** Whether a taxonomy is one of ours, and which. */
export function ownTaxonomy(id: string): 'needs' | 'columns' | undefined {
  if (id === NEED_TAXONOMY_ID) return 'needs';
  return id === COLUMN_TAXONOMY_ID ? 'columns' : undefined;
}
