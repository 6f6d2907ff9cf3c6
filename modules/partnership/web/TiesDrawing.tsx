import { usePage } from '@qantara/ui';
import type { Tie, TiedOrganisation } from '../contract/index.ts';
import { aroundCircle } from '../domain/index.ts';

type TiesDrawingProps = { organisations: TiedOrganisation[]; ties: Tie[] };

const RADIUS = 150;
const DOT = 13;

const bondOf = ({ agreements, bodies, isParent }: Tie): 'agreement' | 'body' | 'referral' => {
  if (agreements > 0) return 'agreement';
  return bodies.length > 0 || isParent ? 'body' : 'referral';
};

/** Who is tied to whom as a circle of numbered dots; the numbers are those of the table beside it, which says the same in words. */
export function TiesDrawing({ organisations, ties }: TiesDrawingProps) {
  const { t, formats } = usePage();
  const points = aroundCircle(organisations.length, RADIUS);
  const placeOf = new Map(organisations.map(({ organisationId }, index) => [organisationId, points[index]]));
  return (
    <figure>
      <svg className="ties" viewBox="-180 -180 360 360" role="img" aria-label={t('partnership.ties.drawing')}>
        {ties.map((tie) => {
          const [one, other] = [placeOf.get(tie.oneId), placeOf.get(tie.otherId)];
          if (one === undefined || other === undefined) return null;
          return (
            <line
              key={`${tie.oneId} ${tie.otherId}`}
              className={`tie ${bondOf(tie)}`}
              x1={one.x}
              y1={one.y}
              x2={other.x}
              y2={other.y}
            />
          );
        })}
        {points.map(({ x, y }, index) => (
          <g key={organisations[index]?.organisationId}>
            <circle className="tied" cx={x} cy={y} r={DOT} />
            <text className="tied-number" x={x} y={y} dy="0.35em">
              {formats.number(index + 1)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <ul className="tie-key">
          {(['agreement', 'body', 'referral'] as const).map((bond) => (
            <li key={bond}>
              <svg className="tie-sample" viewBox="0 0 40 10" aria-hidden="true">
                <line className={`tie ${bond}`} x1="0" y1="5" x2="40" y2="5" />
              </svg>
              {t(`partnership.tie.${bond}`)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
