import { CommandForm, DateText, Notice, SelectField, SubmitButton, usePage, FormDetails } from '@qantara/ui';
import { LeaveReason, type Waiting } from '../../contract/index.ts';

/** An offered place, to be taken or left while there is time. */
export function OfferForm({ referralId }: { referralId: string }) {
  const { t } = usePage();
  return (
    <CommandForm id={`place-${referralId}`}>
      <input type="hidden" name="referralId" value={referralId} />
      <div className="actions">
        <SubmitButton intent="take_place">{t('referrals.offer_answer.accept')}</SubmitButton>
        <SubmitButton intent="leave_place" kind="plain">
          {t('referrals.offer_answer.decline')}
        </SubmitButton>
      </div>
    </CommandForm>
  );
}

const MAY_CHOOSE = ['own_wish', 'helped_elsewhere'] as const;

/** Where the person stands on the list, for whoever asked: what is offered, and leaving. */
export function WaitingFacts({ waiting, referralId }: { waiting: Waiting; referralId: string }) {
  const { t } = usePage();
  const { state, expiresAt } = waiting;
  return (
    <Notice kind={state === 'offered' ? 'warning' : 'info'} title={t(`referrals.waiting.${state}`)}>
      {state === 'offered' && expiresAt !== null ? (
        <>
          <p>
            {t('referrals.wait.until')} <DateText value={expiresAt} style="dateTime" />
          </p>
          <OfferForm referralId={referralId} />
        </>
      ) : null}
      {state === 'waiting' || state === 'offered' ? (
        <FormDetails>
          <summary>{t('referrals.wait.leave')}</summary>
          <CommandForm id="leave-list">
            <SelectField
              name="reasonCode"
              label={t('referrals.field.reasonCode')}
              options={LeaveReason.extract(MAY_CHOOSE).options.map((value) => ({
                value,
                label: t(`referrals.reason.${value}`),
              }))}
              required
            />
            <SubmitButton intent="leave_list" kind="plain">
              {t('referrals.wait.leave')}
            </SubmitButton>
          </CommandForm>
        </FormDetails>
      ) : null}
    </Notice>
  );
}
