import { foldText } from '@qantara/kernel';
import type { MappedRow, SaidCell } from './mapped-row.ts';
import { parsePhones, phoneTypeOf } from './parse-phones.ts';
import { hide, isPrivate, said, type Owner, type Part, type PartGround } from './part.ts';

const NUMBERS = { phone: '', fax: 'fax', textphone: 'textphone' } as const;

/** The numbers of one object of a row. */
export function phonesOf(row: MappedRow, ground: PartGround, object: Owner): Part[] {
  return Object.entries(NUMBERS).flatMap(([field, kind]) =>
    row.cells(object, field).flatMap((cell): Part[] => {
      if (isPrivate(row.cells(object, 'phone_private'), cell.group)) return hide(row, ground, cell);
      const typed = said(row, { object, field: 'phone_type', group: cell.group });
      const words = said(row, { object, field: 'phone_description', group: cell.group });
      return parsePhones(cell.value).map(({ number, extension, type, description }) => ({
        from: cell,
        cells: {
          number,
          extension: extension || said(row, { object, field: 'phone_extension', group: cell.group }),
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
  const name = foldText(said(row, { object, field: 'contact_name', group })).slice(0, 60);
  return `${row.idOf(object as 'service').slice(0, 120)}/${object}/${group.slice(0, 30)}/${name}`.slice(0, 200);
}

/** The people of one object of a row; those who are private are left out. */
export function contactsOf(row: MappedRow, ground: PartGround, object: Owner): Part[] {
  return contactGroups(row, object).flatMap((cell): Part[] => {
    if (isPrivate(row.cells(object, 'contact_private'), cell.group)) return hide(row, ground, cell);
    const cells = Object.fromEntries(
      CONTACT_FIELDS.map((field) => [field, said(row, { object, field: `contact_${field}`, group: cell.group })]),
    );
    return [{ from: cell, cells: { id: contactId(row, object, cell.group), ...cells } }];
  });
}

/** The numbers of those people. */
export function contactPhones(row: MappedRow, object: Owner): Part[] {
  return row.cells(object, 'contact_phone').flatMap((cell): Part[] => {
    if (isPrivate(row.cells(object, 'contact_private'), cell.group)) return [];
    const id = contactId(row, object, cell.group);
    return parsePhones(cell.value).map(({ type: kind, ...phone }) => ({
      from: cell,
      cells: { ...phone, type: kind, contact_id: id },
    }));
  });
}
