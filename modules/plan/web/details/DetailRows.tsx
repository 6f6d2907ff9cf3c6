import { usePage } from '@qantara/ui';
import type { ReactNode } from 'react';

type DetailRowsProps<Row> = {
  rows: readonly Row[];
  /** How many empty ones stand after those that are there. */
  spare?: number;
  legend: (number: number) => string;
  render: (row: Row | null, at: number) => ReactNode;
};

/** Rows of one part of a node, with empty ones to fill; one that is emptied is taken out. Works without script. */
export function DetailRows<Row>({ rows, spare = 2, legend, render }: DetailRowsProps<Row>) {
  const { t } = usePage();
  const all: (Row | null)[] = [...rows, ...Array.from({ length: spare }, () => null)];
  return (
    <>
      <p className="hint">{t('plan.details.rows_hint')}</p>
      {all.map((row, at) => (
        <fieldset key={at} className="plan-row">
          <legend>{legend(at + 1)}</legend>
          {render(row, at)}
        </fieldset>
      ))}
    </>
  );
}
