import { fieldsOf, isText, type HomeObject } from '@qantara/directory/domain';
import type { DayOrder } from '../../contract/index.ts';
import { typedOf, type Cells, type Emitted } from './emitted.ts';
import type { MappedRow, SaidCell } from './mapped-row.ts';
import { agesOf, coordinatesOf, isoDay, plainNumber } from './plain-values.ts';
import { statusOf } from './yes-or-no.ts';

type Reading = (value: string, order: DayOrder) => string;

/** Several addresses in one cell: the first is kept. */
const FIRST_WORD: Reading = (value) => {
  const [first = value] = value.split(/[\s;,]+/);
  return /[@.]/.test(first) ? first : value;
};
/** `999`, `200`: what databases write where there is no limit. */
const NO_AGE = 120;
const limitOf: Reading = (value) => (Number(plainNumber(value)) >= NO_AGE ? '' : plainNumber(value));
const READINGS: Readonly<Record<string, Reading>> = {
  status: statusOf,
  minimum_age: plainNumber,
  maximum_age: limitOf,
  year_incorporated: (value) => /\b(?:1[89]|20)\d\d\b/.exec(value)?.[0] ?? plainNumber(value),
  latitude: plainNumber,
  longitude: plainNumber,
  assured_date: isoDay,
  last_modified: isoDay,
  email: FIRST_WORD,
  assurer_email: FIRST_WORD,
  website: FIRST_WORD,
  url: FIRST_WORD,
};
/** The fields of our profile that rows of these objects have besides HSDS's. */
const ADDED: Partial<Record<HomeObject, readonly string[]>> = { service: ['capacity_status'] };

/** Texts of several columns stand under one another, those after the first with the names of their columns. */
function textOf(cells: SaidCell[]): string {
  const values = new Map(cells.map((cell) => [cell.value, cell] as const).toReversed());
  return [...values.values()]
    .toReversed()
    .map(({ column, value, isMore }) => (isMore ? `${column}: ${value}` : value))
    .join('\n');
}

/** The cells that speak in the language of the file; where none does, no cell does. */
export function mainCells(cells: SaidCell[], language: string): SaidCell[] {
  return cells.filter((cell) => cell.language === null || cell.language === language);
}

function ownCells(row: MappedRow, object: HomeObject, language: string): Emitted {
  const cells: Cells = Object.create(null);
  const columns: Cells = Object.create(null);
  const typed: Cells = Object.create(null);
  for (const field of [...fieldsOf(object).map(([name]) => name), ...(ADDED[object] ?? [])]) {
    const said = mainCells(row.cells(object, field), language);
    const [first] = said;
    if (first === undefined) continue;
    const read = READINGS[field] ?? ((value: string) => value);
    cells[field] = isText(object, field) ? textOf(said) : read(first.value, row.plan.mapping.dayOrder);
    columns[field] = first.column;
    typed[field] = first.value;
  }
  return { at: row.at, cells, columns, ...typedOf(cells, typed) };
}

function organization(row: MappedRow, language: string): Emitted | undefined {
  const id = row.idOf('organization');
  const own = ownCells(row, 'organization', language);
  if (row.givenOrganization !== '') own.cells['name'] = row.givenOrganization;
  // A column of identifiers alone only names an organisation that stands elsewhere.
  return id === '' || Object.keys(own.cells).length === 0 ? undefined : { ...own, cells: { ...own.cells, id } };
}

function service(row: MappedRow, language: string): Emitted | undefined {
  const id = row.idOf('service');
  const own = ownCells(row, 'service', language);
  const [ages] = row.cells('service', 'ages');
  if (ages !== undefined) {
    const { minimum, maximum } = agesOf(ages.value);
    own.cells['minimum_age'] ||= minimum;
    own.cells['maximum_age'] ||= maximum;
  }
  if (id === '' || Object.keys(own.cells).length === 0) return undefined;
  const program = programIdOf(row);
  const ids: Cells = {
    id,
    organization_id: row.idOf('organization'),
    ...(program === '' ? {} : { program_id: program }),
  };
  const [organizationColumn] = row.plan
    .columnsOf(row.is)
    .filter(({ object, field }) => object === 'organization' && (field === 'id' || field === 'name'));
  return {
    ...own,
    cells: { ...own.cells, ...ids },
    columns: { ...own.columns, ...(organizationColumn ? { organization_id: organizationColumn.column } : {}) },
  };
}

const HAS_PLACE = /^(?:address|city|postal_code|state_province|latitude|longitude|coordinates|mailing_|region|country)/;

function typeOfPlace(row: MappedRow): string {
  const fields = row.fieldsOf('location').filter((field) => HAS_PLACE.test(field));
  return fields.length > 0 && fields.every((field) => field.startsWith('mailing_')) ? 'postal' : 'physical';
}

/** A place on the map that stands in one cell: what is none is left to be refused under its column. */
function withPoint(row: MappedRow, own: Emitted): Emitted {
  const [said] = row.cells('location', 'coordinates');
  if (said === undefined || own.cells['latitude'] !== undefined) return own;
  const { latitude, longitude } = coordinatesOf(said.value) ?? { latitude: said.value, longitude: '' };
  return {
    ...own,
    cells: { ...own.cells, latitude, longitude },
    columns: { ...own.columns, latitude: said.column, longitude: said.column },
  };
}

function location(row: MappedRow, language: string): Emitted | undefined {
  const id = row.idOf('location');
  const own = withPoint(row, ownCells(row, 'location', language));
  const hasPlace = row.fieldsOf('location').some((field) => HAS_PLACE.test(field));
  if (id === '' || (Object.keys(own.cells).length === 0 && !hasPlace)) return undefined;
  const organizationId = row.idOf('organization');
  const said: Cells = { ...own.cells, id };
  if (hasPlace) said['location_type'] ??= typeOfPlace(row);
  if (organizationId !== '') said['organization_id'] = organizationId;
  if (row.isConfidential) said['is_confidential'] = 'true';
  return { ...own, cells: said };
}

const READ = { organization, service, location };

/** The row of one home that a row of a table makes; undefined where it makes none. */
export function homeCells(row: MappedRow, object: HomeObject, language: string): Emitted | undefined {
  return READ[object](row, language);
}

/** The texts of one home in further languages, as rows of translations. */
export function translationCells(row: MappedRow, object: HomeObject, language: string): Emitted[] {
  const id = row.idOf(object);
  if (id === '') return [];
  return row.fieldsOf(object).flatMap((field) => {
    if (!isText(object, field)) return [];
    return row.cells(object, field).flatMap((cell): Emitted[] => {
      if (cell.language === null || cell.language === language) return [];
      const cells = { resource_type: object, resource_id: id, field, language: cell.language, text: cell.value };
      return [{ at: row.at, cells, columns: { text: cell.column } }];
    });
  });
}

/** What a program is called: HSDS names it by an identifier, files by its name. */
export function programIdOf(row: MappedRow): string {
  const name = row.first('service', 'program');
  return name === '' ? '' : `${row.idOf('organization')}/program/${name}`.slice(0, 200);
}
