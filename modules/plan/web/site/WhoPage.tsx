import { apiOf, DataTable, LocalText, Notice, StatusBadge, usePage, type Column } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type Holder, type PlanId, type PromisedHelp } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { toneOfPromise } from '../tones.ts';
import { LedTable } from './LedTable.tsx';
import siteCss from './site.css?url';
import { SiteFrame } from './SiteFrame.tsx';
import { SiteNode } from './SiteNode.tsx';

export function links() {
  return [planCss, siteCss].map((href) => ({ rel: 'stylesheet', href }));
}

/** Which organisation took on what of a published plan. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const planId = (params['planId'] ?? '') as PlanId;
  return apiOf(context, planRoutes).listHolders({ planId });
}

function usePromiseColumns(planId: PlanId): Column<PromisedHelp>[] {
  const { t, formats } = usePage();
  return [
    { key: 'promise', heading: t('plan.site.promise'), cell: ({ promise }) => <LocalText value={promise} quiet /> },
    { key: 'node', heading: t('plan.site.for_part'), cell: ({ node }) => <SiteNode node={node} planId={planId} /> },
    {
      key: 'state',
      heading: t('plan.site.promise_state'),
      cell: ({ state }) => <StatusBadge tone={toneOfPromise(state)} label={t(`plan.promise.${state}`)} />,
    },
    {
      key: 'day',
      heading: t('plan.annual.day'),
      cell: ({ dueOn }) => (dueOn === null ? t('plan.annual.no_day') : formats.date(dueOn)),
    },
  ];
}

function OneHolder({ holder, planId }: { holder: Holder; planId: PlanId }) {
  const { t } = usePage();
  const columns = usePromiseColumns(planId);
  const { organisationId, name, leads, promises } = holder;
  return (
    <section aria-labelledby={`o-${organisationId}`}>
      <h2 id={`o-${organisationId}`}>
        <LocalText value={name} quiet />
      </h2>
      {leads.length === 0 ? null : <LedTable planId={planId} nodes={leads} caption={t('plan.site.leads')} />}
      {promises.length === 0 ? null : (
        <DataTable
          caption={t('plan.site.promised')}
          columns={columns}
          rows={promises}
          keyOf={(one) => String(promises.indexOf(one))}
        />
      )}
    </section>
  );
}

/** Who leads and who promised what: first what nobody leads, then each organisation. */
export default function WhoPage() {
  const { plan, unled, holders } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const { planId } = plan;
  return (
    <SiteFrame plan={plan} title={t('plan.site.who')} lead={t('plan.site.who_lead')}>
      {unled.length === 0 ? (
        <Notice>
          <p>{t('plan.site.all_led')}</p>
        </Notice>
      ) : (
        <section aria-labelledby="unled">
          <h2 id="unled">{t('plan.late.nobody_leads')}</h2>
          <LedTable planId={planId} nodes={unled} caption={t('plan.site.count', { count: unled.length })} />
        </section>
      )}
      {holders.map((holder) => (
        <OneHolder key={holder.organisationId} holder={holder} planId={planId} />
      ))}
    </SiteFrame>
  );
}
