import { needPermission } from '@qantara/identity/web';
import {
  apiOf,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  Filters,
  LocalText,
  NumberText,
  PageTitle,
  SelectField,
  usePage,
} from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ministryRoutes, type RollUp } from '../contract/index.ts';
import { RegionStateBadge } from './RegionStateBadge.tsx';
import { RolledFigureItem } from './RolledFigureItem.tsx';

/** What all regions told, of the newest year or the one that is asked for. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'ministry:read');
  const year = new URL(request.url).searchParams.get('year');
  const asked = year !== null && /^\d{4}$/.test(year) ? { year: Number(year) } : {};
  return apiOf(context, ministryRoutes).getRollUp(asked);
}

type RolledPlan = RollUp['plans'][number];

function Plans({ plans }: { plans: RolledPlan[] }) {
  const { t } = usePage();
  return (
    <DataTable<RolledPlan>
      caption={t('ministry.content.plans')}
      rows={plans}
      keyOf={({ regionId, plan }) => `${regionId} ${plan.planId}`}
      empty={<EmptyState title={t('ministry.content.no_plans')} />}
      columns={[
        {
          key: 'region',
          heading: t('ministry.content.region'),
          cell: ({ regionName }) => <LocalText value={regionName} quiet />,
        },
        { key: 'plan', heading: t('ministry.content.plan'), cell: ({ plan }) => <LocalText value={plan.name} quiet /> },
        {
          key: 'progress',
          heading: t('ministry.content.progress'),
          cell: ({ plan }) => <NumberText value={plan.progress} style="percent" />,
        },
        {
          key: 'coverage',
          heading: t('ministry.content.coverage'),
          cell: ({ plan }) => <NumberText value={plan.coverage} style="percent" />,
        },
        {
          key: 'off_track',
          heading: t('ministry.roll.off_track'),
          cell: ({ plan }) => <NumberText value={plan.targets.off_track} />,
        },
      ]}
    />
  );
}

function Heard({ regions }: { regions: RollUp['regions'] }) {
  const { t } = usePage();
  return (
    <DataTable<RollUp['regions'][number]>
      caption={t('ministry.roll.heard')}
      rows={regions}
      keyOf={({ regionId }) => regionId}
      empty={<EmptyState title={t('ministry.regions.none')} />}
      columns={[
        {
          key: 'region',
          heading: t('ministry.content.region'),
          cell: ({ name }) => <LocalText value={name} quiet />,
        },
        {
          key: 'last',
          heading: t('ministry.regions.last'),
          cell: ({ lastMadeAt }) =>
            lastMadeAt === null ? t('ministry.regions.never') : <DateText value={lastMadeAt} />,
        },
        { key: 'state', heading: t('ministry.exchange.state'), cell: (region) => <RegionStateBadge region={region} /> },
      ]}
    />
  );
}

/** All regions on one page: figures, plans, and who was not heard. */
export default function MinistryPage() {
  const { year, years, figures, plans, regions } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('ministry.roll.title')} lead={<p>{t('ministry.roll.lead')}</p>}>
        <ButtonLink to={href('/work/ministry/regions')}>{t('ministry.regions.title')}</ButtonLink>
        <a href={href(`/work/ministry/figures.csv?year=${year}`)} download>
          {t('ministry.roll.csv')}
        </a>
      </PageTitle>
      <Filters id="year" label={t('ministry.roll.filters')} submitLabel={t('ministry.preview.show')} inline>
        <SelectField
          name="year"
          label={t('ministry.field.year')}
          defaultValue={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
      </Filters>
      <h2>{t('ministry.content.figures')}</h2>
      {figures.length === 0 ? <EmptyState title={t('ministry.content.no_figures')} /> : null}
      {figures.map((figure) => (
        <RolledFigureItem key={`${figure.code} ${figure.unit}`} figure={figure} />
      ))}
      <Plans plans={plans} />
      <Heard regions={regions} />
    </>
  );
}
