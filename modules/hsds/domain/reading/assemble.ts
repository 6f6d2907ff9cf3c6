import { foldText, LOCALES, type LocalizedText } from '@qantara/kernel';
import {
  canonical,
  fieldsOf,
  isText,
  referenceOf,
  type AnyRow,
  type Content,
  type HomeObject,
  type ObjectName,
  type PartObject,
  type Parts,
} from '@qantara/directory/domain';
import type { Home, StagedRow } from './staged-row.ts';

/** How the records that a source names are called here. */
export type Naming = {
  /** Of services, locations and organisations that were taken in or are being taken in. */
  home: (object: HomeObject, sourceId: string) => string;
  /** Of everything else, and of what has no name at all: the same words give the same identifier, always. */
  part: (object: string, ...words: string[]) => string;
};

/** What of ours a source's words are read by. */
export type AssemblyGround = {
  /** Our areas by each of their folded names and by their code. */
  areaIds: ReadonlyMap<string, string>;
  /** The needs that a term means, by what the source calls the term. */
  needsOf: (termId: string) => readonly string[];
  /** Whether a term is one of ours, which needs no keeping beside the need itself. */
  isNeed: (termId: string) => boolean;
};

/** A translation that a package of our own profile brought along. */
export type BroughtTranslation = { field: string; locale: string; row: AnyRow };
export type Assembled = { home: Home; content: Content; metadata: AnyRow[]; translations: BroughtTranslation[] };

type Work = { home: Home; rows: StagedRow[]; naming: Naming; ground: AssemblyGround };

const isHomeObject = (object: string): object is HomeObject =>
  object === 'organization' || object === 'location' || object === 'service';

const isPart = (object: StagedRow['object']): object is PartObject =>
  !['metadata', 'translation', 'eligibility', 'spoken'].includes(object);

function nameOf(naming: Naming, object: ObjectName, sourceId: string): string {
  return isHomeObject(object) ? naming.home(object, sourceId) : naming.part(object, sourceId);
}

/** The record that a link names: one of this home's own rows, else its home, else whatever goes by that name. */
function linkedId(work: Work, entity: unknown, sourceId: string): string {
  const own = work.rows.find(({ object, row }) => row.id === sourceId && object !== 'attribute' && isPart(object));
  if (own !== undefined) return nameOf(work.naming, own.object as ObjectName, sourceId);
  const object = typeof entity === 'string' && entity !== '' ? entity : work.home.object;
  return nameOf(work.naming, object as ObjectName, sourceId);
}

/** A row under the names of this house. One without a name is called by what it says, so that it is the same each time. */
function named(work: Work, object: ObjectName, row: AnyRow): AnyRow {
  const own: AnyRow = { ...row };
  for (const [field, kind] of fieldsOf(object)) {
    const value = row[field];
    const target = referenceOf(kind);
    if (target === undefined || typeof value !== 'string') continue;
    own[field] =
      target === 'any'
        ? linkedId(work, row['link_entity'] ?? row['resource_type'], value)
        : nameOf(work.naming, target, value);
  }
  const { id: _said, ...said } = own;
  own.id =
    row.id === ''
      ? work.naming.part(object, work.home.object, work.home.sourceId, canonical(said))
      : nameOf(work.naming, object, row.id);
  return own;
}

function partsOf(work: Work): Parts {
  const parts = new Map<string, Map<string, AnyRow>>();
  for (const { object, row } of work.rows) {
    if (isHomeObject(object) || !isPart(object)) continue;
    const list = parts.get(object) ?? new Map<string, AnyRow>();
    const own = named(work, object, row);
    const other = list.get(own.id);
    const isOther = other !== undefined && canonical(other) !== canonical(own);
    // Two rows of one name that say different things are two: nothing that was said is lost.
    const id = isOther ? work.naming.part(object, own.id, canonical(own)) : own.id;
    list.set(id, { ...own, id });
    parts.set(object, list);
  }
  return Object.fromEntries([...parts].map(([object, rows]) => [object, [...rows.values()]])) as Parts;
}

function joined(texts: LocalizedText[]): LocalizedText | null {
  const lines: LocalizedText = {};
  for (const locale of LOCALES) {
    const said = texts.flatMap((text) => text[locale] ?? []);
    if (said.length > 0) lines[locale] = [...new Set(said)].join('\n');
  }
  return Object.keys(lines).length === 0 ? null : lines;
}

function idsOf(text: LocalizedText | null | undefined, areaIds: ReadonlyMap<string, string>): string[] {
  return Object.values(text ?? {}).flatMap((said) => (said === undefined ? [] : (areaIds.get(foldText(said)) ?? [])));
}

/** The names of a place's own area first: a city is a wider word than its neighbourhood. */
function areaOf(parts: Parts, areaIds: ReadonlyMap<string, string>): string | null {
  const [address] = (parts.address ?? []).toSorted(
    (one, other) => Number(one.address_type === 'postal') - Number(other.address_type === 'postal'),
  );
  const said = [address?.address_2, address?.city, address?.region, address?.state_province];
  return said.flatMap((text) => idsOf(text, areaIds))[0] ?? null;
}

