import { DateField, LocalizedTextField, NumberField, SelectField, usePage } from '@qantara/ui';
import { Reach, type PlanFacts } from '../../contract/index.ts';
import type { loadPlanChoices } from './load-choices.ts';

type PlanFieldsProps = { plan: PlanFacts | null; choices: Awaited<ReturnType<typeof loadPlanChoices>> };

/** Where a plan stands: the level of territory, the area and the plan it is under. */
function PlaceFields({ plan, choices }: PlanFieldsProps) {
  const { t, text } = usePage();
  const areas = choices.areas.map(({ areaId, kind, name }) => ({
    value: areaId as string,
    label: text(name).text,
    group: t(`territory.kind.${kind}`),
  }));
  const plans = choices.plans
    .filter(({ planId }) => planId !== plan?.planId)
    .map(({ planId, name }) => ({ value: planId as string, label: text(name).text }));
  return (
    <>
      <SelectField
        name="reach"
        label={t('plan.field.reach')}
        options={Reach.options.map((value) => ({ value, label: t(`plan.reach.${value}`) }))}
        defaultValue={plan?.reach}
        required
      />
      <SelectField
        name="areaId"
        label={t('plan.field.areaId')}
        hint={t('plan.write.area_hint')}
        options={areas}
        defaultValue={plan?.areaId}
        required
      />
      <SelectField
        name="parentPlanId"
        label={t('plan.field.parentPlanId')}
        hint={t('plan.write.above_hint')}
        options={plans}
        emptyLabel={t('plan.write.no_plan_above')}
        defaultValue={plan?.parentPlanId}
      />
    </>
  );
}

function TimeFields({ plan }: Pick<PlanFieldsProps, 'plan'>) {
  const { t } = usePage();
  return (
    <>
      <DateField name="startsOn" label={t('plan.field.startsOn')} defaultValue={plan?.startsOn ?? null} required />
      <DateField
        name="endsOn"
        label={t('plan.field.endsOn')}
        hint={t('plan.write.ends_hint')}
        defaultValue={plan?.endsOn ?? null}
        required
      />
      <NumberField
        name="reportEveryMonths"
        label={t('plan.field.reportEveryMonths')}
        hint={t('plan.write.report_hint')}
        defaultValue={plan?.reportEveryMonths ?? 3}
      />
      <DateField name="reviewOn" label={t('plan.field.reviewOn')} defaultValue={plan?.reviewOn ?? null} />
    </>
  );
}

/** A plan's own facts, to write or change. */
export function PlanFields({ plan, choices }: PlanFieldsProps) {
  const { t } = usePage();
  return (
    <>
      <LocalizedTextField name="name" label={t('plan.field.name')} defaultValue={plan?.name ?? null} required />
      <LocalizedTextField
        name="vision"
        label={t('plan.field.vision')}
        hint={t('plan.write.vision_hint')}
        rows={3}
        defaultValue={plan?.vision ?? null}
        required
      />
      <PlaceFields plan={plan} choices={choices} />
      <TimeFields plan={plan} />
    </>
  );
}
