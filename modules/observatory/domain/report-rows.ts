import type { Figure } from '@qantara/indicators/contract';
import type { LocalizedText } from '@qantara/kernel';
import type { Content, Section } from '../contract/index.ts';

/** One figure of a report, as a file tells it; a number that is not told is null, and its state says why. */
export type ReportRow = {
  section: LocalizedText;
  measure: LocalizedText;
  /** A year, the first day of a quarter, a part of a population, or a code. */
  part: string;
  label: LocalizedText | null;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  state: Figure['state'];
};

type Bare = Omit<ReportRow, 'section'>;
const bare = { label: null, numerator: null, denominator: null };

function rowsOf(content: Content): Bare[] {
  switch (content.kind) {
    case 'years':
      return content.measures.flatMap(({ indicator, figures }) =>
        figures.map(({ year, value, state }) => ({
          ...bare,
          measure: indicator.name,
          part: String(year),
          value,
          state,
        })),
      );
    case 'parts':
      return content.tables.flatMap(({ indicator, rows }) =>
        rows.map(({ key, label, figure }) => ({ measure: indicator.name, part: key, label, ...figure })),
      );
    case 'cuts':
      return content.measures.flatMap(({ indicator, cuts }) =>
        cuts.flatMap(({ rows }) =>
          rows.map(({ cut, figure }) => ({ measure: indicator.name, part: cut, label: null, ...figure })),
        ),
      );
    default:
      return [];
  }
}

/** Every figure of a report, in its order. */
export function reportRows(sections: readonly Section[]): ReportRow[] {
  return sections.flatMap(({ title, contents }) => contents.flatMap(rowsOf).map((row) => ({ section: title, ...row })));
}
