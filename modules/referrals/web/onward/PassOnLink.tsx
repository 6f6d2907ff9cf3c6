import { ButtonLink, usePage } from '@qantara/ui';
import type { OpenReferral } from '../../contract/index.ts';
import { isEnded } from '../../domain/index.ts';

/** The way to passing a request on, while it runs and somebody has it. */
export function PassOnLink({ open }: { open: OpenReferral }) {
  const { t, href } = usePage();
  const { referralId, status, organisationId } = open.referral;
  if (isEnded(status) || organisationId === null) return null;
  return (
    <p className="actions">
      <ButtonLink to={href(`/work/referrals/${referralId}/pass-on`)}>{t('referrals.pass_on.title')}</ButtonLink>
    </p>
  );
}
