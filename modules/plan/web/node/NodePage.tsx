import { directionOf } from '@qantara/kernel';
import { todayOf } from '@qantara/indicators/web';
import { apiOf, Breadcrumbs, DateText, DescriptionList, LocalText, PageTitle, StatusBadge, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type Node, type PlanId } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import siteCss from '../site/site.css?url';
import { SiteNav } from '../site/SiteNav.tsx';
import { RolledUp } from '../RolledUp.tsx';
import { TargetCard } from '../TargetCard.tsx';
import { toneOfProgress } from '../tones.ts';
import { LogicFigure } from './LogicFigure.tsx';
import { NodeEvidence, NodeFactors } from './NodeReasons.tsx';
import { NodeMilestones, NodeMoney, NodePartners, NodeProgrammes } from './NodeWork.tsx';

export function links() {
  return [planCss, siteCss].map((href) => ({ rel: 'stylesheet', href }));
}

/** One node of a published plan, as anyone may read it; without a plan in the address, of the region's. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const planId = params['planId'] as PlanId | undefined;
  const number = params['number'] ?? '';
  const api = apiOf(context, planRoutes);
  const node = await api.getPublicNode({ ...(planId && { planId }), number });
  const years =
    node.item.targets.length === 0 ? [] : (await api.listMeasureYears({ planId: node.plan.planId, number })).measures;
  return { node, years, today: todayOf(context), isOfRegion: planId === undefined };
}

function Facts({ node }: { node: Node }) {
  const { t, formats, text } = usePage();
  const { item, details } = node;
  const levers = [...(item.lever === null ? [] : [item.lever]), ...details.levers];
  const listed = (words: string[]) => (words.length === 0 ? null : formats.list(words));
  const facts: [string, string | null][] = [
    ['plan.node.for_whom', listed(details.populations.map((group) => t(`governance.population.${group}`)))],
    ['plan.node.where', listed(details.areas.map((name) => text(name).text))],
    ['plan.field.frameworkAreas', listed(item.frameworkAreas.map((area) => t(`plan.framework.${area}`)))],
    ['plan.field.lever', listed([...new Set(levers)].map((lever) => t(`plan.lever.${lever}`)))],
  ];
  const lead = item.leadName === null ? t('plan.node.nobody_leads') : <LocalText value={item.leadName} quiet />;
  return (
    <DescriptionList
      items={[
        ...(item.kind === 'initiative' || item.leadName !== null ? [{ label: t('plan.node.lead'), value: lead }] : []),
        ...facts.flatMap(([key, value]) => (value === null ? [] : [{ label: t(key), value }])),
        ...(item.dueOn === null ? [] : [{ label: t('plan.field.dueOn'), value: <DateText value={item.dueOn} /> }]),
      ]}
    />
  );
}

function StoryNow({ node }: { node: Node }) {
  const { t, formats } = usePage();
  const { item, story } = node;
  if (item.progress === null && story === null) return null;
  return (
    <section>
      <h2>{t('plan.node.how_it_goes')}</h2>
      {item.progress === null ? null : (
        <p>
          <StatusBadge tone={toneOfProgress(item.progress)} label={t(`plan.progress.${item.progress}`)} />{' '}
          {item.shareDone === null ? null : t('plan.node.share', { share: formats.percent(item.shareDone / 100) })}
        </p>
      )}
      {item.isStale ? <p className="plan-old">{t('plan.item.no_recent_news')}</p> : null}
      {story === null ? null : (
        <>
          <p lang={story.storyLocale} dir={directionOf(story.storyLocale)} className="plan-words">
            {story.story}
          </p>
          <p className="hint">
            {t('plan.node.said_on')} <DateText value={story.saidAt} />
          </p>
        </>
      )}
    </section>
  );
}

function Under({ node, pathOf }: { node: Node; pathOf: (number: string) => string }) {
  const { t, href } = usePage();
  if (node.under.length === 0) return null;
  return (
    <section>
      <h2>{t('plan.node.under')}</h2>
      <ul className="plan-plans">
        {node.under.map(({ itemId, number, title }) => (
          <li key={itemId}>
            <span className="plan-number">{number}</span>{' '}
            <Link to={href(pathOf(number))}>
              <LocalText value={title} quiet />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One part of a plan for residents: who leads it, who promised what, by when, with what money, and how it goes. */
export default function NodePage() {
  const { node, years, today, isOfRegion } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const { item, details, plan } = node;
  const base = isOfRegion ? '/plan' : `/plans/${plan.planId}`;
  return (
    <>
      <Breadcrumbs items={[{ path: `${base}#i${item.number}`, label: text(plan.name).text }]} />
      <PageTitle
        title={`${item.number} ${text(item.title).text}`}
        {...(node.levelName !== null && { eyebrow: <LocalText value={node.levelName} quiet /> })}
        {...(item.description !== null && {
          lead: (
            <p>
              <LocalText value={item.description} />
            </p>
          ),
        })}
      />
      <SiteNav planId={plan.planId} />
      <Facts node={node} />
      <RolledUp item={item} />
      <StoryNow node={node} />
      {item.targets.length === 0 ? null : (
        <section>
          <h2>{t('plan.tree.targets')}</h2>
          {item.targets.map((target) => (
            <TargetCard key={target.targetId} target={target} today={today} years={years} />
          ))}
        </section>
      )}
      <NodePartners details={details} />
      <NodeMilestones details={details} today={today} />
      <NodeMoney details={details} />
      <NodeProgrammes details={details} />
      <NodeFactors details={details} />
      <NodeEvidence details={details} />
      <LogicFigure logic={details.logic} />
      <Under node={node} pathOf={(number) => `${base}/nodes/${encodeURIComponent(number)}`} />
    </>
  );
}
