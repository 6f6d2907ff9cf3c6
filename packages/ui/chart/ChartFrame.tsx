import type { ReactNode } from 'react';
import { usePage } from '../page/use-page.ts';

type ChartFrameProps = {
  /** What the figures say, in a sentence or a title. */
  caption: string;
  headings: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  note?: ReactNode;
  children: ReactNode;
};

/** A picture of figures with its caption, and the same figures as a table for whoever reads them better so. */
export function ChartFrame({ caption, headings, rows, note, children }: ChartFrameProps) {
  const { t } = usePage();
  return (
    <figure className="chart">
      <figcaption>{caption}</figcaption>
      {children}
      {note === undefined ? null : <p className="hint">{note}</p>}
      <details>
        <summary>{t('ui.chart.table')}</summary>
        <table className="table keeps">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {headings.map((heading, index) => (
                <th key={heading} scope="col" className={index === 0 ? undefined : 'number'}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                <th scope="row">{cells[0]}</th>
                {cells.slice(1).map((cell, index) => (
                  <td key={headings[index + 1]} className="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
