import { StatRow, usePage } from '@qantara/ui';
import type { FigureTable } from '../contract/index.ts';
import { AgeText } from './AgeText.tsx';
import { FigureStat } from './FigureStat.tsx';
import { PeriodText } from './PeriodText.tsx';

/** Figures that are read together, with their period and age. Closure and got help come with a word on the difference. */
export function FigurePair({ tables, today }: { tables: FigureTable[]; today: string }) {
  const { t, href } = usePage();
  const [first] = tables;
  if (first === undefined) return null;
  return (
    <>
      <StatRow>
        {tables.map(({ indicator, total }) => (
          <FigureStat
            key={indicator.code}
            indicator={indicator}
            figure={total}
            href={tables.length > 1 ? href(`/plan/indicators/${indicator.code}`) : undefined}
          />
        ))}
      </StatRow>
      <p className="hint">
        <PeriodText period={first.period} today={today} />
        {' · '}
        <AgeText asOf={first.asOf} />
      </p>
      {tables.length > 1 ? <p className="hint">{t('indicators.pair_note')}</p> : null}
    </>
  );
}
