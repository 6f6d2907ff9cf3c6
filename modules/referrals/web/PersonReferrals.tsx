import type { OutputOf } from '@qantara/kernel';
import { DataTable, DateText, LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { referralsRoutes } from '../contract/index.ts';
import { StatusOfReferral } from './StatusOfReferral.tsx';

export type ListedReferral = OutputOf<typeof referralsRoutes.listReferralsOf>['referrals'][number];

/** Where this person was referred, the newest first. */
export function PersonReferrals({ referrals }: { referrals: ListedReferral[] }) {
  const { t, href } = usePage();
  return (
    <section id="referrals">
      <h2>{t('referrals.person.referrals')}</h2>
      <DataTable<ListedReferral>
        caption={t('referrals.person.referrals')}
        hidesCaption
        rows={referrals}
        keyOf={({ referral }) => referral.referralId}
        empty={<p>{t('referrals.person.no_referrals')}</p>}
        columns={[
          {
            key: 'need',
            heading: t('referrals.work.need'),
            cell: ({ referral, needName }) => (
              <Link to={href(`/work/referrals/${referral.referralId}`)}>
                <LocalText value={needName} quiet />
              </Link>
            ),
          },
          {
            key: 'to',
            heading: t('referrals.work.to'),
            cell: ({ organisationName }) =>
              organisationName === null ? t('referrals.open.nobody_yet') : <LocalText value={organisationName} quiet />,
          },
          {
            key: 'status',
            heading: t('referrals.work.status'),
            cell: ({ referral }) => <StatusOfReferral status={referral.status} />,
          },
          {
            key: 'word',
            heading: t('referrals.open.confirmation'),
            cell: ({ referral }) =>
              referral.confirmation === null
                ? t('ui.data.missing')
                : t(`referrals.confirmation.${referral.confirmation}`),
          },
          {
            key: 'sent',
            heading: t('referrals.work.sent'),
            cell: ({ referral }) =>
              referral.sentAt === null ? t('ui.data.missing') : <DateText value={referral.sentAt} />,
          },
        ]}
      />
    </section>
  );
}
