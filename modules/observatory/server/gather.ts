import { listReleasedQuotes } from '@qantara/disclosure/server';
import type { FigureTable, Indicator } from '@qantara/indicators/contract';
import { listAllIndicators, readPublicCuts, readPublicFigures } from '@qantara/indicators/server';
import { listPublishedWork } from '@qantara/plan/server';
import { listPublicPolicies } from '@qantara/policies/server';
import type { AnyCtx } from '@qantara/platform';
import type { Content, Section, Template, Wanted } from '../contract/index.ts';
import type { ReportPeriod } from '../domain/index.ts';

const YEARS_SHOWN = 5;

type Asked = { ctx: AnyCtx; period: ReportPeriod; year: number; indicators: readonly Indicator[] };
type Of<Kind extends Wanted['kind']> = Extract<Wanted, { kind: Kind }>;

/** The measures of a template that are kept here, in its order. */
const keptOf = ({ indicators }: Asked, codes: readonly string[]): Indicator[] =>
  codes.flatMap((code) => indicators.find((one) => one.code === code) ?? []);

/** The last years up to that of the report; those before the first that is known are left out. */
async function yearsOf(asked: Asked, { indicators }: Of<'years'>): Promise<Content> {
  const { ctx, year } = asked;
  const years = Array.from({ length: YEARS_SHOWN }, (_, index) => year - YEARS_SHOWN + 1 + index);
  const measures = [];
  for (const indicator of keptOf(asked, indicators)) {
    const figures = [];
    for (const one of years) {
      const { total } = await readPublicFigures(ctx, { code: indicator.code, year: one, by: 'none' });
      figures.push({ year: one, value: total.value, state: total.state });
    }
    const first = figures.findIndex(({ state }) => state !== 'missing');
    measures.push({ indicator, figures: first === -1 ? [] : figures.slice(first) });
  }
  return { kind: 'years', measures };
}

/** A quarter that came after the report is no part of it. */
function within({ period }: Asked, table: FigureTable): FigureTable {
  return table.by === 'quarter' ? { ...table, rows: table.rows.filter(({ key }) => key < period.endsOn) } : table;
}

async function partsOf(asked: Asked, { indicators, by }: Of<'parts'>): Promise<Content> {
  const { ctx, year } = asked;
  const tables: FigureTable[] = [];
  for (const { code } of keptOf(asked, indicators))
    tables.push(within(asked, await readPublicFigures(ctx, { code, year, by })));
  return { kind: 'parts', year, tables };
}

async function cutsOf(asked: Asked, { indicators }: Of<'cuts'>): Promise<Content> {
  const measures = [];
  for (const indicator of keptOf(asked, indicators))
    measures.push({
      indicator,
      cuts: await readPublicCuts(asked.ctx, { code: indicator.code, before: asked.period.endsOn }),
    });
  return { kind: 'cuts', measures: measures.filter(({ cuts }) => cuts.length > 0) };
}

/** Where laws and policies stood at the end of the period; what has no history, such as the position, as it is now. */
async function policiesOf({ ctx, period }: Asked): Promise<Content> {
  const policies = await listPublicPolicies(ctx);
  return {
    kind: 'policies',
    policies: policies.flatMap(({ title, level, position, stages }) => {
      // Stages are told newest first.
      const last = stages.find(({ reachedOn }) => reachedOn < period.endsOn);
      return last === undefined ? [] : [{ title, level, stage: last.stage, stageOn: last.reachedOn, position }];
    }),
  };
}

async function contentOf(asked: Asked, wanted: Wanted): Promise<Content> {
  switch (wanted.kind) {
    case 'years':
      return yearsOf(asked, wanted);
    case 'parts':
      return partsOf(asked, wanted);
    case 'cuts':
      return cutsOf(asked, wanted);
    case 'work':
      return { kind: 'work', works: await listPublishedWork(asked.ctx, wanted.groups) };
    case 'policies':
      return policiesOf(asked);
    case 'quotes':
      return { kind: 'quotes', quotes: (await listReleasedQuotes(asked.ctx)).slice(0, wanted.most) };
  }
}

/**
 * What stands in a report of one period: of each section what everybody may read at this moment, through the ways by which everybody
 * reads it. A figure of people is here what was released of it, or is not told.
 */
export async function gather(ctx: AnyCtx, template: Template, period: ReportPeriod): Promise<Section[]> {
  const asked = { ctx, period, year: Number(period.startsOn.slice(0, 4)), indicators: await listAllIndicators(ctx) };
  const sections: Section[] = [];
  for (const { code, title, lead, contents } of template.sections) {
    const filled: Content[] = [];
    for (const wanted of contents) filled.push(await contentOf(asked, wanted));
    sections.push({ code, title, lead, contents: filled });
  }
  return sections;
}
