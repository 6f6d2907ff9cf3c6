import type { Indicator } from '@qantara/indicators/contract';
import { CommandForm, DateField, FormDetails, NumberField, SelectField, SubmitButton, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import { TargetKind, type Item } from '../../contract/index.ts';
import { TargetCard } from '../TargetCard.tsx';

type ItemTargetsProps = { item: Item; indicators: Indicator[]; today: string; isOpen: boolean };

const POINTS = [0, 1, 2];

/** Where the figure should be on the way; without any, an even pace is expected. */
function PathFields() {
  const { t } = usePage();
  return (
    <details>
      <summary>{t('plan.write.path')}</summary>
      <p className="hint">{t('plan.write.path_hint')}</p>
      {POINTS.map((point) => (
        <div key={point}>
          <DateField name={`path.${point}.on`} label={t('plan.write.path_on', { number: point + 1 })} />
          <NumberField
            name={`path.${point}.value`}
            label={t('plan.write.path_value', { number: point + 1 })}
            decimals
          />
        </div>
      ))}
    </details>
  );
}

function usePathLabels(): Record<string, string> {
  const { t } = usePage();
  const labelsOf = (point: number) => ({
    [`path.${point}.on`]: t('plan.write.path_on', { number: point + 1 }),
    [`path.${point}.value`]: t('plan.write.path_value', { number: point + 1 }),
  });
  return Object.assign({}, ...POINTS.map(labelsOf)) as Record<string, string>;
}

function NewTarget({ item, indicators }: Pick<ItemTargetsProps, 'item' | 'indicators'>) {
  const { t, text } = usePage();
  return (
    <CommandForm id="target" labels={usePathLabels()}>
      <input type="hidden" name="version" value={item.version} />
      <SelectField
        name="indicatorCode"
        label={t('plan.field.indicatorCode')}
        options={indicators.map(({ code, name }) => ({ value: code, label: text(name).text }))}
        required
      />
      <SelectField
        name="targetKind"
        label={t('plan.field.targetKind')}
        options={TargetKind.options.map((value) => ({ value, label: t(`plan.target_kind.${value}`) }))}
        required
      />
      <NumberField name="target" label={t('plan.field.target')} hint={t('plan.write.target_hint')} decimals required />
      <NumberField name="tolerance" label={t('plan.field.tolerance')} hint={t('plan.write.tolerance_hint')} decimals />
      <NumberField name="baseline" label={t('plan.field.baseline')} decimals />
      <NumberField name="baselineYear" label={t('plan.field.baselineYear')} />
      <DateField name="dueOn" label={t('plan.field.dueOn')} required />
      <PathFields />
      <SubmitButton kind="plain" intent="target">
        {t('plan.write.add_target')}
      </SubmitButton>
    </CommandForm>
  );
}

/** What a node aims at, each target to take away, and a form for another. */
export function ItemTargets({ item, indicators, today, isOpen }: ItemTargetsProps) {
  const { t, href } = usePage();
  return (
    <>
      {item.targets.map((target) => (
        <div key={target.targetId}>
          <TargetCard target={target} today={today} />
          <p>
            <Link to={href(`/plan/items/${item.itemId}/targets/${target.targetId}`)}>{t('plan.review.open')}</Link>
          </p>
          {isOpen ? (
            <CommandForm id={`target-${target.targetId}`}>
              <input type="hidden" name="version" value={item.version} />
              <input type="hidden" name="targetId" value={target.targetId} />
              <SubmitButton kind="plain" intent="untarget">
                {t('plan.write.remove_target')}
              </SubmitButton>
            </CommandForm>
          ) : null}
        </div>
      ))}
      {isOpen ? (
        <FormDetails formId="target">
          <summary>{t('plan.write.add_target')}</summary>
          <NewTarget item={item} indicators={indicators} />
        </FormDetails>
      ) : null}
    </>
  );
}
