import { apiOf, DateField, EmptyState, Filters, Pagination, SelectField, Timeline, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type Change, type PlanId } from '../../contract/index.ts';
import planCss from '../plan.css?url';
import { askedChanges } from './asked-changes.ts';
import { ChangeBody, useChangeWords } from './ChangeBody.tsx';
import siteCss from './site.css?url';
import { SiteFrame } from './SiteFrame.tsx';
import { SiteNode } from './SiteNode.tsx';

const PER_PAGE = 25;

export function links() {
  return [planCss, siteCss].map((href) => ({ rel: 'stylesheet', href }));
}

/** What changed in a published plan, of which part and since which day the address asks. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const planId = (params['planId'] ?? '') as PlanId;
  const asked = askedChanges(new URL(request.url).searchParams);
  const { plan, tops, ...changes } = await apiOf(context, planRoutes).listChanges({
    planId,
    perPage: PER_PAGE,
    ...asked,
  });
  return { plan, tops, changes, asked };
}

/** What happened within one month. */
function Month({ month, changes, planId }: { month: string; changes: Change[]; planId: PlanId }) {
  const { formats } = usePage();
  const wordsOf = useChangeWords();
  const name = formats.month(`${month}-15T12:00:00Z`);
  return (
    <section aria-labelledby={`m-${month}`}>
      <h2 id={`m-${month}`}>{name}</h2>
      <Timeline
        label={name}
        entries={changes.map((change, at) => ({
          key: String(at),
          at: change.on,
          title: change.node === null ? wordsOf(change) : <SiteNode node={change.node} planId={planId} />,
          body: <ChangeBody change={change} />,
        }))}
      />
    </section>
  );
}

/** What changed, the newest first, month by month; never who wrote it. */
export default function ChangesPage() {
  const { plan, tops, changes, asked } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const months = [...Map.groupBy(changes.items, ({ on }) => on.slice(0, 7))];
  return (
    <SiteFrame plan={plan} title={t('plan.site.changes')} lead={t('plan.site.changes_lead')}>
      <Filters id="changes" label={t('plan.site.narrow')} inline>
        <SelectField
          name="top"
          label={t('plan.field.top')}
          options={tops.map(({ number, title }) => ({ value: number, label: `${number} – ${text(title).text}` }))}
          emptyLabel={t('plan.filter.all')}
        />
        <DateField name="since" label={t('plan.field.since')} defaultValue={asked.since ?? null} />
      </Filters>
      {changes.items.length === 0 ? (
        <EmptyState title={t('plan.site.nothing_changed')}>
          <p>{t('plan.site.nothing_changed_text')}</p>
        </EmptyState>
      ) : (
        months.map(([month, ofMonth]) => <Month key={month} month={month} changes={ofMonth} planId={plan.planId} />)
      )}
      <Pagination {...changes} />
    </SiteFrame>
  );
}
