import { isText } from '@qantara/directory/domain';
import { foldText } from '@qantara/kernel';
import type { Cells, Emitted, LeftOut } from './emitted.ts';
import { programIdOf } from './home-cells.ts';
import { linkIdOf, type MappedRow, type SaidCell } from './mapped-row.ts';
import { parseAddress } from './parse-address.ts';
import { parseHours } from './parse-hours.ts';
import { parsePhones, phoneTypeOf } from './parse-phones.ts';
import { costOf, plainNumber } from './plain-values.ts';
import { splitList } from './split-list.ts';
import type { Said, TablePlan } from './table-plan.ts';
import { yesOrNo } from './yes-or-no.ts';

/** What the parts of a row are read with. */
export type PartGround = {
  language: string;
  leaveOut: (left: LeftOut) => void;
  /** Whether several rows speak of this service: what each says of hours is of its own place then. */
  isRepeated: (serviceId: string) => boolean;
  servicesAt: (locationId: string) => Iterable<string>;
};

type Part = { cells: Cells; from: SaidCell[] | SaidCell };
type Reader = (row: MappedRow, ground: PartGround) => Part[];
type Owner = Exclude<Said, never>;

const OWNERS: readonly [object: Owner, field: string][] = [
  ['organization', 'organization_id'],
  ['service', 'service_id'],
  ['location', 'location_id'],
  ['link', 'service_at_location_id'],
];

/** The parts of each object of a row that is there, with the field that names it. */
function ofEach(
  row: MappedRow,
  read: (object: Owner, owner: Cells) => Part[],
  objects: readonly Owner[] = ['organization', 'service', 'location', 'link'],
): Part[] {
  return OWNERS.flatMap(([object, field]) => {
    const id = objects.includes(object) ? row.idOf(object) : '';
    return id === '' ? [] : read(object, { [field]: id });
  });
}

const isPrivate = (cells: SaidCell[], group: string): boolean =>
  cells.some((cell) => cell.group === group && yesOrNo(cell.value) !== false);

function hide(row: MappedRow, ground: PartGround, { column }: SaidCell): [] {
  // The value itself stays out of the report: whoever reads it has no right to it either.
  ground.leaveOut({ at: row.at, column, code: 'private', value: '' });
  return [];
}

const said = (row: MappedRow, object: Owner, field: string, group: string): string =>
  row.cells(object, field).find((cell) => cell.group === group)?.value ?? '';

const NUMBERS = { phone: '', fax: 'fax', textphone: 'textphone' } as const;

function phonesOf(row: MappedRow, ground: PartGround, object: Owner): Part[] {
  return Object.entries(NUMBERS).flatMap(([field, kind]) =>
    row.cells(object, field).flatMap((cell): Part[] => {
      if (isPrivate(row.cells(object, 'phone_private'), cell.group)) return hide(row, ground, cell);
      const typed = said(row, object, 'phone_type', cell.group);
      const words = said(row, object, 'phone_description', cell.group);
      return parsePhones(cell.value).map(({ number, extension, type, description }) => ({
        from: cell,
        cells: {
          number,
          extension: extension || said(row, object, 'phone_extension', cell.group),
          type: kind || type || phoneTypeOf(`${typed} ${words}`) || (phoneTypeOf(typed) === '' ? '' : typed),
          description: [...new Set([words, phoneTypeOf(typed) === '' ? typed : '', description])]
            .filter((part) => part !== '')
            .join(', '),
        },
      }));
    }),
  );
}

const CONTACT_FIELDS = ['name', 'title', 'department', 'email'] as const;

function contactGroups(row: MappedRow, object: Owner): SaidCell[] {
  const cells = [...CONTACT_FIELDS, 'phone'].flatMap((field) => row.cells(object, `contact_${field}`));
  return [...new Map(cells.map((cell) => [cell.group, cell])).values()];
}

function contactId(row: MappedRow, object: Owner, group: string): string {
  const name = foldText(said(row, object, 'contact_name', group)).slice(0, 60);
  return `${row.idOf(object as 'service').slice(0, 120)}/${object}/${group.slice(0, 30)}/${name}`.slice(0, 200);
}

function contactsOf(row: MappedRow, ground: PartGround, object: Owner): Part[] {
  return contactGroups(row, object).flatMap((cell): Part[] => {
    if (isPrivate(row.cells(object, 'contact_private'), cell.group)) return hide(row, ground, cell);
    const cells = Object.fromEntries(
      CONTACT_FIELDS.map((field) => [field, said(row, object, `contact_${field}`, cell.group)]),
    );
    return [{ from: cell, cells: { id: contactId(row, object, cell.group), ...cells } }];
  });
}

function contactPhones(row: MappedRow, object: Owner): Part[] {
  return row.cells(object, 'contact_phone').flatMap((cell): Part[] => {
    if (isPrivate(row.cells(object, 'contact_private'), cell.group)) return [];
    const id = contactId(row, object, cell.group);
    return parsePhones(cell.value).map(({ type: kind, ...phone }) => ({
      from: cell,
      cells: { ...phone, type: kind, contact_id: id },
    }));
  });
}

const ADDRESS_PARTS = [
  'attention',
  'address_1',
  'address_2',
  'city',
  'region',
  'state_province',
  'postal_code',
  'country',
];

