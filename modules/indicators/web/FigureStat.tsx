import { LocalText, usePage } from '@qantara/ui';
import type { Figure, Indicator } from '../contract/index.ts';
import { FigureText } from './FigureText.tsx';

type FigureStatProps = { indicator: Indicator; figure: Figure; href?: string | undefined };

/** One figure with its name, and for a share what was counted out of what. */
export function FigureStat({ indicator, figure, href }: FigureStatProps) {
  const { t, formats } = usePage();
  const { numerator, denominator } = figure;
  const name = <LocalText value={indicator.name} quiet />;
  const hasCounts = indicator.unit === 'ratio' && numerator !== null && denominator !== null;
  return (
    <div className="stat">
      <p className="stat-label">{href === undefined ? name : <a href={href}>{name}</a>}</p>
      <p className="stat-value">
        <FigureText value={figure.value} unit={indicator.unit} state={figure.state} />
      </p>
      {hasCounts ? (
        <p className="hint">
          {t('indicators.counts', { numerator: formats.number(numerator), denominator: formats.number(denominator) })}
        </p>
      ) : null}
    </div>
  );
}
