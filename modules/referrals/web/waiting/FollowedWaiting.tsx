import { usePage } from '@qantara/ui';
import type { FollowedReferral } from '../../contract/index.ts';
import { OfferForm } from './WaitingFacts.tsx';

/** Where somebody stands on a list, told to themselves: their state, and their number only where the service says so. */
export function FollowedWaiting({ referral }: { referral: FollowedReferral }) {
  const { t, formats } = usePage();
  const { waiting } = referral;
  if (waiting === null || referral.status !== 'on-hold') return null;
  const { state, before, expiresAt } = waiting;
  if (state === 'offered' && expiresAt !== null)
    return (
      <>
        <h3>{t('referrals.follow.place')}</h3>
        <p>{t('referrals.follow.place_until', { date: formats.dateTime(expiresAt) })}</p>
        <OfferForm referralId={referral.referralId} />
      </>
    );
  return (
    <>
      <p>{t(`referrals.follow.waiting_list.${state}`)}</p>
      {before === null ? null : <p>{t('referrals.follow.before', { count: before })}</p>}
    </>
  );
}
