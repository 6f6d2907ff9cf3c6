import { PageTitle, usePage } from '@qantara/ui';
import type { ReactNode } from 'react';
import type { PlanFacts } from '../../contract/index.ts';
import { SiteNav } from './SiteNav.tsx';

type SiteFrameProps = {
  plan: Pick<PlanFacts, 'planId' | 'name'>;
  title: string;
  lead: string;
  children: ReactNode;
};

/** A page about the whole of a published plan: what it tells, of which plan, and the way to the other pages. */
export function SiteFrame({ plan, title, lead, children }: SiteFrameProps) {
  const { text } = usePage();
  return (
    <>
      <PageTitle title={title} eyebrow={<bdi>{text(plan.name).text}</bdi>} lead={<p>{lead}</p>} />
      <SiteNav planId={plan.planId} />
      {children}
    </>
  );
}
