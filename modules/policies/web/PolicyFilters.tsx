import { Filters, SelectField, usePage } from '@qantara/ui';
import { PolicyKind, PolicyLevel, PolicyPosition, PolicyStage } from '../contract/index.ts';

const CHOICES = {
  level: PolicyLevel.options,
  kind: PolicyKind.options,
  stage: PolicyStage.options,
  position: PolicyPosition.options,
};

/** What the list is narrowed by; a node or a plan that was come from stays. */
export function PolicyFilters() {
  const { t } = usePage();
  return (
    <Filters id="policies" label={t('policies.filter')} keep={['itemId', 'planId']} inline>
      {Object.entries(CHOICES).map(([name, options]) => (
        <SelectField
          key={name}
          name={name}
          label={t(`policies.field.${name}`)}
          emptyLabel={t('policies.any')}
          options={options.map((value) => ({ value, label: t(`policies.${name}.${value}`) }))}
        />
      ))}
    </Filters>
  );
}
