import { CommandForm, SelectField, SubmitButton, usePage, FormDetails } from '@qantara/ui';
import { HandOverReason, type CarePlan, type Colleague } from '../../contract/index.ts';

/** Giving the lead of a plan to a colleague, with the reason that its story keeps. */
export function LeadForm({ plan, colleagues }: { plan: CarePlan; colleagues: Colleague[] }) {
  const { t } = usePage();
  const others = colleagues.filter(({ accountId, isClosed }) => !isClosed && accountId !== plan.leadAccountId);
  if (others.length === 0) return null;
  return (
    <FormDetails className="step">
      <summary>{t('referrals.plan.change_lead')}</summary>
      <CommandForm id="lead">
        <input type="hidden" name="version" value={plan.version} />
        <SelectField
          name="toAccountId"
          label={t('referrals.field.toAccountId')}
          options={others.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))}
          required
        />
        <SelectField
          name="reasonCode"
          label={t('referrals.field.reasonCode')}
          options={HandOverReason.options.map((value) => ({ value, label: t(`referrals.reason.${value}`) }))}
          required
        />
        <SubmitButton intent="lead">{t('referrals.plan.change_lead')}</SubmitButton>
      </CommandForm>
    </FormDetails>
  );
}
