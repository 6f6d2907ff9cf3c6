import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../icon/Icon.tsx';
import { usePage } from '../page/use-page.ts';
import { searchWith } from './search-with.ts';
import { nextSort, type SortOrder, sortOrderOf } from './sort-order.ts';

/** One column: its heading, what it shows of a row, and the key by which the route sorts. */
export type Column<Row> = {
  key: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  sortKey?: string;
  isNumber?: boolean;
};

type DataTableProps<Row> = {
  /** What the table is of; it is read out first. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The order the list has when the address asks for none, such as `-due`. */
  defaultSort?: string;
  hidesCaption?: boolean;
  /** Shown instead of a table without rows. */
  empty?: ReactNode;
};

function ariaSort(order: SortOrder, key: string | undefined): 'ascending' | 'descending' | undefined {
  if (key === undefined || order.key !== key) return undefined;
  return order.isDescending ? 'descending' : 'ascending';
}

function Heading<Row>({ column, order }: { column: Column<Row>; order: SortOrder }) {
  const { search } = usePage();
  const { heading, sortKey, isNumber } = column;
  const sorted = ariaSort(order, sortKey);
  return (
    <th scope="col" aria-sort={sorted} className={isNumber === true ? 'number' : undefined}>
      {sortKey === undefined ? (
        heading
      ) : (
        <Link to={searchWith(search, { sort: nextSort(order, sortKey) })}>
          {heading}
          {sorted === undefined ? null : <Icon name={sorted === 'ascending' ? 'up' : 'down'} />}
        </Link>
      )}
    </th>
  );
}

function Cell<Row>({ column, row, isFirst }: { column: Column<Row>; row: Row; isFirst: boolean }) {
  const className = column.isNumber === true ? 'number' : undefined;
  if (isFirst) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={className}>
      <span className="cell-label" aria-hidden="true">
        {column.heading}
      </span>
      <span className="cell-value">{column.cell(row)}</span>
    </td>
  );
}

/** Rows and columns, the first column naming its row; on a narrow screen each row stands as a block of its own. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf, defaultSort = '', hidesCaption, empty } = props;
  const { search } = usePage();
  const order = sortOrderOf(search, defaultSort);
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <table className="table">
      <caption className={hidesCaption === true ? 'vh' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.key} column={column} order={order} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column, index) => (
              <Cell key={column.key} column={column} row={row} isFirst={index === 0} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
