import { isText } from '@qantara/directory/domain';
import { typedOf, type Cells, type Emitted } from './emitted.ts';
import { programIdOf } from './home-cells.ts';
import type { MappedRow, SaidCell } from './mapped-row.ts';
import { listed, ofEach, OWNERS, type Part, type PartGround, type Reader } from './part.ts';
import { contactPhones, contactsOf, phonesOf } from './person-cells.ts';
import { addresses, areas, links, schedules } from './place-cells.ts';
import { costOf, plainNumber } from './plain-values.ts';
import { splitList } from './split-list.ts';
import type { TablePlan } from './table-plan.ts';

function costs(row: MappedRow): Part[] {
  const [cell] = row.cells('service', 'cost_amount');
  const id = row.idOf('service');
  const option = row.first('service', 'cost_option');
  if (id === '' || (cell === undefined && option === '')) return [];
  const { amount, currency, words } = costOf(cell?.value ?? '');
  const cells = {
    service_id: id,
    option,
    amount,
    currency: row.first('service', 'cost_currency') || currency,
    amount_description: words,
  };
  return [{ from: cell ?? [], cells }];
}

function capacities(row: MappedRow): Part[] {
  const [cell] = row.cells('service', 'capacity_available');
  const id = row.idOf('service');
  if (cell === undefined || id === '') return [];
  const maximum = plainNumber(row.first('service', 'capacity_maximum'));
  return [{ from: cell, cells: { service_id: id, available: plainNumber(cell.value), maximum } }];
}

function programs(row: MappedRow): Part[] {
  const [cell] = row.cells('service', 'program');
  const organizationId = row.idOf('organization');
  if (cell === undefined || organizationId === '') return [];
  return [{ from: cell, cells: { id: programIdOf(row), name: cell.value, organization_id: organizationId } }];
}

/** Codes and names that stand in the same order in two cells are of the same terms. */
function termsOf(row: MappedRow): { code: string; name: string; from: SaidCell }[] {
  const list = (field: string) =>
    row.cells('service', field).flatMap((cell) => splitList(cell.value).map((text) => ({ text, cell })));
  const [codes, names] = [list('taxonomy_codes'), list('taxonomy_names')];
  if (codes.length === names.length)
    return codes.map(({ text, cell }, at) => ({ code: text, name: names[at]?.text ?? text, from: cell }));
  return [...codes, ...names].map(({ text, cell }) => ({ code: text, name: text, from: cell }));
}

const terms: Reader = (row) => termsOf(row).map(({ code, name, from }) => ({ from, cells: { id: code, code, name } }));

function keptOwner(row: MappedRow): Cells {
  // What stands beside a hidden address may say where it is: it is hidden with it.
  const objects = row.isConfidential
    ? (['location', 'service', 'organization'] as const)
    : (['service', 'location', 'organization'] as const);
  if (row.is === 'link') return { link_entity: 'service_at_location', link_id: row.idOf('link') };
  const own = row.is === 'mixed' || row.isConfidential ? undefined : row.is;
  const object = own ?? objects.find((one) => row.idOf(one) !== '');
  return object === undefined ? {} : { link_entity: object, link_id: row.idOf(object) };
}

const SEVERAL =
  /^(?:phone|fax|textphone|contact_|hours|languages|taxonomy_|service_areas|required_documents|additional_urls|accessibility|funding|identifier|service_ids|location_ids|is_)/;

/** Values of a second column for what can be said only once. */
function surplus(row: MappedRow): SaidCell[] {
  return (['organization', 'service', 'location'] as const).flatMap((object) =>
    row.fieldsOf(object).flatMap((field) => {
      if (SEVERAL.test(field) || isText(object, field) || row.idOf(object) === '') return [];
      const [first, ...others] = row.cells(object, field);
      return others.filter(({ value }) => value !== first?.value);
    }),
  );
}

