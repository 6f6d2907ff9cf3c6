import { Bdi, Fieldset, RadioGroup, SelectField, TextField, usePage, type Choice } from '@qantara/ui';
import { DayOrder, RowKind, type FoundTable, type TableMapping } from '../contract/index.ts';
import { TargetField } from './TargetField.tsx';

type Fields = { name: string; table: FoundTable; mapping: TableMapping; targets: Choice[] };

/** Columns in which nothing stands keep what they were said to be; nobody is asked about them. */
function EmptyColumns({ name, table, mapping }: Omit<Fields, 'targets'>) {
  const { t } = usePage();
  const empty = table.columns.flatMap((column, at) => (column.filled === 0 ? [{ at, column: column.column }] : []));
  if (empty.length === 0) return null;
  return (
    <details>
      <summary>{t('hsds.mapping.empty_columns', { count: empty.length })}</summary>
      <ul>
        {empty.map(({ at, column }) => (
          <li key={column}>
            <Bdi>{column}</Bdi>
            <input type="hidden" name={`${name}.columns.${at}.column`} value={column} />
            <input type="hidden" name={`${name}.columns.${at}.target`} value={mapping.columns[at]?.target ?? ''} />
            <input type="hidden" name={`${name}.columns.${at}.language`} value={mapping.columns[at]?.language ?? ''} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the rows of one table are about, and what each of its columns says. */
export function TableMappingFields({ name, table, mapping, targets }: Fields) {
  const { t } = usePage();
  return (
    <Fieldset legend={t('hsds.mapping.table', { table: table.table, count: table.rows })}>
      <input type="hidden" name={`${name}.table`} value={table.table} />
      <SelectField
        name={`${name}.rows`}
        label={t('hsds.field.rows')}
        hint={t('hsds.mapping.rows_hint')}
        options={RowKind.options.map((value) => ({ value, label: t(`hsds.row_kind.${value}`) }))}
        defaultValue={mapping.rows}
        required
      />
      <TextField
        name={`${name}.organisation`}
        label={t('hsds.field.organisation')}
        hint={t('hsds.mapping.organisation_hint')}
        width="medium"
        maxLength={200}
        defaultValue={mapping.organisation}
      />
      <RadioGroup
        name={`${name}.dayOrder`}
        label={t('hsds.field.dayOrder')}
        options={DayOrder.options.map((value) => ({ value, label: t(`hsds.day_order.${value}`) }))}
        defaultValue={mapping.dayOrder}
        inline
        required
      />
      {table.columns.map((column, at) =>
        column.filled === 0 ? null : (
          <TargetField
            key={column.column}
            name={`${name}.columns.${at}`}
            column={column}
            mapping={mapping.columns[at] ?? { column: column.column, target: null, language: null }}
            targets={targets}
          />
        ),
      )}
      <EmptyColumns name={name} table={table} mapping={mapping} />
    </Fieldset>
  );
}
