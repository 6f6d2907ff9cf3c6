import { LocalText, usePage } from '@qantara/ui';
import type { LogicModel } from '../../contract/index.ts';
import { logicLayout, type LogicColumn } from '../../domain/index.ts';

const PARTS = ['inputs', 'activities', 'outputs', 'outcomes'] as const satisfies (keyof LogicModel)[];

function Drawing({ columns }: { columns: LogicColumn[] }) {
  const { direction, t } = usePage();
  const { width, height, heads, boxes, arrows } = logicLayout(columns, direction);
  return (
    <svg className="plan-logic" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('plan.node.logic_picture')}>
      {heads.map(({ x, text }) => (
        <text key={text} className="plan-logic-head" x={x} y={23} textAnchor="middle">
          {text}
        </text>
      ))}
      {arrows.map(({ from, to, y }) => (
        <path key={from} d={`M${from} ${y}H${to}m${from < to ? -6 : 6} -5L${to} ${y}l${from < to ? -6 : 6} 5`} />
      ))}
      {boxes.map((box) => (
        <g key={`${box.x} ${box.y}`}>
          <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={6} />
          {box.lines.map((line, at) => (
            <text key={line} x={box.x + box.width / 2} y={box.y + 24 + at * 18} textAnchor="middle">
              {line}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** How an effort is to work: drawn in the direction of reading, and the same as lists. */
export function LogicFigure({ logic }: { logic: LogicModel }) {
  const { t, text } = usePage();
  if (PARTS.every((part) => logic[part].length === 0)) return null;
  const columns = PARTS.map((part) => ({
    name: t(`plan.logic.${part}`),
    cells: logic[part].map((words) => text(words).text),
  }));
  return (
    <section>
      <h2>{t('plan.section.logic')}</h2>
      <Drawing columns={columns} />
      <dl className="plan-logic-list">
        {PARTS.filter((part) => logic[part].length > 0).map((part) => (
          <div key={part}>
            <dt>{t(`plan.logic.${part}`)}</dt>
            {logic[part].map((words, at) => (
              <dd key={at}>
                <LocalText value={words} quiet />
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
