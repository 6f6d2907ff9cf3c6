import type { Cells, LeftOut } from './emitted.ts';
import type { MappedRow, SaidCell } from './mapped-row.ts';
import type { Said } from './table-plan.ts';
import { splitList } from './split-list.ts';
import { yesOrNo } from './yes-or-no.ts';

/** What the parts of a row are read with. */
export type PartGround = {
  language: string;
  leaveOut: (left: LeftOut) => void;
  /** Whether several rows speak of this service: what each says of hours is of its own place then. */
  isRepeated: (serviceId: string) => boolean;
  servicesAt: (locationId: string) => Iterable<string>;
};

/** A row of HSDS in the making, with the cell that its values stood in. */
export type Part = { cells: Cells; from: SaidCell[] | SaidCell };
export type Reader = (row: MappedRow, ground: PartGround) => Part[];
export type Owner = Said;

export const OWNERS: readonly [object: Owner, field: string][] = [
  ['organization', 'organization_id'],
  ['service', 'service_id'],
  ['location', 'location_id'],
  ['link', 'service_at_location_id'],
];

/** The parts of each object of a row that is there, with the field that names it. */
export function ofEach(
  row: MappedRow,
  read: (object: Owner, owner: Cells) => Part[],
  objects: readonly Owner[] = ['organization', 'service', 'location', 'link'],
): Part[] {
  return OWNERS.flatMap(([object, field]) => {
    const id = objects.includes(object) ? row.idOf(object) : '';
    return id === '' ? [] : read(object, { [field]: id });
  });
}

/** Whether a cell beside one says that it is private: whatever is no clear "no" protects. */
export const isPrivate = (cells: SaidCell[], group: string): boolean =>
  cells.some((cell) => cell.group === group && yesOrNo(cell.value) !== false);

/** Leaves a private value out, and says so. */
export function hide(row: MappedRow, ground: PartGround, { column }: SaidCell): [] {
  // The value itself stays out of the report: whoever reads it has no right to it either.
  ground.leaveOut({ at: row.at, column, code: 'private', value: '' });
  return [];
}

/** What a cell of the same phone or person says. */
export const said = (row: MappedRow, of: { object: Owner; field: string; group: string }): string =>
  row.cells(of.object, of.field).find((cell) => cell.group === of.group)?.value ?? '';

/** A list in one cell, as a row for each of its parts. */
export function listed(
  field: string,
  as: string,
  of: { objects?: readonly Owner[]; withCommas?: boolean } = {},
): Reader {
  return (row) =>
    ofEach(
      row,
      (object, owner) =>
        row.cells(object, field).flatMap((cell) =>
          splitList(cell.value, of.withCommas ?? true).map((value) => ({
            from: cell,
            cells: { [as]: value, ...owner },
          })),
        ),
      of.objects,
    );
}
