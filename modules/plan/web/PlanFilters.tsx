import { Filters, SelectField, usePage } from '@qantara/ui';
import { FrameworkArea, Lever, Progress, type Item } from '../contract/index.ts';

function leadsOf(items: Item[], nameOf: (item: Item) => string): { value: string; label: string }[] {
  const leads = new Map<string, string>();
  for (const item of items) if (item.leadOrganisationId !== null) leads.set(item.leadOrganisationId, nameOf(item));
  return [...leads].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label));
}

/** What the plan is narrowed by. */
export function PlanFilters({ items }: { items: Item[] }) {
  const { t, text } = usePage();
  const all = t('plan.filter.all');
  return (
    <Filters id="filters" label={t('plan.filter.label')} inline>
      <SelectField
        name="progress"
        label={t('plan.field.progress')}
        options={Progress.options.map((value) => ({ value, label: t(`plan.progress.${value}`) }))}
        emptyLabel={all}
      />
      <SelectField
        name="frameworkArea"
        label={t('plan.filter.framework')}
        options={FrameworkArea.options.map((value) => ({ value, label: t(`plan.framework.${value}`) }))}
        emptyLabel={all}
      />
      <SelectField
        name="lever"
        label={t('plan.filter.lever')}
        options={Lever.options.map((value) => ({ value, label: t(`plan.lever.${value}`) }))}
        emptyLabel={all}
      />
      <SelectField
        name="lead"
        label={t('plan.filter.lead')}
        options={leadsOf(items, (item) => text(item.leadName).text)}
        emptyLabel={all}
      />
    </Filters>
  );
}