function attributes(row: MappedRow): Part[] {
  const owner = keptOwner(row);
  if ((owner['link_id'] ?? '') === '') return [];
  const stray = row.strayOrganization === '' ? [] : row.cells('organization', 'id');
  const kept = [...row.kept, ...surplus(row), ...stray].map((cell): Part => ({
    from: cell,
    cells: { ...owner, link_type: 'column', label: cell.column.slice(0, 200), value: cell.value },
  }));
  const serviceId = row.idOf('service');
  const meant =
    serviceId === ''
      ? []
      : termsOf(row).map(({ code, from }): Part => ({
          from,
          cells: { link_entity: 'service', link_id: serviceId, taxonomy_term_id: code },
        }));
  return [...kept, ...meant];
}

/** How the rows of each part are read; what is not here no mapping makes. */
export const PART_READERS: Readonly<Record<string, Reader>> = {
  taxonomy_term: terms,
  program: programs,
  service_at_location: links,
  contact: (row, ground) =>
    ofEach(row, (object, owner) =>
      contactsOf(row, ground, object).map((part) => ({ ...part, cells: { ...part.cells, ...owner } })),
    ),
  phone: (row, ground) =>
    ofEach(row, (object, owner) => [
      ...phonesOf(row, ground, object).map((part) => ({ ...part, cells: { ...part.cells, ...owner } })),
      ...contactPhones(row, object),
    ]),
  address: addresses,
  schedule: schedules,
  service_area: areas,
  language: listed('languages', 'name', { objects: ['service', 'location'] }),
  accessibility: listed('accessibility', 'description', { objects: ['location'], withCommas: false }),
  required_document: listed('required_documents', 'document', { objects: ['service'], withCommas: false }),
  cost_option: costs,
  funding: listed('funding', 'source', { objects: ['organization', 'service'], withCommas: false }),
  organization_identifier: (row) =>
    row.idOf('organization') === ''
      ? []
      : row.cells('organization', 'identifier').map((cell) => ({
          from: cell,
          cells: { organization_id: row.idOf('organization'), identifier: cell.value, identifier_type: cell.column },
        })),
  url: listed('additional_urls', 'url', { objects: ['organization', 'service'] }),
  service_capacity: capacities,
  attribute: attributes,
};

const PHONES = /^(?:phone|fax|textphone|contact_phone)$/;
/** Which fields make rows of which part: the others of its passes over a file are spared. */
const MADE_OF: Readonly<Record<string, RegExp>> = {
  taxonomy_term: /^taxonomy_/,
  program: /^program$/,
  contact: /^contact_/,
  phone: PHONES,
  address: /address|city|country|postal_code|region|state_province|attention/,
  schedule: /^hours$/,
  service_area: /^service_areas$/,
  language: /^languages$/,
  accessibility: /^accessibility$/,
  required_document: /^required_documents$/,
  cost_option: /^cost_/,
  funding: /^funding$/,
  organization_identifier: /^identifier$/,
  url: /^additional_urls$/,
  service_capacity: /^capacity_/,
};

function makesPart(plan: TablePlan, table: string): boolean {
  if (PART_READERS[table] === undefined) return false;
  const fields = MADE_OF[table];
  return fields === undefined || OWNERS.some(([object]) => plan.says(object, (field) => fields.test(field)));
}

/** The parts of which a table may make rows: whichever others there are, none of its rows is asked for them. */
export function partsOf(plan: TablePlan): string[] {
  return Object.keys(PART_READERS).filter((table) => makesPart(plan, table));
}

/** The rows of one part that a row of a table makes. */
export function partCells(row: MappedRow, table: string, ground: PartGround): Emitted[] {
  return (PART_READERS[table]?.(row, ground) ?? []).map(({ cells, from }) => {
    const [first] = [from].flat();
    const columns =
      first === undefined ? {} : Object.fromEntries(Object.keys(cells).map((field) => [field, first.column]));
    const said = Object.keys(columns).filter((field) => !/^(?:id|.*_id|link_.*|label)$/.test(field));
    const typed = Object.fromEntries(said.map((field) => [field, first?.value ?? '']));
    return { at: row.at, cells, columns, ...typedOf(cells, typed) };
  });
}
