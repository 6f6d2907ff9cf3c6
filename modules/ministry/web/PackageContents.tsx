import { FigureText } from '@qantara/indicators/web';
import { Bdi, DataTable, DescriptionList, EmptyState, LocalText, NumberText, usePage } from '@qantara/ui';
import type { PackageContent, ToldFigure, ToldPlan } from '../contract/index.ts';

function Figures({ figures }: { figures: readonly ToldFigure[] }) {
  const { t } = usePage();
  return (
    <DataTable<ToldFigure>
      caption={t('ministry.content.figures')}
      rows={figures}
      keyOf={({ code, year }) => `${code} ${year}`}
      empty={<EmptyState title={t('ministry.content.no_figures')} />}
      columns={[
        { key: 'name', heading: t('ministry.content.measure'), cell: ({ name }) => <LocalText value={name} quiet /> },
        { key: 'year', heading: t('ministry.field.year'), cell: ({ year }) => <Bdi latin>{year}</Bdi> },
        {
          key: 'value',
          heading: t('ministry.content.value'),
          cell: ({ value, unit, state }) => <FigureText value={value} unit={unit} state={state} isBrief />,
        },
        {
          key: 'count',
          heading: t('ministry.content.count'),
          cell: ({ count, outOf, state }) =>
            state === 'shown' && outOf !== null ? (
              <>
                <NumberText value={count} /> / <NumberText value={outOf} />
              </>
            ) : null,
        },
      ]}
    />
  );
}

function Plans({ plans }: { plans: readonly ToldPlan[] }) {
  const { t } = usePage();
  return (
    <DataTable<ToldPlan>
      caption={t('ministry.content.plans')}
      rows={plans}
      keyOf={({ planId }) => planId}
      empty={<EmptyState title={t('ministry.content.no_plans')} />}
      columns={[
        { key: 'name', heading: t('ministry.content.plan'), cell: ({ name }) => <LocalText value={name} quiet /> },
        {
          key: 'progress',
          heading: t('ministry.content.progress'),
          cell: ({ progress }) => <NumberText value={progress} style="percent" />,
        },
        {
          key: 'coverage',
          heading: t('ministry.content.coverage'),
          cell: ({ coverage }) => <NumberText value={coverage} style="percent" />,
        },
      ]}
    />
  );
}

/** A package as people read it, and as it is, to the last field. */
export function PackageContents({ content }: { content: PackageContent }) {
  const { t } = usePage();
  const { region, sequence, figures, plans, previous } = content;
  return (
    <>
      <DescriptionList
        items={[
          { label: t('ministry.content.region'), value: <LocalText value={region} quiet /> },
          { label: t('ministry.exchange.number'), value: <NumberText value={sequence} /> },
          {
            label: t('ministry.content.previous'),
            value: previous === null ? t('ministry.content.first') : <Bdi latin>{previous.slice(0, 16)}</Bdi>,
          },
        ]}
      />
      <Figures figures={figures} />
      <Plans plans={plans} />
      <details>
        <summary>{t('ministry.content.whole')}</summary>
        <pre className="ministry-whole" dir="ltr">
          <code>{JSON.stringify(content, null, 2)}</code>
        </pre>
      </details>
    </>
  );
}
