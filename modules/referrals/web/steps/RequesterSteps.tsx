import { ButtonLink, CommandForm, SubmitButton, usePage, FormDetails } from '@qantara/ui';
import type { OpenReferral } from '../../contract/index.ts';

/** What whoever asked may do besides the steps: open an unanswered request to others, or give it to a colleague. */
export function RequesterSteps({ open }: { open: OpenReferral }) {
  const { t, href } = usePage();
  const { referral, side } = open;
  if (side !== 'requester' || referral.endedAt !== null || referral.status === 'entered-in-error') return null;
  const isUnanswered = referral.status === 'requested' && referral.organisationId !== null;
  return (
    <>
      {isUnanswered ? (
        <FormDetails className="step">
          <summary>{t('referrals.turn_open.title')}</summary>
          <p>{t('referrals.turn_open.lead')}</p>
          <CommandForm id="turn-open">
            <input type="hidden" name="version" value={referral.version} />
            <SubmitButton intent="open">{t('referrals.turn_open.send')}</SubmitButton>
          </CommandForm>
        </FormDetails>
      ) : null}
      <p className="actions">
        <ButtonLink to={href(`/work/hand-over?referral=${referral.referralId}`)}>
          {t('referrals.hand_over.one')}
        </ButtonLink>
      </p>
    </>
  );
}
