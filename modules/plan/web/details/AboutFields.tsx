import { PopulationGroup } from '@qantara/governance/contract';
import { CheckboxGroup, SelectField, usePage } from '@qantara/ui';
import { Factor, FactorCategory, Lever } from '../../contract/index.ts';
import { categoryOf, isProtective } from '../../domain/index.ts';
import type { DetailChoices } from './load-details.ts';

/** Who answers for a node, for whom and where it is, and the factors that it works on. */
export function AboutFields({ choices }: { choices: DetailChoices }) {
  const { t, text } = usePage();
  const { details, colleagues } = choices.written;
  const factors = FactorCategory.options.flatMap((category) =>
    Factor.options
      .filter((factor) => categoryOf(factor) === category)
      .map((value) => ({
        value,
        label: t(`plan.factor.${value}`),
        hint: `${t(`plan.factor_category.${category}`)} · ${t(isProtective(value) ? 'plan.details.protective' : 'plan.details.risk')}`,
      })),
  );
  return (
    <>
      <SelectField
        name="ownerAccountId"
        label={t('plan.field.ownerAccountId')}
        hint={t('plan.details.owner_hint')}
        options={colleagues.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))}
        emptyLabel={t('plan.details.nobody')}
        defaultValue={details.ownerAccountId}
      />
      <CheckboxGroup
        name="levers"
        label={t('plan.field.levers')}
        options={Lever.options.map((value) => ({ value, label: t(`plan.lever.${value}`) }))}
        defaultValue={details.levers}
        inline
      />
      <CheckboxGroup
        name="populations"
        label={t('plan.field.populations')}
        options={PopulationGroup.options.map((value) => ({ value, label: t(`governance.population.${value}`) }))}
        defaultValue={details.populations}
        inline
      />
      <CheckboxGroup
        name="areaIds"
        label={t('plan.field.areaIds')}
        options={choices.areas.map(({ areaId, name }) => ({ value: areaId as string, label: text(name).text }))}
        defaultValue={details.areaIds}
        inline
      />
      <CheckboxGroup name="factors" label={t('plan.field.factors')} options={factors} defaultValue={details.factors} />
    </>
  );
}
