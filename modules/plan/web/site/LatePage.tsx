import { apiOf, DataTable, EmptyState, LocalText, StatusBadge, usePage, type Column } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { LateKind, planRoutes, type LateThing, type PlanId } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { toneOfStatus } from '../tones.ts';
import { lengthOf } from './length-of.ts';
import siteCss from './site.css?url';
import { SiteFrame } from './SiteFrame.tsx';
import { SiteNode } from './SiteNode.tsx';

export function links() {
  return [planCss, siteCss].map((href) => ({ rel: 'stylesheet', href }));
}

/** What of a published plan is late, as anyone may read it. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const planId = (params['planId'] ?? '') as PlanId;
  return apiOf(context, planRoutes).listLate({ planId });
}

function HowLong({ thing }: { thing: LateThing }) {
  const { t, formats } = usePage();
  const { since, days, kind } = thing;
  if (since === null || days === null)
    return <>{t(kind === 'target_behind' ? 'plan.site.never_nearer' : 'plan.site.no_such_day')}</>;
  const { unit, count } = lengthOf(days);
  return (
    <>
      <strong>{t(`plan.site.${unit}`, { count })}</strong>
      <small>{t('plan.site.since_day', { day: formats.date(since) })}</small>
    </>
  );
}

function What({ thing, planId }: { thing: LateThing; planId: PlanId }) {
  const { t } = usePage();
  const { node, what, status } = thing;
  return (
    <>
      <SiteNode node={node} planId={planId} />
      {what === null ? null : (
        <small>
          <LocalText value={what} quiet />{' '}
          {status === null ? null : <StatusBadge tone={toneOfStatus(status)} label={t(`plan.status.${status}`)} />}
        </small>
      )}
    </>
  );
}

function useLateColumns(planId: PlanId): Column<LateThing>[] {
  const { t } = usePage();
  return [
    { key: 'node', heading: t('plan.site.part'), cell: (thing) => <What thing={thing} planId={planId} /> },
    {
      key: 'lead',
      heading: t('plan.node.lead'),
      cell: ({ leadName, node }) =>
        leadName === null ? (
          t(node.kind === 'initiative' ? 'plan.node.nobody_leads' : 'plan.site.led_by_parts')
        ) : (
          <LocalText value={leadName} quiet />
        ),
    },
    { key: 'long', heading: t('plan.site.how_long'), cell: (thing) => <HowLong thing={thing} /> },
  ];
}

/** One way of being late: the rule by which it is said, then what it is said of. */
function LateGroup({ kind, things, planId }: { kind: LateKind; things: LateThing[]; planId: PlanId }) {
  const { t } = usePage();
  const columns = useLateColumns(planId);
  return (
    <section aria-labelledby={`late-${kind}`}>
      <h2 id={`late-${kind}`}>{t(`plan.late.${kind}`)}</h2>
      <p className="plan-rule">{t(`plan.late_rule.${kind}`)}</p>
      <DataTable
        caption={t('plan.site.count', { count: things.length })}
        columns={columns}
        rows={things}
        keyOf={(thing) => String(things.indexOf(thing))}
      />
    </section>
  );
}

/** What is late, too old to judge by or in nobody's hands, the gravest first, each with the rule by which it is said. */
export default function LatePage() {
  const { plan, late } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const byKind = Map.groupBy(late, ({ kind }) => kind);
  const groups = LateKind.options.flatMap((kind) => {
    const things = byKind.get(kind);
    return things === undefined ? [] : [{ kind, things }];
  });
  return (
    <SiteFrame plan={plan} title={t('plan.site.late')} lead={t('plan.site.late_lead')}>
      {groups.length === 0 ? (
        <EmptyState title={t('plan.site.nothing_late')}>
          <p>{t('plan.site.nothing_late_text')}</p>
        </EmptyState>
      ) : (
        groups.map(({ kind, things }) => <LateGroup key={kind} kind={kind} things={things} planId={plan.planId} />)
      )}
      {late.length === 0 ? null : (
        <p>
          <a href={href(`/plans/${plan.planId}/late.csv`)} download>
            {t('plan.site.late_file')}
          </a>
        </p>
      )}
    </SiteFrame>
  );
}