function areasServed(parts: Parts, areaIds: ReadonlyMap<string, string>): string[] {
  const found = (parts.service_area ?? []).flatMap(({ name, description }) => idsOf(name ?? description, areaIds));
  return [...new Set(found)].toSorted();
}

/** The terms of a service: those that mean needs make it found by them, ours are nothing but that. */
function needsOf(work: Work): string[] {
  const terms = work.rows.flatMap(({ object, row }) =>
    object === 'attribute' && typeof row['taxonomy_term_id'] === 'string' && linksHome(work.home, row)
      ? row['taxonomy_term_id']
      : [],
  );
  return [...new Set(terms.flatMap((term) => work.ground.needsOf(term)))].toSorted();
}

const linksHome = (home: Home, row: AnyRow): boolean => row['link_id'] === home.sourceId;

function extended(work: Work, fields: Record<string, unknown>, parts: Parts): Record<string, unknown> {
  const { areaIds } = work.ground;
  if (work.home.object === 'location') return { ...fields, area_id: areaOf(parts, areaIds) };
  if (work.home.object === 'organization') return fields;
  const eligibility = work.rows
    .filter(({ object }) => object === 'eligibility')
    .map(({ row }) => row['text'] as LocalizedText);
  const said = fields['eligibility_description'] as LocalizedText | undefined;
  return {
    ...fields,
    ...(eligibility.length > 0 ? { eligibility_description: joined([...(said ? [said] : []), ...eligibility]) } : {}),
    need_codes: needsOf(work),
    area_ids: areasServed(parts, areaIds),
  };
}

const isOfField = (one: AnyRow, other: AnyRow): boolean =>
  one['language'] !== undefined && one['resource_id'] === other['resource_id'] && one['field'] === other['field'];

/**
 * A text with one more language. A table shows a text that lacks the table's language in another: where the translations
 * (all of them among `rows`) say which, it is in that one alone.
 */
export function withTranslation(
  text: LocalizedText | null | undefined,
  row: AnyRow,
  rows: readonly { row: AnyRow }[],
): LocalizedText {
  const languages = rows.flatMap((one) => (isOfField(one.row, row) ? String(one.row['language']) : []));
  const kept = Object.entries(text ?? {}).filter(
    ([language, said]) => said !== row['text'] || languages.includes(language),
  );
  return { ...Object.fromEntries(kept), [String(row['language'])]: row['text'] };
}

/** Puts translations into the texts that they translate; what names no text of this record is passed over. */
function translate(work: Work, fields: Record<string, unknown>, parts: Parts): BroughtTranslation[] {
  const rowsById = new Map<string, { object: ObjectName; row: Record<string, unknown> }>();
  for (const [object, rows] of Object.entries(parts) as [PartObject, AnyRow[]][])
    for (const row of rows) rowsById.set(row.id, { object, row });
  return work.rows.flatMap(({ object, row }) => {
    if (object !== 'translation') return [];
    const { resource_type: type, resource_id: sourceId, field, language } = row;
    const isOwn = sourceId === work.home.sourceId && type === work.home.object;
    const id = nameOf(work.naming, type as ObjectName, String(sourceId));
    const target = isOwn ? { object: work.home.object, row: fields } : rowsById.get(id);
    if (target === undefined || !isText(target.object, String(field))) return [];
    target.row[String(field)] = withTranslation(target.row[String(field)] as LocalizedText | undefined, row, work.rows);
    const name = isOwn ? String(field) : `${target.object}:${id}:${String(field)}`;
    return [{ field: name, locale: String(language), row }];
  });
}

function withoutNeedTerms(work: Work, parts: Parts): Parts {
  const kept = work.rows.filter(
    ({ object, row }) =>
      object === 'attribute' &&
      typeof row['taxonomy_term_id'] === 'string' &&
      work.ground.isNeed(row['taxonomy_term_id']),
  );
  const ours = new Set(kept.map(({ row }) => named(work, 'attribute', row).id));
  const attributes = (parts.attribute ?? []).filter((row) => !ours.has(row.id));
  const { attribute: _all, ...others } = parts;
  return attributes.length === 0 ? others : { ...others, attribute: attributes };
}

/** 1.1 does not say what kind of record a change was of. */
function historyOf(work: Work, row: AnyRow): AnyRow {
  const own = work.rows.find((one) => isPart(one.object) && one.row.id === row['resource_id'])?.object;
  return named(work, 'metadata', { ...row, resource_type: row['resource_type'] ?? own ?? work.home.object });
}

/** Everything that a source says of one home, as the record that the directory keeps; undefined without its own row. */
export function assemble(work: Work): Assembled | undefined {
  const own = work.rows.find(({ object, row }) => object === work.home.object && row.id === work.home.sourceId);
  if (own === undefined) return undefined;
  const { id: _id, ...fields } = named(work, work.home.object, own.row);
  const parts = withoutNeedTerms(work, partsOf(work));
  const whole = extended(work, fields, parts);
  const translations = translate(work, whole, parts);
  const metadata = work.rows.flatMap(({ object, row }) => (object === 'metadata' ? [historyOf(work, row)] : []));
  return { home: work.home, content: { fields: whole, parts } as Content, metadata, translations };
}
