import { NumberText, usePage } from '@qantara/ui';
import type { CellState } from '../contract/index.ts';
import { MARKER } from '../domain/markers.ts';

type CellTextProps = { value: number | null; state: CellState | null; style?: 'number' | 'percent' };

/** A number of a released table; where there is none, its sign for the eye and its word for who listens. */
export function CellText({ value, state, style = 'number' }: CellTextProps) {
  const { t } = usePage();
  if (state === null) return null;
  if (state === 'shown' && value !== null) return <NumberText value={value} style={style} />;
  const why = state === 'shown' ? 'missing' : state;
  return (
    <abbr className="missing" title={t(`disclosure.cell.${why}`)}>
      <span aria-hidden="true">
        <bdi>{MARKER[why]}</bdi>
      </span>
      <span className="vh">{t(`disclosure.cell.${why}`)}</span>
    </abbr>
  );
}
