import type { Cells } from './emitted.ts';
import { linkIdOf, type MappedRow, type SaidCell } from './mapped-row.ts';
import { parseAddress } from './parse-address.ts';
import { parseHours } from './parse-hours.ts';
import { hide, isPrivate, listed, ofEach, type Owner, type Part, type PartGround } from './part.ts';
import { splitList } from './split-list.ts';

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

/** The addresses of the place of a row. */
export function addresses(row: MappedRow, ground: PartGround): Part[] {
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

/** When what a row speaks of is open. */
export function schedules(row: MappedRow, ground: PartGround): Part[] {
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

/** Whom a row says that its services are for, by where they live. */
export function areas(row: MappedRow, ground: PartGround): Part[] {
  const ofOthers = listed('service_areas', 'name', { objects: ['service', 'link'] })(row, ground);
  const locationId = row.idOf('location');
  const links = locationId === '' ? [] : [...ground.servicesAt(locationId)];
  const ofPlace = row.cells('location', 'service_areas').flatMap((cell) =>
    splitList(cell.value).flatMap((name) =>
      links.map((serviceId) => ({
        from: cell,
        cells: { name, service_at_location_id: linkIdOf(serviceId, locationId) },
      })),
    ),
  );
  return [...ofOthers, ...ofPlace];
}

/** Which services are given at which places. */
export function links(row: MappedRow): Part[] {
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
