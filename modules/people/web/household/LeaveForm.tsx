import { CheckboxGroup, CommandForm, DateField, RadioGroup, SubmitButton, usePage, FormDetails } from '@qantara/ui';
import { LeavingTo, type Household } from '../../contract/index.ts';
import { useMemberLabel } from './use-member-label.ts';

/** One or several leave: together to a household of their own, or out of sight, with a link or without. */
export function LeaveForm({ household, today }: { household: Household; today: string }) {
  const { t } = usePage();
  const label = useMemberLabel();
  const linked = household.former.filter(({ isUnlinked }) => !isUnlinked);
  return (
    <FormDetails className="confirm">
      <summary className="button danger">{t('people.household.leave_title')}</summary>
      <section>
        <p>{t('people.household.leave_text')}</p>
        <CommandForm id="leave">
          <CheckboxGroup
            name="membershipIds"
            label={t('people.field.membershipIds')}
            options={[
              ...household.members.map((one) => ({ value: one.membershipId, label: label(one) })),
              ...linked.map((one) => ({
                value: one.membershipId,
                label: label(one),
                hint: t('people.household.left_already'),
              })),
            ]}
            required
          />
          <DateField name="on" label={t('people.field.on')} defaultValue={today} required />
          <RadioGroup
            name="to"
            label={t('people.field.leavingTo')}
            options={LeavingTo.options.map((value) => ({ value, label: t(`people.leavingTo.${value}`) }))}
            defaultValue="elsewhere"
            required
          />
          <RadioGroup
            name="keepsLink"
            label={t('people.field.keepsLink')}
            options={[
              { value: 'yes', label: t('people.household.link'), hint: t('people.household.link_hint') },
              { value: 'no', label: t('people.household.no_link'), hint: t('people.household.no_link_hint') },
            ]}
            required
          />
          <SubmitButton intent="leave" kind="danger">
            {t('people.household.leave')}
          </SubmitButton>
        </CommandForm>
      </section>
    </FormDetails>
  );
}