function addressOf(row: MappedRow, kind: 'physical' | 'postal'): Part[] {
  const prefix = kind === 'postal' ? 'mailing_' : '';
  const [whole] = row.cells('location', `${prefix}address`);
  const parsed: Cells = whole === undefined ? {} : { ...parseAddress(whole.value) };
  const cells = ADDRESS_PARTS.flatMap((field) =>
    row
      .cells('location', `${prefix}${field}`)
      .slice(0, 1)
      .map((cell) => [field, cell] as const),
  );
  const own = Object.fromEntries(cells.map(([field, { value }]) => [field, value]));
  const [from] = [...(whole === undefined ? [] : [whole]), ...cells.map(([, cell]) => cell)];
  return from === undefined ? [] : [{ from, cells: { ...parsed, ...own, address_type: kind } }];
}

function addresses(row: MappedRow, ground: PartGround): Part[] {
  const id = row.idOf('location');
  if (id === '') return [];
  const postal = addressOf(row, 'postal');
  const isHidden = isPrivate(row.cells('location', 'mailing_private'), '');
  const shown = isHidden ? postal.flatMap(({ from }) => hide(row, ground, [from].flat()[0] as SaidCell)) : postal;
  return [...addressOf(row, 'physical'), ...shown].map((part) => ({
    ...part,
    cells: { ...part.cells, location_id: id },
  }));
}

function hoursOf(cell: SaidCell): Cells[] {
  const rows = parseHours(cell.value);
  if (rows === undefined) return [{ description: cell.value }];
  return rows.map((row) => ({ freq: 'WEEKLY', ...row }));
}

function schedules(row: MappedRow, ground: PartGround): Part[] {
  return ofEach(
    row,
    (object, owner) => {
      const link = object === 'service' && ground.isRepeated(row.idOf('service')) ? row.idOf('link') : '';
      const own: Cells = link === '' ? owner : { service_at_location_id: link };
      return row
        .cells(object, 'hours')
        .flatMap((cell) => hoursOf(cell).map((cells) => ({ from: cell, cells: { ...cells, ...own } })));
    },
    ['service', 'location', 'link'],
  );
}

/** A list in one cell, as a row for each of its parts. */
function listed(field: string, as: string, of: { objects?: readonly Owner[]; withCommas?: boolean } = {}): Reader {
  return (row) =>
    ofEach(
      row,
      (object, owner) =>
        row
          .cells(object, field)
          .flatMap((cell) =>
            splitList(cell.value, of.withCommas ?? true).map((value) => ({
              from: cell,
              cells: { [as]: value, ...owner },
            })),
          ),
      of.objects,
    );
}

function areas(row: MappedRow, ground: PartGround): Part[] {
  const locationId = row.idOf('location');
  const links = locationId === '' ? [] : [...ground.servicesAt(locationId)];
  const ofPlace = row
    .cells('location', 'service_areas')
    .flatMap((cell) =>
      splitList(cell.value).flatMap((name) =>
        links.map((serviceId) => ({
          from: cell,
          cells: { name, service_at_location_id: linkIdOf(serviceId, locationId) },
        })),
      ),
    );
  return [...listed('service_areas', 'name', { objects: ['service', 'link'] })(row, ground), ...ofPlace];
}

function links(row: MappedRow): Part[] {
  const [serviceId, locationId] = [row.idOf('service'), row.idOf('location')];
  const part = (service: string, location: string, from: SaidCell[]): Part => ({
    from,
    cells: { id: linkIdOf(service, location), service_id: service, location_id: location },
  });
  const list = (object: Owner, field: string) =>
    row.cells(object, field).flatMap((cell) => splitList(cell.value).map((id) => [id, cell] as const));
  if (row.is === 'link') {
    const [service, location] = [row.first('link', 'service_id'), row.first('link', 'location_id')];
    const described = part(service, location, row.cells('link', 'location_id'));
    return row.idOf('link') === ''
      ? []
      : [{ ...described, cells: { ...described.cells, description: row.first('link', 'description') } }];
  }
  return [
    ...(serviceId === '' || locationId === '' ? [] : [part(serviceId, locationId, row.cells('location', 'id'))]),
    ...(serviceId === '' ? [] : list('service', 'location_ids').map(([id, cell]) => part(serviceId, id, [cell]))),
    ...(locationId === '' ? [] : list('location', 'service_ids').map(([id, cell]) => part(id, locationId, [cell]))),
  ];
}

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

/** Whether any column of a table may make a row of this part. */
export function makesPart(plan: TablePlan, table: string): boolean {
  if (PART_READERS[table] === undefined) return false;
  const fields = MADE_OF[table];
  return fields === undefined || OWNERS.some(([object]) => plan.says(object, (field) => fields.test(field)));
}

/** The rows of one part that a row of a table makes. */
export function partCells(row: MappedRow, table: string, ground: PartGround): Emitted[] {
  return (PART_READERS[table]?.(row, ground) ?? []).map(({ cells, from }) => {
    const [first] = [from].flat();
    const columns =
      first === undefined ? {} : Object.fromEntries(Object.keys(cells).map((field) => [field, first.column]));
    return { at: row.at, cells, columns };
  });
}
