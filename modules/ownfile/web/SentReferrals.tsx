import { markOf } from '@qantara/kernel';
import { DataTable, DateText, EmptyState, LocalText, usePage } from '@qantara/ui';
import type { SentReferral } from '../contract/index.ts';

/** What was sent about the person: which referral, to whom, which data, when. A withdrawal stops the next look and calls nothing back. */
export function SentReferrals({ sent }: { sent: SentReferral[] }) {
  const { t, formats } = usePage();
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{t('ownfile.sent')}</h2>
      <p className="hint">{t('ownfile.sent_lead')}</p>
      <DataTable<SentReferral>
        caption={t('ownfile.sent')}
        hidesCaption
        rows={sent}
        keyOf={({ referralId }) => referralId}
        empty={<EmptyState title={t('ownfile.sent_none')} />}
        columns={[
          {
            key: 'need',
            heading: t('ownfile.sent_for'),
            cell: (one) => (
              <>
                <LocalText value={one.needName} quiet />
                <br />
                <small>{t('ownfile.sent_mark', { mark: markOf(one.referralId) })}</small>
              </>
            ),
          },
          {
            key: 'to',
            heading: t('ownfile.sent_to'),
            cell: (one) => <LocalText value={one.organisationName} quiet />,
          },
          {
            key: 'what',
            heading: t('ownfile.sent_what'),
            cell: (one) => formats.list(one.categories.map((category) => t(`people.receipt_category.${category}`))),
          },
          { key: 'at', heading: t('ownfile.when'), cell: (one) => <DateText value={one.sentAt} /> },
          {
            key: 'by',
            heading: t('ownfile.why'),
            cell: (one) =>
              one.withdrawnAt === null
                ? t(one.isOverride ? 'ownfile.sent_without' : 'ownfile.sent_agreed')
                : t('ownfile.sent_withdrawn', { date: formats.date(one.withdrawnAt) }),
          },
        ]}
      />
    </section>
  );
}
