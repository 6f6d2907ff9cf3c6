import type { LocalizedText } from '@qantara/kernel';
import { CommandForm, NumberField, SelectField, SubmitButton, usePage } from '@qantara/ui';
import { DeadlineStage, DeadlineUnit, Priority } from '../../contract/index.ts';

type Props = {
  needs: { needCode: string; name: LocalizedText }[];
  organisations: { organisationId: string; name: LocalizedText }[];
};

/** A rule to be written: for what, and within how long. */
export function DeadlineForm({ needs, organisations }: Props) {
  const { t, text } = usePage();
  const all = t('referrals.deadlines.all');
  return (
    <section>
      <h2>{t('referrals.deadlines.add')}</h2>
      <p>{t('referrals.deadlines.add_lead')}</p>
      <CommandForm id="deadline">
        <SelectField
          name="stage"
          label={t('referrals.field.stage')}
          options={DeadlineStage.options.map((value) => ({ value, label: t(`referrals.stage.${value}`) }))}
          required
        />
        <SelectField
          name="needCode"
          label={t('referrals.field.needCode')}
          emptyLabel={all}
          options={needs.map(({ needCode, name }) => ({ value: needCode, label: text(name).text }))}
        />
        <SelectField
          name="organisationId"
          label={t('referrals.field.organisationId')}
          emptyLabel={all}
          options={organisations.map(({ organisationId, name }) => ({ value: organisationId, label: text(name).text }))}
        />
        <SelectField
          name="priority"
          label={t('referrals.field.priority')}
          emptyLabel={all}
          options={Priority.options.map((value) => ({ value, label: t(`referrals.priority.${value}`) }))}
        />
        <SelectField
          name="unit"
          label={t('referrals.field.unit')}
          options={DeadlineUnit.options.map((value) => ({ value, label: t(`referrals.unit.${value}`) }))}
          required
        />
        <NumberField name="amount" label={t('referrals.field.amount')} required />
        <NumberField name="remindAfter" label={t('referrals.field.remindAfter')} />
        <NumberField name="escalateAfter" label={t('referrals.field.escalateAfter')} required />
        <SubmitButton>{t('referrals.deadlines.save')}</SubmitButton>
      </CommandForm>
    </section>
  );
}
