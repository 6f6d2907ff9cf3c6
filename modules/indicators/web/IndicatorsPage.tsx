import { apiOf, Breadcrumbs, EmptyState, LocalText, PageTitle, ResultItem, ResultList, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type Indicator } from '../contract/index.ts';

const KINDS = ['population', 'plan', 'programme'] as const;

/** Every measure that the region keeps. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, indicatorsRoutes).listIndicators({});
}

function KindSection({ kind, indicators }: { kind: (typeof KINDS)[number]; indicators: Indicator[] }) {
  const { t, href } = usePage();
  const own = indicators.filter((indicator) => indicator.kind === kind);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{t(`indicators.kind.${kind}`)}</h2>
      <p>{t(`indicators.about.${kind}`)}</p>
      <ResultList label={t(`indicators.kind.${kind}`)}>
        {own.map(({ code, name, definition }) => (
          <ResultItem key={code} to={href(`/plan/indicators/${code}`)} title={<LocalText value={name} quiet />}>
            <p>
              <LocalText value={definition} />
            </p>
          </ResultItem>
        ))}
      </ResultList>
    </section>
  );
}

/** What is measured: our own work apart from how people are, never mixed. */
export default function IndicatorsPage() {
  const { indicators } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/plan', label: t('indicators.crumb.plan') }]} />
      <PageTitle title={t('indicators.list.title')} lead={<p>{t('indicators.list.lead')}</p>} />
      {indicators.length === 0 ? <EmptyState title={t('indicators.list.empty')} /> : null}
      {KINDS.map((kind) => (
        <KindSection key={kind} kind={kind} indicators={indicators} />
      ))}
    </>
  );
}
