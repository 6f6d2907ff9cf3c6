import { CommandForm, NumberField, SelectField, SubmitButton, usePage, FormDetails } from '@qantara/ui';
import { Progress, type Item } from '../contract/index.ts';

/**
 * How an initiative goes, said by who leads the plan. After somebody else was first, the version is the fresh one and
 * the choice is still there: sending again is a decision made with open eyes.
 */
export function ReportProgressForm({ item }: { item: Item }) {
  const { t } = usePage();
  const id = `report-${item.number.replace(/\W/g, '-')}`;
  return (
    <FormDetails className="plan-report">
      <summary aria-label={t('plan.report.open_for', { number: item.number })}>{t('plan.report.open')}</summary>
      <CommandForm id={id}>
        <input type="hidden" name="itemId" value={item.itemId} />
        <input type="hidden" name="version" value={item.version} />
        <input type="hidden" name="number" value={item.number} />
        <SelectField
          name="progress"
          label={t('plan.field.progress')}
          options={Progress.options.map((value) => ({ value, label: t(`plan.progress.${value}`) }))}
          defaultValue={item.progress}
          required
        />
        <NumberField
          name="shareDone"
          label={t('plan.field.shareDone')}
          hint={t('plan.report.share_hint')}
          defaultValue={item.shareDone === null ? '' : String(item.shareDone)}
        />
        <SubmitButton>{t('plan.report.save')}</SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}
